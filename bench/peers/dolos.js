import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"

// A process of its own: Dolos' winnowing index on the first so many texts of a file of JSON lines.
//   node dolos.js <folder of its package> <file> <count> <k>:<window> <similarity>,... <out>
// Prints seconds, CPU seconds, the most memory held; writes to <out>-<n>.bin, for the n-th similarity, each report's group.

const [folder, path, count, lengths, asked, out] = process.argv.slice(2)
const from = createRequire(`${folder}/package.json`)
const { FingerprintIndex, File, TokenizedFile, Region } = await import(
  pathToFileURL(from.resolve("@dodona/dolos-core")).href
)
const [k, window] = lengths.split(":").map(Number)
const texts = readFileSync(path, "utf8")
  .split("\n", Number(count))
  .filter(line => line !== "")
  .map(line => JSON.parse(line).text ?? "")

const start = performance.now()
const cpu = process.cpuUsage()
const index = new FingerprintIndex(k, window)
const files = texts.map((text, at) => {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new TokenizedFile(
    new File(String(at), text),
    tokens,
    tokens.map((_, i) => new Region(i, 0, i, 1)),
  )
})
index.addFiles(files)
const numberOf = new Map(files.map((file, at) => [file.id, at]))
const pairs = index.allPairs().filter(pair => pair.similarity > 0)
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(cpu)
const peakMegabytes = process.resourceUsage().maxRSS / 1000

for (const [n, least] of asked.split(",").map(Number).entries()) {
  const above = texts.map((_, at) => at)
  const top = of => {
    let at = of
    while (above[at] !== at) {
      above[at] = above[above[at]]
      at = above[at]
    }
    return at
  }
  for (const { leftFile, rightFile, similarity } of pairs)
    if (similarity >= least) above[top(numberOf.get(leftFile.id))] = top(numberOf.get(rightFile.id))
  writeFileSync(`${out}-${n}.bin`, new Uint8Array(Int32Array.from(texts, (_, at) => top(at)).buffer))
}
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes }))
