import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import { LINK, wordLikeness } from "./likeness.ts"

/** Word links of one bead. Indexes are token indexes of the whole witness; -1 where there is no link. */
export interface WordLinks {
  readonly rangeA: Range
  readonly rangeB: Range
  /** For token `rangeA.first + i`: the token of `b` it is linked to. */
  readonly ofA: Int32Array
  readonly ofB: Int32Array
  /** {@link LINK} for token `rangeA.first + i`. */
  readonly kindA: Uint8Array
}

interface Table {
  readonly a: Segmented
  readonly b: Segmented
  readonly links: WordLinks
}

interface Option {
  readonly i: number
  readonly j: number
  readonly kind: number
  readonly likeness: number
  score: number
}

const CONTEXT = 4

/**
 * Links the words of two token ranges that say the same: common runs first, longest first; then words by likeness and by how like
 * their surroundings are (after Sultan, Bethard and Sumner 2014), so that "Turkey … in Azerbaijan" and "Azerbaijan … in Libya" link
 * by place in the sentence and not by spelling alone; last the small words between linked ones. Word order may differ.
 * O(n · m) for ranges of n and m tokens that are not in common runs.
 */
export function linkWords(a: Segmented, rangeA: Range, b: Segmented, rangeB: Range): WordLinks {
  const links: WordLinks = {
    rangeA,
    rangeB,
    ofA: new Int32Array(rangeA.end - rangeA.first).fill(-1),
    ofB: new Int32Array(rangeB.end - rangeB.first).fill(-1),
    kindA: new Uint8Array(rangeA.end - rangeA.first),
  }
  const table = { a, b, links }
  linkRuns(table)
  linkByContext(table)
  linkSmallWords(table)
  linkSlots(table)
  return links
}

function link({ links }: Table, i: number, j: number, kind: number): void {
  links.ofA[i - links.rangeA.first] = j
  links.ofB[j - links.rangeB.first] = i
  links.kindA[i - links.rangeA.first] = kind
}

const isFreeA = ({ links }: Table, i: number) => links.ofA[i - links.rangeA.first] === -1
const isFreeB = ({ links }: Table, j: number) => links.ofB[j - links.rangeB.first] === -1

/**
 * Whether a token carries content: neither a mark nor a word of grammar.
 *
 * @example
 * segment(extract([{ text: "The ferry sank." }]).witnesses).map(it => [0, 1].map(t => isContent(it, t))) // => [[false, true]]
 */
export function isContent({ tokens }: Segmented, t: number): boolean {
  return tokens.kinds[t] !== TOKEN.punctuation && !STOP_WORDS.has(tokens.words[t]!)
}

interface Run {
  readonly i: number
  readonly j: number
  readonly length: number
  readonly content: number
}

/** Common runs with at least two words of content, or three words; the longest are linked first. */
function linkRuns(table: Table): void {
  const { a, b, links } = table
  const { rangeA, rangeB } = links
  const width = rangeB.end - rangeB.first
  let above = new Int32Array(width + 1)
  const runs: Run[] = []
  for (let i = rangeA.first; i < rangeA.end; i++) {
    const row = new Int32Array(width + 1)
    for (let j = rangeB.first; j < rangeB.end; j++) {
      if (a.tokens.words[i] !== b.tokens.words[j]) continue
      const length = above[j - rangeB.first]! + 1
      row[j - rangeB.first + 1] = length
      const goesOn = i + 1 < rangeA.end && j + 1 < rangeB.end && a.tokens.words[i + 1] === b.tokens.words[j + 1]
      if (!goesOn && length >= 2)
        runs.push({ i: i - length + 1, j: j - length + 1, length, content: contentOf(a, i - length + 1, i + 1) })
    }
    above = row
  }
  const offset = (run: Run) =>
    Math.abs((run.i - rangeA.first) / (rangeA.end - rangeA.first) - (run.j - rangeB.first) / width)
  runs.sort((x, y) => y.content - x.content || y.length - x.length || offset(x) - offset(y) || x.i - y.i || x.j - y.j)
  for (const run of runs) {
    if (run.content < 2 && run.length < 4) continue
    let free = 0
    for (let k = 0; k < run.length; k++) if (isFreeA(table, run.i + k) && isFreeB(table, run.j + k)) free++
    if (free < run.length) continue
    for (let k = 0; k < run.length; k++) link(table, run.i + k, run.j + k, LINK.same)
  }
}

function contentOf(side: Segmented, first: number, end: number): number {
  let count = 0
  for (let t = first; t < end; t++) if (isContent(side, t)) count++
  return count
}

function linkByContext(table: Table): void {
  const options = optionsOf(table)
  for (let round = 0; round < 2; round++) {
    for (const option of options) option.score = scoreOf(table, option)
    options.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j)
    const floor = round === 0 ? 0.62 : 0.45
    for (const option of options) {
      if (option.score < floor) break
      if (isFreeA(table, option.i) && isFreeB(table, option.j)) link(table, option.i, option.j, option.kind)
    }
  }
}

function optionsOf(table: Table): Option[] {
  const { a, b, links } = table
  const freeA = contentTokens(a, links.rangeA).filter(i => isFreeA(table, i))
  const freeB = contentTokens(b, links.rangeB).filter(j => isFreeB(table, j))
  const options: Option[] = []
  for (const i of freeA)
    for (const j of freeB) {
      const { kind, likeness } = wordLikeness(a, i, b, j)
      if (kind !== LINK.none) options.push({ i, j, kind, likeness, score: 0 })
    }
  return options
}

function contentTokens(side: Segmented, range: Range): number[] {
  const found: number[] = []
  for (let t = range.first; t < range.end; t++) if (isContent(side, t)) found.push(t)
  return found
}

function scoreOf(table: Table, { i, j, likeness, kind }: Option): number {
  const context = contextOf(table, i, j)
  // Another word in its place is believed only where the surroundings agree.
  if (kind === LINK.replaced && context < 0.5) return 0
  return 0.5 * likeness + 0.5 * context
}

/** How like the surroundings of two tokens are, in [0, 1]: their next content words on both sides, linked or equal. */
function contextOf({ a, b, links }: Table, i: number, j: number): number {
  const left = around(a, i, links.rangeA)
  const right = around(b, j, links.rangeB)
  const size = Math.min(left.length, right.length)
  if (size === 0) return 0.5
  let met = 0
  const used = new Set<number>()
  for (const x of left) {
    const y = right.find(
      t => !used.has(t) && (links.ofA[x - links.rangeA.first] === t || a.tokens.lemmas[x] === b.tokens.lemmas[t]),
    )
    if (y === undefined) continue
    used.add(y)
    met++
  }
  return Math.min(1, met / Math.min(size, CONTEXT))
}

function around(side: Segmented, at: number, range: Range): number[] {
  const found: number[] = []
  for (let t = at - 1, n = 0; t >= range.first && n < CONTEXT - 1; t--) if (isContent(side, t)) n = found.push(t)
  const before = found.length
  for (let t = at + 1; t < range.end && found.length - before < CONTEXT - 1; t++) if (isContent(side, t)) found.push(t)
  return found
}

/** One word between two that are linked stands in the place of the one word between their fellows, whatever the two are. */
function linkSlots(table: Table): void {
  const { a, b, links } = table
  const { rangeA, rangeB } = links
  for (let i = rangeA.first + 1; i < rangeA.end - 1; i++) {
    if (!isFreeA(table, i) || !isContent(a, i)) continue
    const before = links.ofA[i - 1 - rangeA.first]!
    if (before === -1 || links.ofA[i + 1 - rangeA.first] !== before + 2) continue
    const j = before + 1
    if (j < rangeB.end && isFreeB(table, j) && isContent(b, j)) link(table, i, j, LINK.replaced)
  }
}

/** Small words and marks: linked when equal and beside a linked pair. */
function linkSmallWords(table: Table): void {
  const { a, b, links } = table
  const { rangeA, rangeB } = links
  for (const step of [1, -1] as const) {
    const start = step === 1 ? rangeA.first : rangeA.end - 1
    for (let i = start; i >= rangeA.first && i < rangeA.end; i += step) {
      if (!isFreeA(table, i) || isContent(a, i)) continue
      const before = i - step >= rangeA.first && i - step < rangeA.end ? links.ofA[i - step - rangeA.first]! : -1
      if (before === -1) continue
      for (const j of [before + step, before + 2 * step]) {
        if (j < rangeB.first || j >= rangeB.end || !isFreeB(table, j)) continue
        const same = a.tokens.words[i] === b.tokens.words[j]
        if (!same && a.tokens.lemmas[i] !== b.tokens.lemmas[j]) continue
        link(table, i, j, same ? LINK.same : LINK.form)
        break
      }
    }
  }
}
