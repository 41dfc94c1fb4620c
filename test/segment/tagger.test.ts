import { expect, test } from "vitest"
import { loadTagger } from "../../src/segment/tagger.ts"

const MET_BEFORE = [
  "The last boat was the Skarrow's, he said.",
  "“Skarrow's” stands on its bow.",
  "Talks on Keld-Holm's) end.",
]
const SENTENCES = [
  "The Skarrow's crew left.",
  "The Skarrow's, he said, sank.",
  "Keld-Holm's mayor left.",
  ...MET_BEFORE,
]

test("what the tagger says of a sentence does not depend on what it read before", () => {
  const alone = SENTENCES.map(sentence => loadTagger().read(sentence))
  const tagger = loadTagger()
  for (const sentence of MET_BEFORE) tagger.read(sentence)
  expect(SENTENCES.map(sentence => tagger.read(sentence))).toEqual(alone)
})

test("a tagger that has met very many words is to be replaced", () => {
  const tagger = loadTagger()
  expect(tagger.isFresh()).toBe(true)
  for (let i = 0; i < 250; i++) tagger.read(Array.from({ length: 500 }, (_, k) => `x${i}q${k}`).join(" "))
  expect(tagger.isFresh()).toBe(false)
})

test("can be loaded again and again, as a run over a hundred thousand reports does", () => {
  let tagger = loadTagger()
  for (let i = 0; i < 26; i++) tagger = loadTagger()
  expect(tagger.read("The ferry sank.").pos).toEqual(["DET", "NOUN", "VERB", "PUNCT"])
}, 60_000)
