"""Learns the network over pairs of witnesses from examples (bench/learn/examples.ts).

    python learn.py <out.json> --sizes hidden,state,told,rounds --epochs 9 --seed 1 --examples <base>... --apart <base>...

Writes the weights, in the order in which src/lineage/pair-network.ts reads them, and the loss on the examples kept apart. The network is the
one of that file, written once more: relations.ts checks that both say the same.
"""

import argparse
import base64
import json
import time

import jax
import jax.numpy as jnp
import numpy
import optax

STEPS = 5
RELATIONS = STEPS * STEPS
TURNED = numpy.array([relation % STEPS * STEPS + relation // STEPS for relation in range(RELATIONS)])
MOST_SPREADS = 5
BATCH = 8
# Examples are padded to one of these sizes, so that few programs are compiled.
ROOMS = (4, 6, 8, 12, 16, 20, 24, 32)
RATE = 2e-3


def read(base):
    """The examples of a file: features (n, n, width), relations (n, n) and second sources (n, n)."""
    values = numpy.fromfile(base + ".bin", dtype="<f4")
    found, at = [], 0
    with open(base + ".jsonl", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            n, width = one["n"], one["width"]
            pairs = ~numpy.eye(n, dtype=bool)
            features = numpy.zeros((n, n, width), numpy.float32)
            features[pairs] = values[at : at + n * (n - 1) * width].reshape(-1, width)
            at += n * (n - 1) * width
            relations = numpy.zeros((n, n), numpy.int32)
            relations[pairs] = one["relations"]
            seconds = numpy.zeros((n, n), numpy.float32)
            for source, child in one["seconds"]:
                seconds[source, child] = 1
            if 2 < n <= ROOMS[-1]:
                found.append((features, relations, seconds))
    return found


def batches(examples, order=None):
    """Examples of about one size together, padded: features, relations, seconds, and which witnesses there are."""
    rooms = {}
    for index in range(len(examples)) if order is None else order:
        n = len(examples[index][0])
        rooms.setdefault(next(room for room in ROOMS if room >= n), []).append(examples[index])
    for room, members in rooms.items():
        for first in range(0, len(members), BATCH):
            some = members[first : first + BATCH]
            shape = (len(some), room, room)
            features = numpy.zeros((*shape, some[0][0].shape[-1]), numpy.float32)
            relations = numpy.zeros(shape, numpy.int32)
            seconds = numpy.zeros(shape, numpy.float32)
            there = numpy.zeros(shape[:2], numpy.float32)
            for row, example in enumerate(some):
                n = len(example[0])
                features[row, :n, :n], relations[row, :n, :n], seconds[row, :n, :n] = example
                there[row, :n] = 1
            yield features, relations, seconds, there


def layer(keys, inputs, outputs, spread=1.0):
    return {
        "weights": jax.random.normal(next(keys), (inputs, outputs)) * spread / numpy.sqrt(inputs),
        "offsets": jnp.zeros(outputs),
    }


def network(seed, width, hidden, state, told, rounds):
    """Layers in the order in which they are written."""
    keys = iter(jax.random.split(jax.random.PRNGKey(seed), 100))
    return {
        "features": layer(keys, width, hidden),
        "first": layer(keys, hidden, state),
        "rounds": [
            {
                "left": layer(keys, state, told),
                "right": layer(keys, state, told),
                "most": layer(keys, state, told),
                "take": layer(keys, 2 * state + 5 * told, hidden),
                "add": layer(keys, hidden, state, 0.5),
            }
            for _ in range(rounds)
        ],
        "last": layer(keys, state, hidden),
        "relations": layer(keys, hidden, RELATIONS, 0.3),
        "seconds": layer(keys, hidden, 1, 0.3),
    }


def through(one, x):
    return x @ one["weights"] + one["offsets"]


def leaky(x):
    return jnp.where(x > 0, x, 0.01 * x)


def answer(net, features, there):
    """Logarithms of the chances of the relations, and the odds of second sources, of each pair."""
    pairs = there[:, :, None] * there[:, None, :] * (1 - jnp.eye(features.shape[1]))
    held = pairs[..., None]
    others = jnp.maximum(1, there.sum(1) - 1)[:, None, None, None]
    states = through(net["first"], leaky(through(net["features"], features)))
    for turn in net["rounds"]:
        left = leaky(through(turn["left"], states)) * held
        right = leaky(through(turn["right"], states)) * held
        most = jnp.where(held > 0, leaky(through(turn["most"], states)), -1e9)
        known = [
            states,
            jnp.swapaxes(states, 1, 2),
            jnp.einsum("xact,xcbt->xabt", left, right) / others,
            jnp.einsum("xact,xbct->xabt", left, right) / others,
            jnp.einsum("xcat,xcbt->xabt", left, right) / others,
            jnp.broadcast_to(jnp.maximum(most.max(2), -1e8)[:, :, None], most.shape),
            jnp.broadcast_to(jnp.maximum(most.max(1), -1e8)[:, None, :], most.shape),
        ]
        known = jnp.where(held > 0, jnp.concatenate(known, -1), 0)
        states = states + through(turn["add"], leaky(through(turn["take"], known)))
    hidden = leaky(through(net["last"], states))
    said = through(net["relations"], hidden)
    said = (said + jnp.swapaxes(said, 1, 2)[..., TURNED]).at[..., 0].set(-1e9)
    return jax.nn.log_softmax(said, -1), through(net["seconds"], hidden)[..., 0], pairs


def losses(net, features, relations, seconds, there):
    """Summed cross entropies of relations and of second sources, each witness counting alike, and over how many witnesses."""
    chances, odds, pairs = answer(net, features, there)
    weight = pairs / jnp.maximum(1, there.sum(1) - 1)[:, None, None]
    of_relations = -(jnp.take_along_axis(chances, relations[..., None], -1)[..., 0] * weight).sum()
    of_seconds = (optax.sigmoid_binary_cross_entropy(odds, seconds) * weight).sum()
    return jnp.array([of_relations, of_seconds, there.sum()])


def learn(net, examples, apart, epochs, decay, seed):
    chance = numpy.random.default_rng(seed)
    steps = epochs * sum(1 for _ in batches(examples))
    # AdamW: Loshchilov and Hutter 2019.
    rule = optax.chain(
        optax.clip_by_global_norm(1.0), optax.adamw(optax.cosine_decay_schedule(RATE, steps), weight_decay=decay)
    )
    memory = rule.init(net)

    @jax.jit
    def step(net, memory, *batch):
        def cost(net):
            of_relations, of_seconds, count = losses(net, *batch)
            return (of_relations + of_seconds) / count

        slope = jax.grad(cost)(net)
        change, memory = rule.update(slope, memory, net)
        return optax.apply_updates(net, change), memory

    mark = jax.jit(losses)
    began = time.time()
    for epoch in range(epochs):
        drawn = list(batches(examples, chance.permutation(len(examples))))
        for at in chance.permutation(len(drawn)):
            net, memory = step(net, memory, *drawn[at])
        told = [sum(mark(net, *batch) for batch in batches(some)) for some in (examples[::10], apart)]
        told = [f"{one[0] / one[2]:.4f} and {one[1] / one[2]:.4f}" for one in told]
        print(f"epoch {epoch + 1}, {time.time() - began:.0f} s: loss {told[0]}, on those kept apart {told[1]}", flush=True)
    return net, sum(mark(net, *batch) for batch in batches(apart))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("out")
    options.add_argument("--sizes", default="96,32,16,4")
    options.add_argument("--epochs", type=int, default=9)
    options.add_argument("--decay", type=float, default=0.05)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--examples", nargs="+")
    options.add_argument("--apart", nargs="+")
    chosen = options.parse_args()
    examples = [one for base in chosen.examples for one in read(base)]
    apart = [one for base in chosen.apart for one in read(base)]
    rows = numpy.concatenate([one[0][~numpy.eye(len(one[0]), dtype=bool)] for one in examples])
    mean, spread = rows.mean(0, dtype=numpy.float64), rows.std(0, dtype=numpy.float64)
    del rows
    spread[spread == 0] = 1
    mean, spread = mean.astype(numpy.float32), spread.astype(numpy.float32)
    for features, _, _ in examples + apart:
        numpy.clip((features - mean) / spread, -MOST_SPREADS, MOST_SPREADS, out=features)
    hidden, state, told, rounds = (int(size) for size in chosen.sizes.split(","))
    net = network(chosen.seed, len(mean), hidden, state, told, rounds)
    net, loss = learn(net, examples, apart, chosen.epochs, chosen.decay, chosen.seed)
    order = [net["features"], net["first"]]
    for turn in net["rounds"]:
        order += [turn[name] for name in ("left", "right", "most", "take", "add")]
    order += [net["last"], net["relations"], net["seconds"]]
    flat = [mean, spread]
    for one in order:
        flat += [numpy.asarray(one["weights"]).T.reshape(-1), numpy.asarray(one["offsets"])]
    numbers = numpy.concatenate(flat).astype("<f4")
    with open(chosen.out, "w", encoding="utf-8") as out:
        sizes = {"width": len(mean), "hidden": hidden, "state": state, "told": told, "rounds": rounds}
        loss = {"relations": float(loss[0] / loss[2]), "seconds": float(loss[1] / loss[2])}
        json.dump({**sizes, "loss": loss, "numbers": base64.b64encode(numbers.tobytes()).decode()}, out)


main()
