/** Which lists make pairs, and how many. */
const PAIRS = { all: 8, longest: 500 }
const SHINGLES = { all: 24, longest: 0xffffffff }
/** In a longer list a report meets so many before it, of other outlets than its own. */
const BEFORE = 2
/** … looked for among so many. */
const LOOKED_AT = 16

/** What makes two reports meet: a pair of words or a shingle that few reports have, or one that many have. */
export const MEETING = { pair: 0, shingle: 1, commonPair: 2, commonShingle: 3 } as const

/**
 * Lets the reports that have a feature meet: gives each pair `a < b` of which `b` is at least `since`, once for every feature that
 * makes them meet, with its kind ({@link MEETING}). `keys` ascend; of equal keys, `reports` ascend. `outlets` has a code for each report's outlet, 0 for unknown.
 *
 * In a short list all meet. In a long one each meets the two before it that are of other outlets: so a wire story with 5,000
 * copies stays one, and what a site prints on all of its pages joins nothing. Pairs of words that more than 500 reports have tell nothing.
 * O(features) in time, no memory.
 */
export function meet(
  { keys, reports }: { readonly keys: Uint32Array; readonly reports: Uint32Array },
  outlets: Uint32Array,
  since: number,
  found: (a: number, b: number, kind: number) => void,
): void {
  for (let start = 0, end = 0; start < keys.length; start = end) {
    const key = keys[start]!
    end = start + 1
    while (end < keys.length && keys[end] === key) end++
    if (end - start < 2 || reports[end - 1]! < since) continue
    const isShingle = key & 1
    const { all, longest } = isShingle ? SHINGLES : PAIRS
    if (end - start <= all) allMeet(reports, start, end, since, isShingle, found)
    else if (end - start <= longest)
      neighboursMeet(reports, outlets, start, end, since, MEETING.commonPair + isShingle, found)
  }
}

type Found = (a: number, b: number, kind: number) => void

function allMeet(reports: Uint32Array, start: number, end: number, since: number, kind: number, found: Found): void {
  for (let i = start + 1; i < end; i++) {
    const b = reports[i]!
    if (b < since || b === reports[i - 1]) continue
    let last = -1
    for (let j = start; j < i; j++) {
      const a = reports[j]!
      if (a === last || a === b) continue
      last = a
      found(a, b, kind)
    }
  }
}

function neighboursMeet(
  reports: Uint32Array,
  outlets: Uint32Array,
  start: number,
  end: number,
  since: number,
  kind: number,
  found: Found,
): void {
  for (let i = start + 1; i < end; i++) {
    const b = reports[i]!
    if (b < since || b === reports[i - 1]) continue
    let met = 0
    let last = b
    for (let j = i - 1; j >= start && j >= i - LOOKED_AT && met < BEFORE; j--) {
      const a = reports[j]!
      if (a === last) continue
      last = a
      if (outlets[a] === outlets[b] && outlets[a] !== 0) continue
      found(a, b, kind)
      met++
    }
  }
}
