import type { Span } from "../../src/model/span.ts"
import type { Check } from "../bench.ts"
import type { Marked } from "./polnear.ts"
import { type Matched, matchAll } from "./score.ts"

/** The words under spans, read by cutting the text at everything that is no letter or digit, character by character. */
function wordsUnder(text: string, spans: readonly Span[]): number[] {
  const starts: number[] = []
  for (let i = 0; i < text.length; i++) {
    const begins = /[\p{L}\p{N}]/u.test(charAt(text, i)) && !/[\p{L}\p{N}]/u.test(charAt(text, i - 1))
    if (begins && spans.some(({ start, end }) => start <= i && i < end)) starts.push(i)
  }
  return starts
}

/** A surrogate belongs to its pair. */
function charAt(text: string, i: number): string {
  const isLow = /[\udc00-\udfff]/.test(text[i] ?? "")
  return isLow ? String.fromCodePoint(text.codePointAt(i - 1)!) : String.fromCodePoint(text.codePointAt(i) ?? 32)
}

/** Takes the best pair of all that are left again and again, comparing all words with all. */
function matchSlowly(text: string, marked: readonly Marked[], found: readonly Marked[]): Matched[] {
  const under = (role: "content" | "cue") => [marked, found].map(list => list.map(one => wordsUnder(text, one[role])))
  const [contents, cues] = [under("content"), under("cue")]
  const share = (words: number[][][], m: number, f: number) => {
    const [a, b] = [words[0]![m]!, words[1]![f]!]
    return a.length + b.length === 0 ? 0 : (2 * a.filter(word => b.includes(word)).length) / (a.length + b.length)
  }
  const taken: Matched[] = []
  for (;;) {
    let best: (Matched & { readonly cue: number }) | undefined
    for (let m = 0; m < marked.length; m++)
      for (let f = 0; f < found.length; f++) {
        if (taken.some(pair => pair.marked === m || pair.found === f)) continue
        const pair = { marked: m, found: f, overlap: share(contents, m, f), cue: share(cues, m, f) }
        const isBetter = !best || pair.overlap > best.overlap || (pair.overlap === best.overlap && pair.cue > best.cue)
        if (pair.overlap >= 0.5 && isBetter) best = pair
      }
    if (best === undefined) return taken
    taken.push({ marked: best.marked, found: best.found, overlap: best.overlap })
  }
}

/** A report with what was found in it. */
export interface Answered {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Marked[]
  readonly found: readonly Marked[]
}

/** Holds the matching against the slow one. */
export function checkMatching(reports: readonly Answered[]): Check {
  const wrong = reports.flatMap(({ id, text, attributions, found }) => {
    const written = (pairs: readonly Matched[]) =>
      JSON.stringify(pairs.map(({ marked, found }) => [marked, found]).sort((x, y) => x[0]! - y[0]!))
    const [fast, slow] = [matchAll(text, attributions, found), matchSlowly(text, attributions, found)].map(written)
    return fast === slow ? [] : [`${id}: ${fast} against ${slow}`]
  })
  return { name: "matching against comparing all words with all", compared: reports.length, wrong }
}
