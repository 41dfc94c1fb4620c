import type { Alignment, Bead } from "../model/passage.ts"
import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Mention } from "./mentions.ts"

/** How the words and the places of mentions in kin texts hang together. */
export interface Wording {
  /**
   * The words of the sentence that a mention stands in, at most {@link MOST_WORDS}. What is quoted counts as one word: a reporter
   * chooses how to bring it in, and not what was said.
   */
  readonly wordsOf: (mention: Mention) => readonly string[]
  /**
   * How alike sentences of these two texts are that say the same, the median of at most {@link MOST_SAMPLED}, in (0, 1]: little
   * where one rewrote the other. 1 where they are not aligned. O({@link MOST_SAMPLED}) once a pair.
   */
  readonly usual: (x: Mention, y: Mention) => number
  /** On how many sides, before and after, two stand beside the same: 0, 1 or 2. O(beads). */
  readonly sides: (x: Mention, y: Mention) => number
  /**
   * Whether two stand in one passage: their sentences, and more of what is near them, in mostly the same words, kin or not. Two reporters may be
   * given one sentence; nobody is given what stands around it.
   */
  readonly inOnePassage: (x: Mention, y: Mention) => boolean
  /** Whether their sentences have so many words in a row in common that hardly two people wrote them. */
  readonly inOneSentence: (x: Mention, y: Mention) => boolean
}

/** Sentences on either side in which something that both texts have is looked for. */
const NEAR = 2
const MOST_WORDS = 60
const MOST_SAMPLED = 9
/** Texts of which less is alike count as this much alike. */
const LEAST_USUAL = 0.25
const QUOTED = '"'
/**
 * A passage: the sentence has such a share of its words in common, and those before or after it such a share without a gap, one of them of `least` words
 * or more; words in common in all.
 */
const PASSAGE = { own: 0.6, beside: 0.75, least: 6, words: 18 } as const
/** Reporters seldom speak of themselves. */
const OF_SPEAKERS: ReadonlySet<string> = new Set(["i", "we", "me", "us", "my", "our"])
/** Words in a row, what is quoted one of them. */
const SENTENCE = 16

/** Reads wordings off the texts, and places off the beads of their alignments. */
export function wordingOf(segmented: readonly Segmented[], alignments: readonly Alignment[]): Wording {
  const size = segmented.length
  const aligned = new Map(alignments.map(one => [one.a * size + one.b, one]))
  const known = new Map<Alignment, number>()
  return {
    usual: (x, y) => {
      const [a, b] = x.witness < y.witness ? [x.witness, y.witness] : [y.witness, x.witness]
      const alignment = aligned.get(a * size + b)
      if (alignment === undefined) return 1
      const like = known.get(alignment) ?? usualOf(alignment, segmented)
      known.set(alignment, like)
      return like
    },
    wordsOf: mention => wordsOf(segmented[mention.witness]!, mention),
    inOnePassage: (x, y) => inOnePassage(segmented[x.witness]!, x, segmented[y.witness]!, y),
    inOneSentence: (x, y) => {
      const [ofX, ofY] = [x, y].map(({ witness, sentence }) => reportersWords(segmented[witness]!, sentence))
      return longestRun(ofX!, ofY!) >= SENTENCE
    },
    sides: (x, y) => {
      const [a, b] = x.witness < y.witness ? [x, y] : [y, x]
      const alignment = aligned.get(a.witness * size + b.witness)
      if (alignment === undefined) return 0
      return [-1, 1].filter(step =>
        isBeside(alignment.beads, beside(segmented[a.witness]!, a, step), beside(segmented[b.witness]!, b, step)),
      ).length
    },
  }
}

function wordsOf(segmented: Segmented, { sentence, kind }: Mention): string[] {
  return wordsIn(segmented, sentence, kind === "quotation")
}

/** The words of a sentence, what is quoted as one word where `asOne` says so. */
function wordsIn({ tokens, sentences, quoted }: Segmented, sentence: number, asOne: boolean): string[] {
  const { first, end } = sentences[sentence]!.tokens
  const marks = asOne ? quoted.filter(range => range.first < end && range.end > first) : []
  const words: string[] = []
  for (let i = first; i < end; i++) {
    const mark = marks.find(range => range.first <= i && i < range.end)
    if (mark === undefined && tokens.kinds[i] !== TOKEN.punctuation) words.push(tokens.words[i]!)
    if (mark !== undefined && i === Math.max(mark.first, first)) words.push(QUOTED)
  }
  return words.slice(0, MOST_WORDS)
}

/** The words by which a reporter is known: what is quoted counts as one, and so does a sentence of a quotation whose marks stand in others. */
function reportersWords(segmented: Segmented, sentence: number): string[] {
  const words = wordsIn(segmented, sentence, true)
  return words.some(word => OF_SPEAKERS.has(word)) ? [QUOTED] : words
}

function inOnePassage(a: Segmented, x: Mention, b: Segmented, y: Mention): boolean {
  const own = sharedWords(reportersWords(a, x.sentence), reportersWords(b, y.sentence), PASSAGE.own)
  if (own === 0) return false
  let words = own
  for (const step of [-1, 1]) {
    const others = beside(b, y, step)
    for (const [k, sentence] of beside(a, x, step).entries()) {
      const other = others[k]
      const common =
        other === undefined ? 0 : sharedWords(reportersWords(a, sentence), reportersWords(b, other), PASSAGE.beside)
      if (common === 0) break
      if (common >= PASSAGE.least) words += common
    }
  }
  return words > own && words >= PASSAGE.words
}

/** The most words in a row that two sentences have in common. O(x · y). */
function longestRun(x: readonly string[], y: readonly string[]): number {
  let most = 0
  let row = new Uint16Array(y.length + 1)
  for (const word of x) {
    const next = new Uint16Array(y.length + 1)
    for (let j = 0; j < y.length; j++) if (word === y[j]) next[j + 1] = row[j]! + 1
    most = next.reduce((longest, length) => Math.max(longest, length), most)
    row = next
  }
  return most
}

/** How many words two sentences have in common, in their order; 0 where that is less than a share of the longer one. */
function sharedWords(x: readonly string[], y: readonly string[], share: number): number {
  const longer = Math.max(x.length, y.length)
  if (Math.min(x.length, y.length) < share * longer) return 0
  const common = likenessOf(x, y) * longer
  return common >= share * longer ? Math.round(common) : 0
}

/**
 * Length of the longest common subsequence of two lists of words, as a share of the longer one; 1 for two without words.
 *
 * @example
 * likenessOf(["the", "ferry", "sank"], ["the", "old", "ferry", "sank"]) // => 0.75
 */
export function likenessOf(x: readonly string[], y: readonly string[]): number {
  if (x.length === 0 && y.length === 0) return 1
  let row = new Uint16Array(y.length + 1)
  for (const word of x) {
    const next = new Uint16Array(y.length + 1)
    for (let j = 0; j < y.length; j++) next[j + 1] = word === y[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)
    row = next
  }
  return row[y.length]! / Math.max(x.length, y.length)
}

function usualOf({ a, b, beads }: Alignment, segmented: readonly Segmented[]): number {
  const step = Math.max(1, Math.ceil(beads.length / MOST_SAMPLED))
  const likes = beads
    .filter((_, i) => i % step === 0)
    .map(bead => likenessOf(wordsInRange(segmented[a]!, bead.a), wordsInRange(segmented[b]!, bead.b)))
    .sort((x, y) => x - y)
  return Math.max(LEAST_USUAL, likes[Math.floor(likes.length / 2)] ?? 1)
}

function wordsInRange({ tokens, sentences }: Segmented, { first, end }: Range): string[] {
  const [from, to] = [sentences[first]!.tokens.first, sentences[end - 1]!.tokens.end]
  const words: string[] = []
  for (let i = from; i < to && words.length < MOST_WORDS; i++)
    if (tokens.kinds[i] !== TOKEN.punctuation) words.push(tokens.words[i]!)
  return words
}

/** The nearest sentences of the body before a mention's (`step` -1) or after it (1); none at an end of the text. */
function beside({ sentences }: Segmented, { sentence }: Mention, step: number): number[] {
  const found: number[] = []
  for (let s = sentence + step; sentences[s] !== undefined && found.length < NEAR; s += step)
    if (sentences[s]!.role === "body") found.push(s)
  return found
}

/** Whether some of these sentences say the same, or both texts end there. */
function isBeside(beads: readonly Bead[], ofA: readonly number[], ofB: readonly number[]): boolean {
  if (ofA.length === 0 && ofB.length === 0) return true
  return beads.some(({ a, b }) => ofA.some(s => a.first <= s && s < a.end) && ofB.some(s => b.first <= s && s < b.end))
}
