import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Unit } from "./profiles.ts"

// So many words that somebody said, in a row, are taken from one mouth; two who hear the same speech have them too.
const RUN = 8
// A run that more units have finds nobody: a motto, a rule that all papers cite.
const MOST_UNITS = 120

/** The pairs of units, as indexes, `a` before `b`, that have eight words in a row in common inside quotation marks. At most 120 · 119 / 2 a run. */
export function quotingAlike(segmented: readonly Segmented[], units: readonly Unit[]): { a: number; b: number }[] {
  const unitOf = new Map(units.flatMap(({ witnesses }, u) => witnesses.map(id => [id, u] as const)))
  const holders = new Map<string, Set<number>>()
  for (const one of segmented) {
    const unit = unitOf.get(one.witness.id)!
    for (const run of quotedRuns(one)) holders.set(run, (holders.get(run) ?? new Set()).add(unit))
  }
  const pairs = new Map<string, { a: number; b: number }>()
  for (const held of holders.values()) {
    if (held.size < 2 || held.size > MOST_UNITS) continue
    const sorted = [...held].sort((x, y) => x - y)
    sorted.forEach((a, i) => {
      for (const b of sorted.slice(i + 1)) pairs.set(`${a} ${b}`, { a, b })
    })
  }
  return [...pairs.values()]
}

/** Every eight words in a row inside quotation marks, folded. */
export function* quotedRuns({ tokens, quotations }: Segmented): Generator<string> {
  for (const { tokens: range } of quotations) {
    const words: string[] = []
    for (let i = range.first; i < range.end; i++)
      if (tokens.kinds[i] !== TOKEN.punctuation) words.push(tokens.words[i]!)
    for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN).join(" ")
  }
}
