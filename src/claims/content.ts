import { TAG, TOKEN, type Tokens } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { wordRelation } from "../text/lexicon/wordnet.ts"
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

/** What two lists without repeats have in common. */
export interface Common {
  readonly count: number
  /** Share of the weights of the list that weighs more, in [0, 1]. */
  readonly share: number
}

/**
 * The lemmas two lists share, or have a word near in meaning for: each counts once. O(x · y) look-ups for those not shared, but none where the
 * lemmas themselves have less than `least` of the weight.
 */
export function inMeaning(
  x: readonly string[],
  y: readonly string[],
  weightOf: (lemma: string) => number,
  least = 0,
): Common {
  const [inX, inY] = [new Set(x), new Set(y)]
  const others = y.filter(lemma => !inX.has(lemma))
  const both = y.filter(lemma => inX.has(lemma)).map(weightOf)
  const most = Math.max(sum(x.map(weightOf)), sum(y.map(weightOf)))
  const common = () => ({ count: both.length, share: most === 0 ? 0 : sum(both) / most })
  if (common().share < least) return common()
  for (const lemma of x) {
    if (inY.has(lemma)) continue
    const at = others.findIndex(other => isNear(lemma, other))
    if (at < 0) continue
    both.push(Math.min(weightOf(lemma), weightOf(others[at]!)))
    others.splice(at, 1)
  }
  return common()
}

const sum = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0)

function isNear(x: string, y: string): boolean {
  const relation = wordRelation(x, y)
  return relation === "same" || relation === "near"
}

/** Share of the shorter list that the longer one has too, in [0, 1]. */
export function overlap(x: readonly string[], y: readonly string[]): number {
  const least = Math.min(x.length, y.length)
  return least === 0 ? 0 : shared(x, y) / least
}
