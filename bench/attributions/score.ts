import type { Span } from "../../src/model/span.ts"
import type { Marked } from "./polnear.ts"

const WORD = /[\p{L}\p{N}]+/gu

/** The words of a text that spans cover, as the places where the words begin. */
export type Words = ReadonlySet<number>

/** Gives the words that spans of a text cover. O(words of the text) once, then O(log) a question. */
export function wordsOf(text: string): (spans: readonly Span[]) => Words {
  const starts = [...text.matchAll(WORD)].map(({ index }) => index)
  const firstFrom = (at: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < at) low = middle + 1
      else high = middle
    }
    return low
  }
  return spans => new Set(spans.flatMap(({ start, end }) => starts.slice(firstFrom(start), firstFrom(end))))
}

/** F1 of two sets of words, in [0, 1]; 0 when either is empty. */
export function overlap(a: Words, b: Words): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}

/** Overlap from which two spans are a match. */
export const MATCH = 0.5

/** A marked attribution and the found one that stands for it, as indexes, with the overlap of their contents. */
export interface Matched {
  readonly marked: number
  readonly found: number
  readonly overlap: number
}

/**
 * Marked and found attributions one to one, those with the greatest overlap of content first, none below {@link MATCH}. Of equals,
 * that whose cue agrees better (two people may be said to say the same words), then that which comes first.
 */
export function matchAll(text: string, marked: readonly Marked[], found: readonly Marked[]): Matched[] {
  const words = wordsOf(text)
  const contents = found.map(({ content }) => words(content))
  const cues = found.map(({ cue }) => words(cue))
  const pairs = marked.flatMap((one, m) => {
    const content = words(one.content)
    const cue = words(one.cue)
    return contents.flatMap((other, f) => {
      const share = overlap(content, other)
      return share < MATCH ? [] : [{ marked: m, found: f, overlap: share, cue: overlap(cue, cues[f]!) }]
    })
  })
  pairs.sort((x, y) => y.overlap - x.overlap || y.cue - x.cue || x.marked - y.marked || x.found - y.found)
  const takenMarked = new Set<number>()
  const takenFound = new Set<number>()
  return pairs.flatMap(({ marked, found, overlap }) => {
    if (takenMarked.has(marked) || takenFound.has(found)) return []
    takenMarked.add(marked)
    takenFound.add(found)
    return [{ marked, found, overlap }]
  })
}

/** Whether a content begins and ends with a quotation mark. */
export function isDirect(text: string, content: readonly Span[]): boolean {
  const words = text.slice(content[0]!.start, content.at(-1)!.end)
  return /^(?:["“”«]|'')/.test(words) && /(?:["“”»]|'')$/.test(words)
}

/** Counts over reports, to be added up. */
export interface Counts {
  readonly marked: number
  readonly found: number
  /** Marked attributions that were found. */
  readonly recalled: number
  /** Found attributions that were marked. */
  readonly right: number
  /** Of those recalled, with the very words of the content. */
  readonly exact: number
  /** Of those recalled, how many have a source, and how many of these the right one. */
  readonly sourced: number
  readonly sourceRight: number
  readonly cueRight: number
}

const NONE: Counts = { marked: 0, found: 0, recalled: 0, right: 0, exact: 0, sourced: 0, sourceRight: 0, cueRight: 0 }

/** Adds up counts, field by field. */
export function sum(counts: readonly Counts[]): Counts {
  const total: Record<keyof Counts, number> = { ...NONE }
  for (const count of counts) for (const key of Object.keys(NONE) as (keyof Counts)[]) total[key] += count[key]
  return total
}

/**
 * What of a report's attributions was found. `only` "direct": recall over the marked ones that are direct, precision over the found
 * ones that are, each matched with any other.
 */
export function count(
  text: string,
  marked: readonly Marked[],
  found: readonly Marked[],
  matched: readonly Matched[],
  only: "direct" | "all",
): Counts {
  const words = wordsOf(text)
  const belongs = ({ content }: Marked) => only === "all" || isDirect(text, content)
  const recalled = matched.filter(pair => belongs(marked[pair.marked]!))
  const sourced = recalled.filter(pair => marked[pair.marked]!.source.length > 0)
  const agree = (pair: Matched, role: "source" | "cue") =>
    overlap(words(marked[pair.marked]![role]), words(found[pair.found]![role])) >= MATCH
  return {
    marked: marked.filter(belongs).length,
    found: found.filter(belongs).length,
    recalled: recalled.length,
    right: matched.filter(pair => belongs(found[pair.found]!)).length,
    exact: recalled.filter(pair => pair.overlap === 1).length,
    sourced: sourced.length,
    sourceRight: sourced.filter(pair => agree(pair, "source")).length,
    cueRight: recalled.filter(pair => agree(pair, "cue")).length,
  }
}

/** Precision, recall and F1 of the contents, and the shares of those recalled with the right source and cue; each in [0, 1]. */
export function rates({ marked, found, recalled, right, exact, sourced, sourceRight, cueRight }: Counts) {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const precision = share(right, found)
  const recall = share(recalled, marked)
  return {
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
    exact: share(exact, recalled),
    source: share(sourceRight, sourced),
    cue: share(cueRight, recalled),
  }
}
