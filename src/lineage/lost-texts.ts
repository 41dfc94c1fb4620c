import type { CopyCost, Text } from "./copying.ts"
import type { Grid } from "./grid.ts"
import { MIXING, type Mixing, mixed } from "./mixing.ts"
import { GAP, UNKNOWN } from "./readings.ts"

/**
 * Lost texts that hang together, with the witnesses around them. Lost texts are numbered from 0, each after the one above it.
 */
export interface LostGroup {
  /** The witness above the first lost text, -1 when there is none. */
  readonly source: number
  /** For each lost text the lost text above it, -1 for the first. */
  readonly above: readonly number[]
  /** Witnesses made from the lost texts, and which one each was made from. */
  readonly copies: readonly number[]
  readonly from: readonly number[]
}

/** What a lost text's row or reading costs against what hangs from it: left out, put in, another reading; bounds of how much a witness is to be believed. */
const RECONSTRUCT = { drop: 1.3, add: 9, choice: 1.4, least: 0.2, most: 6, lost: 3.5 }

/**
 * Two who reword the same text hit on the same words in `chance` of the places that both change (measured on rewrites by hand and by machine: 0.15 to
 * 0.34); so many `deviations` more prove a text between. A name or number that both have otherwise counts for `fact` words. A lost text that is not
 * proved costs `missing`.
 */
const PROOF = { chance: 0.28, deviations: 2.2, fact: 4, missing: 30 }

/** What a lost group comes to: the likeliest texts, and the cost of all edges. */
export interface Restored {
  readonly texts: readonly Text[]
  readonly cost: number
  readonly gains: Gains
}

/** How often each row was put in; rows that were not are left out. */
export interface Gains {
  readonly rows: readonly number[]
  readonly times: readonly number[]
}

/** The rows that were put in at all. */
export function gainsOf(times: Float64Array): Gains {
  const rows: number[] = []
  times.forEach((t, row) => {
    if (t > 0) rows.push(row)
  })
  return { rows, times: rows.map(row => times[row]!) }
}

/** `mixed`: for each copy which of its mixings holds, -1 for none. */
export type Restore = (group: LostGroup, chosen: readonly number[]) => Restored

/** Restores the lost texts of a group, and what all its copies then cost. O(nodes × sites). */
export function restorer(grid: Grid, copyCost: CopyCost, mixings: readonly (readonly Mixing[])[]): Restore {
  const { n, rows, sites, has, readings } = grid
  const extant = has.map((own, w): Text => ({ has: own, readings: readings[w]! }))
  const textOf = (w: number): Text => extant[w]!
  const firmness = firmnessOf(grid)
  const bySite = sites.map(({ readings: values }) => values)
  const byRow = rows.map((_, r) => Uint8Array.from({ length: n }, (_, w) => has[w]![r]!))
  const statesAt = Uint8Array.from(sites, site => site.holders.length)
  const holders = sites.map(site => Uint16Array.from({ length: site.holders.length }, (_, r) => site.holders[r] ?? 0))
  const table = new Float64Array((2 * n + 1) * 256)
  // Sites at which all witnesses read alike are restored alike: once for a pattern, not once for a site.
  const { patternAt, count: patterns } = patternsOf(bySite)
  const restored = new Uint8Array(patterns * (n + 1))
  const restoredIn = new Int32Array(patterns)
  let call = 0

  /** Cheapest states of the lost texts at one place, into `state`. */
  function restore(
    { above, copies, from }: LostGroup,
    values: Uint8Array,
    over: number,
    states: number,
    held: Uint16Array,
    state: Uint8Array,
  ): void {
    const count = above.length
    let only = over
    let differ = false
    for (let i = 0; i < copies.length; i++) {
      const reading = values[copies[i]!]!
      if (reading === UNKNOWN || reading === only) continue
      if (only === UNKNOWN) only = reading
      else differ = true
    }
    if (!differ) {
      state.fill(only)
      return
    }
    table.fill(0, 0, count * states)
    for (let i = 0; i < copies.length; i++) {
      const reading = values[copies[i]!]!
      // All other readings cost the same; taking it off one is adding it to the others.
      if (reading !== UNKNOWN) table[from[i]! * states + reading]! -= firmness[copies[i]!]!
    }
    for (let k = count - 1; k > 0; k--) {
      let least = Infinity
      for (let r = 0; r < states; r++) if (table[k * states + r]! < least) least = table[k * states + r]!
      least += RECONSTRUCT.lost
      const row = above[k]! * states
      for (let r = 0; r < states; r++) {
        const here = table[k * states + r]!
        table[row + r]! += here < least ? here : least
      }
    }
    for (let k = 0; k < count; k++) {
      const upper = k > 0 ? state[above[k]!]! : over
      let best = 0
      let least = Infinity
      for (let r = 0; r < states; r++) {
        const here = table[k * states + r]! + (upper !== UNKNOWN && r !== upper ? RECONSTRUCT.lost : 0)
        if (here < least - 1e-9 || (here < least + 1e-9 && best !== upper && (r === upper || held[r]! > held[best]!))) {
          best = r
          least = here
        }
      }
      state[k] = best
    }
  }

  function restoreRow({ above, copies, from }: LostGroup, values: Uint8Array, over: number, state: Uint8Array): void {
    const count = above.length
    let only = over
    let differ = false
    for (let i = 0; i < copies.length; i++) {
      const one = values[copies[i]!]!
      if (one === UNKNOWN || one === only) continue
      if (only === UNKNOWN) only = one
      else differ = true
    }
    if (!differ) {
      state.fill(only === UNKNOWN ? 0 : only)
      return
    }
    table.fill(0, 0, 2 * count)
    for (let i = 0; i < copies.length; i++) {
      const one = values[copies[i]!]!
      if (one === 1) table[2 * from[i]!]! += RECONSTRUCT.add
      else if (one === 0) table[2 * from[i]! + 1]! += RECONSTRUCT.drop
    }
    for (let k = count - 1; k > 0; k--) {
      const gone = table[2 * k]!
      const kept = table[2 * k + 1]!
      table[2 * above[k]!]! += Math.min(gone, kept + RECONSTRUCT.add)
      table[2 * above[k]! + 1]! += Math.min(kept, gone + RECONSTRUCT.drop)
    }
    for (let k = 0; k < count; k++) {
      const upper = k > 0 ? state[above[k]!]! : over
      const kept = table[2 * k + 1]! + (upper === 0 ? RECONSTRUCT.add : 0)
      const gone = table[2 * k]! + (upper === 1 ? RECONSTRUCT.drop : 0)
      state[k] = kept < gone || (kept === gone && upper === 1) ? 1 : 0
    }
  }

  const facts = sites.map(site => Uint8Array.from({ length: site.holders.length }, (_, r) => (site.isFact[r] ? 1 : 0)))

  const places = new Map(extant.map((text, w) => [text, w]))
  /** For each three witnesses 1 where the first two are known not to agree against the third, 2 where they are known to. */
  const known = new Uint8Array(n * n * n)

  /** Whether `a` and `b` agree against `other` more than two who reword the same text do by chance; among witnesses asked once. */
  function agree(a: Text, b: Text, other: Text): boolean {
    const [x, y, z] = [places.get(a), places.get(b), places.get(other)]
    if (x === undefined || y === undefined || z === undefined) return isAgreement(a, b, other)
    const key = (Math.min(x, y) * n + Math.max(x, y)) * n + z
    if (known[key] === 0) known[key] = isAgreement(a, b, other) ? 2 : 1
    return known[key] === 2
  }

  function isAgreement(a: Text, b: Text, other: Text): boolean {
    let both = 0
    let same = 0
    for (let s = 0; s < sites.length; s++) {
      const [x, y, z] = [a.readings[s]!, b.readings[s]!, other.readings[s]!]
      if (x === UNKNOWN || y === UNKNOWN || z === UNKNOWN || x === GAP || y === GAP || z === GAP || x === z || y === z)
        continue
      both += sites[s]!.places
      if (x === y) same += sites[s]!.places * (facts[s]![x] ? PROOF.fact : 1)
    }
    const { chance, deviations } = PROOF
    return both > 0 && same - chance * both >= deviations * Math.sqrt(both * chance * (1 - chance))
  }

  /** A lost text is proved when no text around it could stand in its place: for each, two of the others agree against it. */
  function isProved(around: readonly Text[]): boolean {
    return around.every(other =>
      around.some((a, i) => a !== other && around.some((b, j) => j > i && b !== other && agree(a, b, other))),
    )
  }

  return (group, chosen) => {
    const { source, above, copies, from } = group
    const runs = copies.map((w, i) => (chosen[i]! >= 0 ? mixings[w]![chosen[i]!] : undefined))
    const isHidden = (row: number) => runs.some(one => one?.run[row])
    const own = new Uint8Array(n)
    const hide = (values: Uint8Array, row: number) => {
      own.set(values)
      copies.forEach((w, i) => {
        if (runs[i]?.run[row]) own[w] = UNKNOWN
      })
      return own
    }
    const count = above.length
    const texts = above.map(() => ({ has: new Uint8Array(rows.length), readings: new Uint8Array(sites.length) }))
    const present = new Uint8Array(count)
    const state = new Uint8Array(count)
    call++
    for (let r = 0; r < rows.length; r++) {
      const hidden = isHidden(r)
      restoreRow(group, hidden ? hide(byRow[r]!, r) : byRow[r]!, source >= 0 ? has[source]![r]! : 0, present)
      const { firstSite, endSite } = rows[r]!
      for (let k = 0; k < count; k++) texts[k]!.has[r] = present[k]!
      for (let s = firstSite; s < endSite; s++) {
        const pattern = patternAt[s]!
        const states = hidden ? state : restored.subarray(pattern * (n + 1), pattern * (n + 1) + count)
        if (hidden || restoredIn[pattern] !== call) {
          const over = source >= 0 ? readings[source]![s]! : UNKNOWN
          restore(group, hidden ? hide(bySite[s]!, r) : bySite[s]!, over, statesAt[s]!, holders[s]!, states)
          if (!hidden) restoredIn[pattern] = call
        }
        for (let k = 0; k < count; k++) texts[k]!.readings[s] = present[k] ? states[k]! : UNKNOWN
      }
    }
    let cost = 0
    const gains = new Float64Array(rows.length)
    for (let k = 0; k < count; k++) {
      if (k > 0) cost += copyCost(texts[above[k]!]!, texts[k]!, undefined, gains)
      else if (source >= 0) cost += copyCost(textOf(source), texts[k]!, undefined, gains)
      else for (let r = 0; r < rows.length; r++) gains[r]! += texts[0]!.has[r]!
    }
    for (let i = 0; i < copies.length; i++) {
      const one = runs[i]
      const parent = one ? mixed(grid, texts[from[i]!]!, textOf(one.source), one.run) : texts[from[i]!]!
      cost += copyCost(parent, textOf(copies[i]!), undefined, gains) + (one ? MIXING.price : 0)
    }
    for (let k = 0; k < count; k++) {
      const over = k > 0 ? texts[above[k]!] : source >= 0 ? textOf(source) : undefined
      const below = [
        ...copies.filter((_, i) => from[i] === k).map(textOf),
        ...texts.filter((_, lower) => lower > k && above[lower] === k),
      ]
      if (!isProved(over ? [over, ...below] : below)) cost += PROOF.missing
    }
    return { texts, cost, gains: gainsOf(gains) }
  }
}

/** How much a witness's reading counts for its source's: the less of its words were changed against its nearest, the more. */
function firmnessOf({ n, rows, sites, has, readings }: Grid): Float64Array {
  const shares = new Float64Array(n).fill(0.9)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue
      let words = 2
      let changed = 0.5
      for (const [r, row] of rows.entries()) {
        if (!has[a]![r] || !has[b]![r]) continue
        words += row.words
        for (let s = row.firstSite; s < row.endSite; s++)
          if (readings[a]![s] !== readings[b]![s]) changed += sites[s]!.places
      }
      shares[a] = Math.min(shares[a]!, changed / words)
    }
  return shares.map(share =>
    Math.min(RECONSTRUCT.most, Math.max(RECONSTRUCT.least, Math.log((1 - share) / share) + RECONSTRUCT.choice)),
  )
}

/** For each site the number of its pattern: sites that all witnesses read alike have the same. */
function patternsOf(bySite: readonly Uint8Array[]): { patternAt: Int32Array; count: number } {
  const numbers = new Map<string, number>()
  const patternAt = Int32Array.from(bySite, values => {
    const key = values.join()
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  return { patternAt, count: numbers.size }
}
