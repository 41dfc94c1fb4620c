import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pairStore } from "../../src/archive/pair-store.ts"
import { meet } from "../../src/detect/meet.ts"
import { radixSort } from "../../src/detect/radix.ts"
import { type Profile, profileOf, resemble } from "../../src/detect/resemble.ts"
import { PARTS, type Sketch, sketchOf } from "../../src/detect/sketch.ts"
import { isWorthKeeping, verdictOf } from "../../src/detect/worth.ts"
import { groupsOf } from "../scale/groups.ts"
import { isLine } from "../scale/made/lines.ts"

// A process of its own: our candidate finding on the first so many texts of a file of JSON lines, all in memory before the clock starts.
//   node ours.ts <file> <count> <out>
// Prints what peers.py prints; writes each report's group, by all candidates, to <out>-0.bin.

/** Pairs of texts that may be kin, by their places: what `hearsay add` does before it aligns, with all features and texts in memory. `outlets` has a number for each text's outlet, 0 for unknown. */
function ourCandidates(texts: readonly string[], outlets: Uint32Array, folder: string): (readonly [number, number])[] {
  const sketches = texts.map(sketchOf)
  const store = pairStore(folder, texts.length)
  for (const part of partsOf(sketches)) meet(part, outlets, 0, store.add)
  const profiles: Profile[] = []
  const profile = (text: number) => (profiles[text] ??= profileOf(texts[text]!))
  const found: [number, number][] = []
  for (const { a, b, rare, common } of store.pairs(isWorthKeeping)) {
    const fewer = Math.min(sketches[a]!.keys.length, sketches[b]!.keys.length)
    const atHome = outlets[a] !== 0 && outlets[a] === outlets[b]
    const verdict = verdictOf(rare, common, fewer, atHome)
    if (verdict === "kin") found.push([a, b])
    else if (verdict !== "leave" && resemble(profile(a), profile(b), verdict === "look hard")) found.push([a, b])
  }
  store.close()
  return found
}

/** Each part of the index: its features with the texts that have them, sorted. */
function partsOf(sketches: readonly Sketch[]): { keys: Uint32Array; reports: Uint32Array }[] {
  const counts = new Uint32Array(PARTS)
  for (const { parts } of sketches) for (const part of parts) counts[part]!++
  const all = Array.from(counts, count => ({ keys: new Uint32Array(count), reports: new Uint32Array(count) }))
  const filled = new Uint32Array(PARTS)
  for (const [report, { parts, keys }] of sketches.entries())
    for (let i = 0; i < keys.length; i++) {
      const part = parts[i]!
      const at = filled[part]!++
      all[part]!.keys[at] = keys[i]!
      all[part]!.reports[at] = report
    }
  for (const { keys, reports } of all) radixSort(keys, reports)
  return all
}

const [path = "", count = "Infinity", out = ""] = process.argv.slice(2)
const records = readFileSync(path, "utf8")
  .split("\n")
  .filter(isLine)
  .slice(0, Number(count))
  .map(line => JSON.parse(line) as { text?: string; outlet?: string })
const texts = records.map(({ text }) => String(text ?? ""))
const names = [...new Set(records.flatMap(({ outlet }) => outlet ?? []))]
const codes = new Map(names.map((name, i) => [name, i + 1]))
const outlets = Uint32Array.from(records, ({ outlet }) => (outlet === undefined ? 0 : codes.get(outlet)!))
const folder = mkdtempSync(join(tmpdir(), "hearsay-pairs-"))
const start = performance.now()
const before = process.cpuUsage()
const pairs = ourCandidates(texts, outlets, folder)
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)
const peakMegabytes = process.resourceUsage().maxRSS / 1000
writeFileSync(`${out}-0.bin`, new Uint8Array(groupsOf(texts.length, pairs).buffer))
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes, pairs: pairs.length }))
