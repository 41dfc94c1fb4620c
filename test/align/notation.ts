import { align } from "../../src/align/align.ts"
import type { Kinship, SpanPair } from "../../src/model/passage.ts"
import { segment } from "../../src/segment/segment.ts"

const WORDS = 14

/** Word `n` of the sentence with this name: equal for equal names, shared by no two names. */
function word(name: string, n: number): string {
  return `${"bdfgklmnprstvz"[n % 14]}o${(name.codePointAt(0)! * 7919 + n * 104_729).toString(36)}u`
}

/**
 * A sentence by its name: a letter stands for 14 words of its own. "A~" has the words of A in another order, "A/" others in the place of every
 * third, "A-" its first half, "-A" its second.
 */
function sentence(token: string): string {
  const name = token.replace("-", "")[0]!
  const words = Array.from({ length: WORDS }, (_, n) => word(name, n))
  if (token.endsWith("~")) words.reverse()
  if (token.endsWith("/")) for (let n = 1; n < WORDS; n += 3) words[n] = word(name.toLowerCase() + token, n + 400)
  const kept = token.startsWith("-") ? words.slice(WORDS / 2) : token.endsWith("-") ? words.slice(0, WORDS / 2) : words
  const text = kept.join(" ")
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

/** A text of such sentences. Joined by "+" two halves are one sentence: "x-+-A". */
export function textOf(notation: string): string {
  return notation
    .split(" ")
    .map(token => {
      const [first, ...rest] = token.split("+").map(sentence)
      return [first!.slice(0, rest.length > 0 ? -1 : undefined), ...rest.map(text => text.toLowerCase())].join(" ")
    })
    .join(" ")
}

/** What kin two texts are; the first is `a`. */
export function kinshipOf(a: string, b: string): Kinship | undefined {
  const witnesses = [a, b].map((text, i) => {
    const id = `w${i}`
    return { id, where: id, credits: [], creditLines: [], text, furniture: [], language: "und" }
  })
  return align(segment(witnesses), [{ a: 0, b: 1, score: 0 }])[0]?.kinship
}

/** The passages of two texts in the notation, as "sentences of the one = sentences of the other". */
export function passagesIn(a: string, b: string): string[] {
  const passages = kinshipOf(textOf(a), textOf(b))?.passages ?? []
  return passages.map(passage => named(passage, a, b))
}

/** The same for the aligned sentences of each passage. */
export function sentencesIn(a: string, b: string): string[][] {
  const passages = kinshipOf(textOf(a), textOf(b))?.passages ?? []
  return passages.map(({ sentences }) => sentences.map(one => named(one, a, b)))
}

function named(pair: SpanPair, a: string, b: string): string {
  return `${namesIn(pair.a, a)} = ${namesIn(pair.b, b)}`
}

/** The sentences of which the span holds anything. */
function namesIn({ start, end }: SpanPair["a"], notation: string): string {
  let at = 0
  return notation
    .split(" ")
    .filter(token => {
      const first = at
      at += textOf(token).length + 1
      return first < end && start < at - 1
    })
    .join(" ")
}
