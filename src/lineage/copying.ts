import type { Grid } from "./grid.ts"
import { GAP, UNKNOWN } from "./readings.ts"

/** A text of a family, extant or lost: which rows it has, and its readings at all sites. */
export interface Text {
  readonly has: Uint8Array
  readonly readings: Uint8Array
}

/** Costs in nats, chosen on made traditions for tuning. */
export const TEXT = {
  /** Leaving out a row after one that was kept, and after one that was left out. */
  drop: 2.2,
  dropOn: 0.3,
  /** Putting in rows of one's own. */
  add: 2.2,
  addOn: 1,
  /** Putting in a row that others have, too. */
  regain: 0.6,
  /** The same in the place of a row left out. */
  replaced: 1,
  /** Choosing the same new word by chance: a word, nothing, a name or number. */
  word: 0.5,
  gap: 0.3,
  fact: 3.2,
  /** How far differences of one row stand for each other. */
  scale: 0.35,
  /** How many words one counts for that nobody has otherwise, when it is asked what share was changed. */
  firm: 6,
}

/** Shares of rows an editor touches, and of words changed in those. */
const TOUCHED = [0.06, 0.25, 0.6, 0.97]
const CHANGED = [0.1, 0.3, 0.6]
const SLIP = 0.003
const MOST_WORDS = 80

const HABITS = TOUCHED.flatMap(touched => CHANGED.map(changed => ({ touched, changed })))

const rowTable = new Map<number, Float64Array>()

/** The log probability of so many changes among so many words, for each habit; worked out once. */
function rowOdds(m: number, k: number): Float64Array {
  const words = Math.min(MOST_WORDS, Math.max(m, 1))
  const changes = Math.min(k, words)
  const key = words * (MOST_WORDS + 1) + changes
  const known = rowTable.get(key)
  if (known) return known
  const odds = Float64Array.from(HABITS, ({ touched, changed }) =>
    Math.log(
      (1 - touched) * SLIP ** changes * (1 - SLIP) ** (words - changes) +
        touched * changed ** changes * (1 - changed) ** (words - changes),
    ),
  )
  rowTable.set(key, odds)
  return odds
}

/**
 * What it costs, in nats, to make `child` from `parent`. Rows marked in `foreign` are passed over; how often each row was put in is added to
 * `gains`, whose price depends on the whole tree.
 */
export type CopyCost = (parent: Text, child: Text, foreign?: Uint8Array, gains?: Float64Array) => number

/** For each site where its readings begin in `cost`, and what it costs to choose each of them by chance; 0 for one that nobody else has. */
export function choicesOf({ sites }: Grid): { first: Int32Array; cost: Float64Array } {
  const first = new Int32Array(sites.length + 1)
  for (const [s, site] of sites.entries()) first[s + 1] = first[s]! + site.holders.length
  const cost = new Float64Array(first[sites.length]!)
  for (const [s, site] of sites.entries())
    for (let r = 0; r < site.holders.length; r++) {
      if ((site.holders[r] ?? 0) < 2) continue
      const length = site.places * (1 + 0.4 * Math.log2(site.words / site.places))
      cost[first[s]! + r] = (r === GAP ? TEXT.gap : site.isFact[r] ? TEXT.fact : TEXT.word) * length
    }
  return { first, cost }
}

/** The cost of copies in one family: what is left out and put in, and what was changed under the editor's likeliest habits. O(sites) a copy. */
export function copyCostOf(grid: Grid): CopyCost {
  const { rows } = grid
  const { first: firstChoice, cost: choice } = choicesOf(grid)
  const habits = HABITS.length
  const sums = new Float64Array(habits)
  const places = Uint8Array.from(grid.sites, site => site.places)
  const gained = new Int32Array(rows.length)
  /** Words of a row that count when it is asked how much was changed: those that some witness has otherwise, and a part of the others. */
  const sizes = Int32Array.from(rows, row => {
    let open = 0
    for (let s = row.firstSite; s < row.endSite; s++) open += places[s]!
    return Math.round(open + TEXT.firm * Math.max(0, row.words - open))
  })
  return (parent, child, foreign, gains) => {
    sums.fill(0)
    let cost = 0
    const p = parent.readings
    const c = child.readings
    let dropped = 0
    let added = 0
    for (let r = 0; r <= rows.length; r++) {
      if (r < rows.length && foreign?.[r]) continue
      const inParent = r < rows.length ? parent.has[r]! : 1
      const inChild = r < rows.length ? child.has[r]! : 1
      if (inParent && inChild) {
        if (dropped > 0) cost += TEXT.drop + TEXT.dropOn * (dropped - 1)
        if (added > 0) cost += TEXT.add + TEXT.addOn * (added - 1)
        if (gains) for (let i = 0; i < added; i++) gains[gained[i]!]! += i < dropped ? TEXT.replaced : 1
        dropped = added = 0
        if (r === rows.length) break
        const row = rows[r]!
        let changes = 0
        for (let s = row.firstSite; s < row.endSite; s++) {
          const reading = c[s]!
          if (reading === p[s]) continue
          if (reading === UNKNOWN || p[s] === UNKNOWN) continue
          changes += places[s]!
          cost += choice[firstChoice[s]! + reading]! * TEXT.scale
        }
        const odds = rowOdds(sizes[r]!, changes)
        for (let h = 0; h < habits; h++) sums[h]! += odds[h]!
      } else if (inParent) dropped++
      else if (inChild) gained[added++] = r
    }
    let most = -Infinity
    for (let h = 0; h < habits; h++) most = Math.max(most, sums[h]!)
    let sum = 0
    for (let h = 0; h < habits; h++) sum += Math.exp(TEXT.scale * (sums[h]! - most))
    return cost - TEXT.scale * most - Math.log(sum / habits)
  }
}
