import { readFileSync, writeFileSync } from "node:fs"
import { detect } from "../../src/detect/detect.ts"
import { extract } from "../../src/extract/extract.ts"
import { segment } from "../../src/segment/segment.ts"
import { groupsOf } from "../scale/groups.ts"
import { isLine } from "../scale/made/lines.ts"

// A process of its own: our candidate finding on the first so many texts of a file of JSON lines, all in memory before the clock starts.
//   node ours.ts <file> <count> <out>
// Prints what peers.py prints; writes each report's group, by all candidates, to <out>-0.bin.

/**
 * TO BE FILLED with the fast engine of `hearsay add`: pairs of texts that are worth aligning, by their places. For now `detect`, with
 * the stages it needs.
 */
function ourCandidates(texts: readonly string[]): (readonly [number, number])[] {
  const { witnesses } = extract(texts.map((text, at) => ({ text, where: String(at) })))
  const segmented = segment(witnesses)
  const placeOf = (index: number) => Number(segmented[index]!.witness.where)
  return detect(segmented).map(({ a, b }) => [placeOf(a), placeOf(b)])
}

const [path = "", count = "Infinity", out = ""] = process.argv.slice(2)
const texts = readFileSync(path, "utf8")
  .split("\n")
  .filter(isLine)
  .slice(0, Number(count))
  .map(line => String(JSON.parse(line).text ?? ""))
const start = performance.now()
const before = process.cpuUsage()
const pairs = ourCandidates(texts)
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(before)
const peakMegabytes = process.resourceUsage().maxRSS / 1000
writeFileSync(`${out}-0.bin`, new Uint8Array(groupsOf(texts.length, pairs).buffer))
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes, pairs: pairs.length }))
