import { TAG, TOKEN, type Tokens } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { STOP_WORDS } from "../text/stop-words.ts"

/** The lemmas in a range that carry content, in their order, without repeats. O(range). */
export function contentLemmas(tokens: Tokens, { first, end }: Range): string[] {
  const lemmas = new Set<string>()
  for (let i = first; i < end; i++) {
    const idle =
      tokens.kinds[i] === TOKEN.punctuation || tokens.tags[i] === TAG.pronoun || STOP_WORDS.has(tokens.words[i]!)
    if (!idle) lemmas.add(tokens.lemmas[i]!)
  }
  return [...lemmas]
}

/** Whether a token is a word of content in small letters, which headings, bylines and buttons have none of. */
function isPlain(text: string, tokens: Tokens, i: number): boolean {
  const start = tokens.starts[i]!
  const isWord = tokens.kinds[i] === TOKEN.word && tokens.tags[i] !== TAG.pronoun && !STOP_WORDS.has(tokens.words[i]!)
  return isWord && /\p{Ll}/u.test(text[start]!) && !/[@#]/.test(text[start - 1] ?? "")
}

/** The content lemmas in a range that no name has: those of words in small letters, without repeats. O(range). */
export function plainLemmas(text: string, tokens: Tokens, { first, end }: Range): string[] {
  const lemmas = new Set<string>()
  for (let i = first; i < end; i++) if (isPlain(text, tokens, i)) lemmas.add(tokens.lemmas[i]!)
  return [...lemmas]
}

/** How many lemmas two lists without repeats share. O(x + y). */
export function shared(x: readonly string[], y: readonly string[]): number {
  const [few, many] = x.length < y.length ? [x, y] : [y, x]
  const known = new Set(many)
  return few.reduce((count, lemma) => count + (known.has(lemma) ? 1 : 0), 0)
}

/** Share of the shorter list that the longer one has too, in [0, 1]. */
export function overlap(x: readonly string[], y: readonly string[]): number {
  const least = Math.min(x.length, y.length)
  return least === 0 ? 0 : shared(x, y) / least
}
