"""Runs one other program on the texts of a file of JSON lines, all of them in memory before the clock starts.

    python peers.py <method> <file> <count> <threshold>:<gram>,... <out>

Prints a JSON line for each setting: the seconds, the CPU seconds and the most memory held; and writes for each report, to <out>-<k>.bin,
the number of the group it is in (32-bit integers), where the method can tell. Ends where it needs more memory than MOST_MEMORY.
"""

import json
import os
import pickle
import re
import resource
import subprocess
import sys
import tempfile
import time

import numpy

PERMUTATIONS = 128
SEED = 42
MOST_MEMORY = 10 * 2**30


def read(path, count):
    texts = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if len(texts) == count:
                break
            fields = json.loads(line)
            texts.append(fields.get("text") or fields.get("html") or "")
    return texts


def tokens(text, gram):
    """Words at white space, as in the projects' examples; for grams, in small letters, as in rensa's benchmark."""
    if gram == 1:
        return text.split()
    words = text.lower().split()
    return [" ".join(words[i : i + gram]) for i in range(len(words) - gram + 1)] or words


class Clock:
    def __init__(self):
        self.wall, self.cpu = time.perf_counter(), cpu()

    def read(self):
        return {"seconds": time.perf_counter() - self.wall, "cpuSeconds": cpu() - self.cpu}


def cpu():
    own, children = (resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak():
    own, children = (resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(own.ru_maxrss, children.ru_maxrss) / 1000


def grouped(candidates, digests, threshold):
    """Groups by the candidates whose estimated similarity reaches the threshold. Not part of any time."""
    label = numpy.arange(len(digests))
    members = {k: [k] for k in range(len(digests))}
    for index, found in enumerate(candidates):
        others = numpy.asarray(found, dtype=numpy.int64)
        others = others[others < index]
        others = others[label[others] != label[index]]
        if len(others) == 0:
            continue
        alike = (digests[others] == digests[index]).mean(axis=1) >= threshold
        for other in others[alike]:
            a, b = label[other], label[index]
            if a == b:
                continue
            if len(members[a]) < len(members[b]):
                a, b = b, a
            moved = members.pop(b)
            label[moved] = a
            members[a].extend(moved)
    return label


def rensa_lsh(texts, settings):
    """Its index of bands over the sketches of all texts, every text looked up: candidates for all."""
    from rensa import RMinHash, RMinHashLSH

    sketches = {}
    for threshold, gram in settings:
        if gram not in sketches:
            sketches.clear()
            clock = Clock()
            made = RMinHash.from_token_sets((tokens(text, gram) for text in texts), PERMUTATIONS, SEED)
            sketches[gram] = (made, clock.read())
        made, sketching = sketches[gram]
        clock = Clock()
        index = RMinHashLSH(threshold, PERMUTATIONS, bands(threshold))
        index.insert_many(made)
        candidates = index.query_all(made)
        took = added(sketching, clock.read())
        digests = numpy.array([one.digest() for one in made], dtype=numpy.uint32)
        yield took, grouped(candidates, digests, threshold)


def bands(threshold):
    """What rensa's deduplicator takes when it is not told."""
    return 4 if threshold >= 0.9 else 8 if threshold >= 0.8 else 16 if threshold >= 0.7 else 32 if threshold >= 0.5 else 64


def rensa_default(texts, settings):
    """Its deduplicator with its index, text after text, as its README shows; a text goes with those it is a duplicate of."""
    from rensa import RMinHash, RMinHashDeduplicator

    for threshold, gram in settings:
        clock = Clock()
        dedup = RMinHashDeduplicator(threshold=threshold, num_perm=PERMUTATIONS, use_lsh=True)
        groups = numpy.arange(len(texts))
        sketches = RMinHash.from_token_sets((tokens(text, gram) for text in texts), PERMUTATIONS, SEED)
        for index, sketch in enumerate(sketches):
            found = dedup.get_duplicates(sketch)
            if found:
                groups[index] = groups[int(min(found, key=int))]
            else:
                dedup.add(str(index), sketch)
        yield clock.read(), groups


def rensa_rho(texts, settings):
    """Its fastest way: it tells which texts have a duplicate, and not of what."""
    from rensa import RMinHash, RMinHashLSH

    for threshold, gram in settings:
        clock = Clock()
        matrix = RMinHash.digest_matrix_from_token_sets_rho((tokens(text, gram) for text in texts), PERMUTATIONS, SEED)
        index = RMinHashLSH(threshold, PERMUTATIONS, bands(threshold))
        index.query_duplicate_flags_matrix_one_shot(matrix)
        yield clock.read(), None


def datasketch(texts, settings):
    from datasketch import MinHash, MinHashLSH

    sketches = {}
    for threshold, gram in settings:
        if gram not in sketches:
            clock = Clock()
            sets = ([word.encode("utf8") for word in tokens(text, gram)] for text in texts)
            sketches[gram] = (list(MinHash.generator(sets, num_perm=PERMUTATIONS)), clock.read())
        made, sketching = sketches[gram]
        clock = Clock()
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        for key, sketch in enumerate(made):
            index.insert(key, sketch)
        candidates = [index.query(sketch) for sketch in made]
        took = added(sketching, clock.read())
        digests = numpy.array([sketch.hashvalues for sketch in made], dtype=numpy.uint32)
        yield took, grouped(candidates, digests, threshold)


def text_dedup(texts, settings):
    """Its own command on a file of the texts alone; of its own times those of sketching and clustering. Grams are of words."""
    for threshold, gram in settings:
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "texts.jsonl")
            with open(source, "w", encoding="utf-8") as out:
                out.writelines(json.dumps({"text": text}) + "\n" for text in texts)
            asked = ["--path", "json", "--data_files", source, "--split", "train", "--column", "text", "--debug"]
            asked += ["--cache_dir", folder, "--output", os.path.join(folder, "out")]
            asked += ["--threshold", str(threshold), "--ngram", str(gram)]
            clock = Clock()
            ran = subprocess.run(
                [sys.executable, "-m", "text_dedup.minhash", *asked],
                env={**os.environ, "HF_HUB_OFFLINE": "1", "COLUMNS": "200"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=True,
            )
            whole = clock.read()
            stages = dict(re.findall(r"(MinHashing|Clustering) +: ([0-9.]+)s", ran.stdout))
            with open(os.path.join(folder, "out", "uf.pkl"), "rb") as found:
                above = pickle.load(found)
            groups = numpy.array([above.find(index) for index in range(len(texts))])
            yield {**whole, "seconds": sum(float(stage) for stage in stages.values())}, groups


def added(a, b):
    return {key: a[key] + b[key] for key in a}


METHODS = {
    "rensa": rensa_lsh,
    "rensa-default": rensa_default,
    "rensa-rho": rensa_rho,
    "datasketch": datasketch,
    "text-dedup": text_dedup,
}


def main():
    method, path, count, asked, out = sys.argv[1:]
    settings = [(float(threshold), int(gram)) for threshold, gram in (one.split(":") for one in asked.split(","))]
    texts = read(path, int(count))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for k, (took, groups) in enumerate(METHODS[method](texts, settings)):
        if groups is not None:
            numpy.asarray(groups, dtype=numpy.int32).tofile(f"{out}-{k}.bin")
        print(json.dumps({**took, "peakMegabytes": peak(), "threshold": settings[k][0], "gram": settings[k][1]}), flush=True)


main()
