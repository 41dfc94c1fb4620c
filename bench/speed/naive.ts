import { readFileSync } from "node:fs"

// A process of its own: the plain way to find candidates, for comparison. Every pair of reports, by the Jaccard similarity of
// their word 5-grams; prints the seconds it took and how many pairs came to 0.1 or more.
const SHINGLE_WORDS = 5
const LEAST = 0.1

const [path = "", count = "Infinity"] = process.argv.slice(2)
const lines = readFileSync(path, "utf8")
  .split("\n")
  .filter(line => line !== "")
const texts: string[] = lines.slice(0, Number(count)).map(line => JSON.parse(line).text)

const start = performance.now()
const ids = new Map<string, number>()
const shingles = texts.map(text => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const own = new Set<number>()
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    const shingle = words.slice(i, i + SHINGLE_WORDS).join(" ")
    const id = ids.get(shingle) ?? ids.size
    ids.set(shingle, id)
    own.add(id)
  }
  return own
})
let pairs = 0
for (let a = 0; a < shingles.length; a++)
  for (let b = a + 1; b < shingles.length; b++) if (jaccard(shingles[a]!, shingles[b]!) >= LEAST) pairs++
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, pairs }))

function jaccard(a: Set<number>, b: Set<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
