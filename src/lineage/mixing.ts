import { type CopyCost, choicesOf, TEXT, type Text } from "./copying.ts"
import type { Grid } from "./grid.ts"
import { UNKNOWN } from "./readings.ts"

/** Two sources in one text: from `source` it has the rows of `run`. */
export interface Mixing {
  readonly child: number
  readonly source: number
  /** For each row 1 where it is the source's. */
  readonly run: Uint8Array
  readonly gain: number
}

/** In nats: a changed word, and a row the source has not, when runs are looked for. `least`: rows of a run. */
const MIXING = { change: 2.2, absent: 2, least: 2 }

/** `over` with the rows of `run` as `source` has them. */
function mixed({ rows }: Grid, over: Text, source: Text, run: Uint8Array): Text {
  const has = over.has.slice()
  const readings = over.readings.slice()
  for (const [r, { firstSite, endSite }] of rows.entries()) {
    if (!run[r]) continue
    has[r] = source.has[r]!
    for (let s = firstSite; s < endSite; s++) readings[s] = source.readings[s]!
  }
  return { has, readings }
}

/** The sentences of the child that are its second source's, as indexes, in the order of the text. */
export function sentencesOf({ child, run }: Mixing, { rows }: Grid): number[] {
  const sentences = rows.flatMap(({ cluster }, r) =>
    run[r] ? cluster.members.flatMap(one => (one.witness === child ? one.sentences : [])) : [],
  )
  return [...new Set(sentences)].sort((x, y) => x - y)
}

/** For each witness the ways in which it may have been made from two others, the likeliest first: those that gain something. */
export function mixingsOf(
  grid: Grid,
  copyCost: CopyCost,
  mayBeSource: (source: number, child: number) => boolean,
): Mixing[][] {
  const { n, rows, sites, has, readings } = grid
  const textOf = (w: number): Text => ({ has: has[w]!, readings: readings[w]! })
  const { first, cost: choice } = choicesOf(grid)
  const prices = rows.map(row => TEXT.regain * row.words)
  const gains = new Float64Array(rows.length)
  const pairCost = (parent: Text, child: Text) => {
    gains.fill(0)
    let sum = copyCost(parent, child, undefined, gains)
    for (let r = 0; r < rows.length; r++)
      if (gains[r]! > 0 && rows[r]!.holders.length > 1) sum += gains[r]! * prices[r]!
    return sum
  }
  const rowCost = (p: number, c: number, r: number) => {
    const row = rows[r]!
    if (!has[p]![r]) return row.holders.length > 1 ? MIXING.absent + prices[r]! : 1
    let sum = 0
    for (let s = row.firstSite; s < row.endSite; s++) {
      const reading = readings[c]![s]!
      if (reading !== readings[p]![s] && reading !== UNKNOWN)
        sum += TEXT.scale * (MIXING.change * sites[s]!.places + choice[first[s]! + reading]!)
    }
    return sum
  }
  return Array.from({ length: n }, (_, c) => {
    const own = rows.flatMap((_, r) => (has[c]![r] ? [r] : []))
    const byWitness = Array.from({ length: n }, (_, p) => (p === c ? [] : own.map(r => rowCost(p, c, r))))
    let single = Infinity
    const singles = Array.from({ length: n }, (_, p) => {
      if (p === c) return Infinity
      const cost = pairCost(textOf(p), textOf(c))
      single = Math.min(single, cost)
      return cost
    })
    const found: Mixing[] = []
    for (let p = 0; p < n; p++) {
      if (p === c) continue
      for (let s = 0; s < n; s++) {
        if (s === c || s === p || !mayBeSource(s, c)) continue
        const { from, end, sum } = bestRun(byWitness[p]!, byWitness[s]!)
        if (end - from < MIXING.least || singles[p]! - sum > single + 1) continue
        const run = new Uint8Array(rows.length)
        for (let at = own[from]!; at <= own[end - 1]!; at++) run[at] = 1
        const cost = pairCost(mixed(grid, textOf(p), textOf(s), run), textOf(c))
        const gain = single - cost
        if (gain > 0) found.push({ child: c, source: s, run, gain })
      }
    }
    return found.sort((a, b) => b.gain - a.gain || a.source - b.source)
  })
}

/** The stretch in which the second list costs least against the first (Kadane). */
function bestRun(a: readonly number[], b: readonly number[]): { from: number; end: number; sum: number } {
  let best = { from: 0, end: 0, sum: 0 }
  let from = 0
  let sum = 0
  for (let at = 0; at < a.length; at++) {
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += a[at]! - b[at]!
    if (sum > best.sum + 1e-9) best = { from, end: at + 1, sum }
  }
  return best
}
