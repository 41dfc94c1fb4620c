import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { answer, type Network } from "../../src/lineage/pair-network.ts"
import { RELATIONS } from "../../src/lineage/relations.ts"
import { installPython } from "../python.ts"
import { isKind, type Kind, readExamples } from "./examples.ts"

// HEARSAY_DATA=<folder> node bench/learn/relations.ts [--seeds made:1-900,undated:15001-16500] [--apart made:901-1000] [--folder <folder>] [--sizes 96,32,16,4] [--epochs 9]
// Learns how two witnesses stand to each other from made traditions for tuning, and writes the weights that the program ships.
// Examples are kept in the folder: delete it when what is known of a pair has changed.

const SEEDS =
  "made:1-900,made:2001-3000,made:10001-15000,undated:15001-16500,exact:17001-18000,exact-short:18001-18800,short:18801-19600," +
  "near:20001-20700,exact-near:20701-21400,exact-near-short:21401-22100"

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: SEEDS },
    apart: { type: "string", default: "made:901-1000" },
    folder: { type: "string", default: join(tmpdir(), "hearsay-learn") },
    sizes: { type: "string", default: "96,32,16,4" },
    epochs: { type: "string", default: "9" },
    out: { type: "string", default: join(import.meta.dirname, "../../src/lineage/relation-weights.ts") },
  },
})
/** What learns, in the versions that were used. */
const LEARNER = ["jax==0.10.2", "optax==0.2.8", "numpy==2.4.6"]
/** Traditions a file of examples. */
const CHUNK = 100

interface Learned extends Omit<Network, "weights"> {
  readonly loss: { readonly relations: number; readonly seconds: number }
  readonly numbers: string
}

mkdirSync(values.folder, { recursive: true })
const [examples, apart] = [basesOf(values.seeds), basesOf(values.apart)]
await makeAll([...examples, ...apart])
const out = join(values.folder, "learned.json")
await run(installPython(values.folder, LEARNER), [
  join(import.meta.dirname, "learn.py"),
  out,
  ...["--sizes", values.sizes, "--epochs", values.epochs],
  ...["--examples", ...examples.map(({ base }) => base)],
  ...["--apart", ...apart.map(({ base }) => base)],
])
const { loss, numbers, ...sizes } = JSON.parse(readFileSync(out, "utf8")) as Learned
const bytes = Buffer.from(numbers, "base64")
const weights = Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i))
const ours = lossOf({ ...sizes, weights })
console.log(`loss on those kept apart: ${loss.relations.toFixed(4)} as learned, ${ours.toFixed(4)} as shipped`)
if (Math.abs(ours - loss.relations) > 1e-3)
  throw new Error("the program reads the weights otherwise than they were learned")
writeFileSync(values.out, fileOf({ ...sizes, numbers }))

interface Chunk {
  readonly kind: Kind
  readonly from: number
  readonly to: number
  readonly base: string
}

/** The files of some seeds: "made:1-900,undated:15001-16500". Seeds from 5001 to 7000 are measured, and never learned from. */
function basesOf(seeds: string): Chunk[] {
  return seeds.split(",").flatMap(range => {
    const [kind, seedsOfKind = ""] = range.split(":") as [Kind, string | undefined]
    const [from, to] = seedsOfKind.split("-").map(Number) as [number, number]
    if (!isKind(kind) || !(from >= 1 && to >= from && (to <= 5000 || from > 7000)))
      throw new Error(
        `--seeds: ${range} is no kind of examples with seeds for tuning, which are 1 to 5000 and 7001 on: --seeds made:1-900`,
      )
    const chunks: Chunk[] = []
    for (let first = from; first <= to; first += CHUNK) {
      const last = Math.min(to, first + CHUNK - 1)
      chunks.push({ kind, from: first, to: last, base: join(values.folder, `${kind}-${first}-${last}`) })
    }
    return chunks
  })
}

/** Makes the files that are not there, as many at once as there are processors. */
async function makeAll(chunks: readonly Chunk[]): Promise<void> {
  const open = chunks.filter(({ base }) => !existsSync(`${base}.jsonl`))
  const script = join(import.meta.dirname, "examples.ts")
  const work = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      await run(process.execPath, [script, next.kind, String(next.from), String(next.to), next.base])
      console.log(`examples of ${next.from} to ${next.to} made (${next.kind})`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: "inherit" })
  const [code] = (await once(child, "exit")) as [number | null]
  if (code !== 0) throw new Error(`${program} ${args[0]}: ended with ${code}`)
}

/** The loss of a network on those kept apart, as the program reads it: every witness counts alike. */
function lossOf(network: Network): number {
  let [sum, count] = [0, 0]
  for (const { base } of apart)
    for (const { features, n, relations } of readExamples(base)) {
      if (n < 3 || n > 32) continue
      const said = answer(network, features, n).relations
      let pair = 0
      for (let a = 0; a < n; a++)
        for (let b = 0; b < n; b++) if (a !== b) sum -= said[(a * n + b) * RELATIONS + relations[pair++]!]! / (n - 1)
      count += n
    }
  return sum / count
}

function fileOf({ width, hidden, state, told, rounds, numbers }: Omit<Learned, "loss">): string {
  return `/** Learned by \`node bench/learn/relations.ts\`: numbers of 32 bits, the least byte first, in base64. */
export const WEIGHTS = {
  width: ${width},
  hidden: ${hidden},
  state: ${state},
  told: ${told},
  rounds: ${rounds},
  numbers:
    "${numbers}",
}
`
}
