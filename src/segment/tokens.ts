import { TOKEN } from "../model/segmented.ts"
import { fold } from "../text/fold.ts"
import { KIND, kindsOfUnits } from "./unit-kinds.ts"

// What the scanner below does not read by itself. One pass, no nested repetition: dotted capitals, words (apostrophes inside), numbers,
// scripts without spaces, any other mark.
const PIECE =
  /(?<dotted>(?<![\p{L}\p{N}])(?:\p{L}\.){2,})|(?<single>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]\p{M}*)|(?<word>\p{L}[\p{L}\p{M}\p{N}\u200c]*(?:['\u2019\u02bc]\p{L}[\p{L}\p{M}\p{N}]*)*)|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<mark>[^\s\p{Z}\p{Cc}\p{Cf}])/uy

const CONTRACTION = /^(.+?)(n['\u2019]t|['\u2019](?:s|re|ve|ll|d|m))$/iu

/** Tokens of a text without tags and lemmas, as parallel arrays. */
export interface RawTokens {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
  readonly words: readonly string[]
}

/** Tokens that are still being added to. */
export interface GrowingTokens {
  readonly starts: number[]
  readonly ends: number[]
  readonly kinds: number[]
  readonly words: string[]
}

/** No tokens yet. */
export const noTokens = (): GrowingTokens => ({ starts: [], ends: [], kinds: [], words: [] })

/** The tokens in their final form. */
export function finished({ starts, ends, kinds, words }: GrowingTokens): RawTokens {
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), kinds: Uint8Array.from(kinds), words }
}

/**
 * Cuts a text into words, numbers and marks. Possessive `'s` and contracted words ("has|n't", "we|'re") are tokens of their own,
 * hyphens are marks, scripts without spaces give one token a character. O(length).
 *
 * @example
 * tokenize("Iran's 4.1 million").words // => ["iran", "'s", "4.1", "million"]
 */
export function tokenize(text: string): RawTokens {
  const tokens = noTokens()
  addTokens(text, 0, text.length, tokens)
  return finished(tokens)
}

/**
 * Adds the tokens of `text` from `start` to `end`, where white space or the text's own ends must stand. Text in the usual letters is read
 * unit by unit; where another one turns up, the piece is left to {@link PIECE}, which says the same of all text.
 */
export function addTokens(text: string, start: number, end: number, tokens: GrowingTokens): void {
  const kinds = kindsOfUnits()
  for (let at = start; at < end; ) {
    const kind = kinds[text.charCodeAt(at)]!
    if (kind === KIND.space) {
      at++
      continue
    }
    const until = kind === KIND.rare ? RARE : pieceEnd(text, at, kind, kinds)
    if (until !== RARE) {
      push(
        text,
        at,
        until,
        kind === KIND.letter ? TOKEN.word : kind === KIND.digit ? TOKEN.number : TOKEN.punctuation,
        tokens,
      )
      at = until
    } else at = addRare(text, at, tokens)
  }
}

/** Instead of the end of a piece that the scanner does not read. */
const RARE = -1
const STOP = 0x2e
const COMMA = 0x2c
const APOSTROPHE = 0x27
const CURLY_APOSTROPHE = 0x2019

function pieceEnd(text: string, start: number, kind: number, kinds: Uint8Array): number {
  if (kind === KIND.mark) return start + 1
  return kind === KIND.digit ? numberEnd(text, start, kinds) : wordEnd(text, start, kinds)
}

function numberEnd(text: string, start: number, kinds: Uint8Array): number {
  let at = start
  for (;;) {
    while (kindAt(text, at, kinds) === KIND.digit) at++
    const unit = text.charCodeAt(at)
    const next = unit === STOP || unit === COMMA ? kindAt(text, at + 1, kinds) : kindAt(text, at, kinds)
    if (next === KIND.rare) return RARE
    if (next !== KIND.digit) return at
    at++
  }
}

function wordEnd(text: string, start: number, kinds: Uint8Array): number {
  if (text.charCodeAt(start + 1) === STOP) {
    const dotted = dottedEnd(text, start, kinds)
    if (dotted !== start) return dotted
  }
  let at = start + 1
  for (;;) {
    let kind = kindAt(text, at, kinds)
    while (kind === KIND.letter || kind === KIND.digit) kind = kindAt(text, ++at, kinds)
    if (kind === KIND.rare) return RARE
    const unit = text.charCodeAt(at)
    if (unit !== APOSTROPHE && unit !== CURLY_APOSTROPHE) return at
    const next = kindAt(text, at + 1, kinds)
    if (next === KIND.rare) return RARE
    if (next !== KIND.letter) return at
    at++
  }
}

/** Where "U.N." ends; `start` where there are not two letters with stops, or a letter or digit stands before. */
function dottedEnd(text: string, start: number, kinds: Uint8Array): number {
  const before = start === 0 ? KIND.space : kindAt(text, start - 1, kinds)
  if (before === KIND.rare) return RARE
  if (before === KIND.letter || before === KIND.digit) return start
  let at = start
  for (;;) {
    const kind = kindAt(text, at, kinds)
    if (kind === KIND.rare) return RARE
    if (kind !== KIND.letter || text.charCodeAt(at + 1) !== STOP) break
    at += 2
  }
  return at - start >= 4 ? at : start
}

function kindAt(text: string, at: number, kinds: Uint8Array): number {
  return at < text.length ? kinds[text.charCodeAt(at)]! : KIND.space
}

/** Adds the piece that begins here, if any; gives where to go on. */
function addRare(text: string, at: number, tokens: GrowingTokens): number {
  PIECE.lastIndex = at
  const match = PIECE.exec(text)
  if (!match) return at + (text.codePointAt(at)! > 0xffff ? 2 : 1)
  const end = at + match[0].length
  const { number, mark } = match.groups!
  if (number !== undefined) push(text, at, end, TOKEN.number, tokens)
  else if (mark !== undefined) push(text, at, end, TOKEN.punctuation, tokens)
  else push(text, at, end, TOKEN.word, tokens)
  return end
}

function push(text: string, start: number, end: number, kind: number, tokens: GrowingTokens): void {
  const piece = text.slice(start, end)
  const cut = kind === TOKEN.word && /['\u2019]/.test(piece) && piece.length < 40 ? CONTRACTION.exec(piece) : null
  const first = cut?.[1] ?? piece
  add(first, start, kind, tokens)
  if (cut) add(cut[2]!, start + first.length, kind, tokens)
}

function add(piece: string, start: number, kind: number, { starts, ends, kinds, words }: GrowingTokens): void {
  starts.push(start)
  ends.push(start + piece.length)
  kinds.push(kind)
  words.push(folded(piece))
}

// The words of news are few: most have been folded before.
const MOST_KEPT = 1 << 15
const LONGEST_KEPT = 32
let kept = new Map<string, string>()

function folded(piece: string): string {
  const known = kept.get(piece)
  if (known !== undefined) return known
  const made = fold(piece)
  if (piece.length > LONGEST_KEPT) return made
  if (kept.size >= MOST_KEPT) kept = new Map()
  kept.set(piece, made)
  return made
}
