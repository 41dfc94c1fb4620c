import type { Span } from "../../src/model/span.ts"
import { method } from "./method.ts"

// What a plain program reaches: sentences as bags of words, pairs with a cosine of 0.33, joined where they stand near each other on
// both sides. After Sanchez-Perez, Sidorov and Gelbukh 2014, without their adaptive gaps, summaries and filters.
const COSINE = 0.33
const GAP = 4
const LEAST_CHARACTERS = 150

interface Sentence extends Span {
  readonly words: ReadonlyMap<string, number>
}

/** Seed and extend over sentence TF-IDF. */
export const baseline = method(sentencesOf, (susp, src) => {
  const having = new Map<string, number>()
  for (const { words } of [...susp, ...src])
    for (const word of words.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  const [a, b] = [susp, src].map(side => side.map(sentence => weighed(sentence, having, susp.length + src.length)))
  return clusters(likeSentences(a!, b!))
    .map(seeds => ({
      susp: spanOf(
        susp,
        seeds.map(({ i }) => i),
      ),
      src: spanOf(
        src,
        seeds.map(({ j }) => j),
      ),
    }))
    .filter(one => Math.min(one.susp.end - one.susp.start, one.src.end - one.src.start) >= LEAST_CHARACTERS)
})

function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^\s][\s\S]*?(?:[.!?](?=\s)|$)/g)].map(match => {
    const words = new Map<string, number>()
    for (const [word] of match[0].toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1)
    return { start: match.index, end: match.index + match[0].length, words }
  })
}

function weighed({ words }: Sentence, having: ReadonlyMap<string, number>, sentences: number): Map<string, number> {
  const weights = new Map([...words].map(([word, count]) => [word, count * Math.log(sentences / having.get(word)!)]))
  const length = Math.hypot(...weights.values())
  return new Map([...weights].map(([word, weight]) => [word, weight / (length || 1)]))
}

interface Seed {
  readonly i: number
  readonly j: number
}

function likeSentences(a: readonly Map<string, number>[], b: readonly Map<string, number>[]): Seed[] {
  const having = new Map<string, { readonly j: number; readonly weight: number }[]>()
  b.forEach((words, j) => {
    for (const [word, weight] of words) having.set(word, [...(having.get(word) ?? []), { j, weight }])
  })
  return a.flatMap((words, i) => {
    const cosines = new Map<number, number>()
    for (const [word, weight] of words)
      for (const other of having.get(word) ?? [])
        cosines.set(other.j, (cosines.get(other.j) ?? 0) + weight * other.weight)
    return [...cosines].filter(([, cosine]) => cosine > COSINE).map(([j]) => ({ i, j }))
  })
}

/** Seeds no more than {@link GAP} sentences from another on both sides are one. */
function clusters(seeds: readonly Seed[]): Seed[][] {
  const found: Seed[][] = []
  for (const seed of seeds) {
    const near = found.filter(own => own.some(({ i, j }) => seed.i - i <= GAP && Math.abs(seed.j - j) <= GAP))
    for (const own of near) found.splice(found.indexOf(own), 1)
    found.push([...near.flat(), seed])
  }
  return found
}

function spanOf(sentences: readonly Sentence[], indexes: readonly number[]): Span {
  return { start: sentences[Math.min(...indexes)]!.start, end: sentences[Math.max(...indexes)]!.end }
}
