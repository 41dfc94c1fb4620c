import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parentPort } from "node:worker_threads"
import { baseline } from "./baseline.ts"
import type { Job } from "./find-all.ts"
import type { Method } from "./method.ts"
import { ours } from "./ours.ts"
import { toCodePoints } from "./pan.ts"
import type { Detection } from "./plagdet.ts"

const METHODS: Readonly<Record<Job["method"], Method>> = { ours, baseline }

interface Document {
  readonly prepared: unknown
  readonly toCodePoints: (offset: number) => number
}

// Sources stand in pairs of several suspicious documents; these come in order, so of them only the last is kept.
const sources = new Map<string, Document>()
let last: { readonly name: string; readonly document: Document } | undefined

parentPort?.on("message", (job: Job) => parentPort!.postMessage(job.pairs.flatMap(pair => detectionsIn(job, pair))))

function detectionsIn({ folder, method }: Job, pair: Job["pairs"][number]): Detection[] {
  if (last?.name !== pair.susp) last = { name: pair.susp, document: read(folder, "susp", pair.susp, method) }
  const src = sources.get(pair.src) ?? read(folder, "src", pair.src, method)
  sources.set(pair.src, src)
  const susp = last.document
  return METHODS[method].find(susp.prepared, src.prepared).map(found => ({
    pair: `${pair.susp} ${pair.src}`,
    susp: { start: susp.toCodePoints(found.susp.start), end: susp.toCodePoints(found.susp.end) },
    src: { start: src.toCodePoints(found.src.start), end: src.toCodePoints(found.src.end) },
  }))
}

function read(folder: string, side: "susp" | "src", name: string, method: Job["method"]): Document {
  const text = readFileSync(join(folder, side, name), "utf8")
  return { prepared: METHODS[method].prepare(text, name), toCodePoints: toCodePoints(text) }
}
