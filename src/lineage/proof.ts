import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import type { Site } from "./loci.ts"
import { GAP, UNKNOWN } from "./readings.ts"

/**
 * Two who rewrite the same words hit on the same new ones in `chance` of the places by themselves (measured on rewrites by hand and by
 * machine: 0.15 to 0.34); texts with a source between do in more than half. So many `deviations` above chance prove such a source. A name
 * or a number that both have otherwise is worth `fact` words: nobody hits on it.
 */
export const PROOF = { chance: 0.28, deviations: 2.2, fact: 4 } as const

/** From so many `places`: sharing at least `close`, or at most `apart`, of the changed words. */
const MOSAIC = { places: 10, close: 0.6, apart: 0.4 } as const

/** Which witnesses agree against a third more than chance allows. Sets of witnesses are masks: bit `w % 32` of word `w / 32`. */
export interface Proof {
  /** Whether any of `some` and any of `others` agree against `third`. */
  readonly agree: (third: number, some: Mask, others: Mask) => boolean
  readonly maskOf: (witnesses: readonly number[]) => Mask
}

/** A set of witnesses. */
export type Mask = Uint32Array

/** Counts for every three witnesses where two differ from the third, and in how many of these they agree. O(sites × witnesses³). */
export function proofOf(segmented: readonly Segmented[], sites: readonly Site[], order: readonly number[]): Proof {
  const n = segmented.length
  const width = Math.ceil(n / 32)
  const proved = provedPairs(segmented, sites, width, order)
  const agree = (third: number, some: Mask, others: Mask) => {
    for (let a = 0; a < n; a++) {
      if ((some[a >>> 5]! & (1 << (a & 31))) === 0) continue
      const row = (third * n + a) * width
      for (let word = 0; word < width; word++) if ((proved[row + word]! & others[word]!) !== 0) return true
    }
    return false
  }
  const maskOf = (witnesses: readonly number[]) => {
    const mask = new Uint32Array(width)
    for (const w of witnesses) mask[w >>> 5] = (mask[w >>> 5]! | (1 << (w & 31))) >>> 0
    return mask
  }
  return { agree, maskOf }
}

function provedPairs(
  segmented: readonly Segmented[],
  sites: readonly Site[],
  width: number,
  order: readonly number[],
): Uint32Array {
  const n = segmented.length
  const both = new Float64Array(n * n * n)
  const agreed = new Float64Array(n * n * n)
  for (const { locus, starts } of sites) {
    const { readings } = locus
    const isReading = (w: number) => readings[w] !== UNKNOWN && readings[w] !== GAP
    const worth = segmented.map((one, w) => (isFact(one, starts[w]!) ? PROOF.fact : 1))
    for (let p = 0; p < n; p++) {
      if (!isReading(p)) continue
      const others = worth.flatMap((_, w) => (w !== p && isReading(w) && readings[w] !== readings[p] ? [w] : []))
      for (const a of others)
        for (const b of others) {
          if (b >= a) break
          const cell = (p * n + a) * n + b
          const same = readings[a] === readings[b]
          both[cell]! += same ? worth[a]! : 1
          if (same) agreed[cell]! += worth[a]!
        }
    }
  }
  const mixed = mosaics(order, both, agreed)
  const { chance, deviations } = PROOF
  const proved = new Uint32Array(n * n * width)
  const mark = (p: number, a: number, b: number) => {
    const cell = (p * n + a) * width + (b >>> 5)
    proved[cell] = (proved[cell]! | (1 << (b & 31))) >>> 0
  }
  for (let p = 0; p < n; p++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < a; b++) {
        const cell = (p * n + a) * n + b
        const places = both[cell]!
        if (
          places === 0 ||
          mixed[a] ||
          mixed[b] ||
          agreed[cell]! - chance * places < deviations * Math.sqrt(places * chance * (1 - chance))
        )
          continue
        mark(p, a, b)
        mark(p, b, a)
      }
  return proved
}

/**
 * Witnesses made from two others: they agree for the most part with each of two that do not agree with each other. What they share proves
 * nothing of a text between. Told by the earliest witness and those before each in `order`.
 */
function mosaics(order: readonly number[], both: Float64Array, agreed: Float64Array): boolean[] {
  const n = order.length
  const first = order[0]!
  const share = (x: number, y: number) => {
    const [a, b] = x > y ? [x, y] : [y, x]
    const cell = (first * n + a) * n + b
    return both[cell]! < MOSAIC.places ? Number.NaN : agreed[cell]! / both[cell]!
  }
  const mixed: boolean[] = new Array(n).fill(false)
  order.forEach((m, place) => {
    const close = order.slice(1, place).filter(x => share(m, x) >= MOSAIC.close)
    mixed[m] = close.some(x => close.some(y => share(x, y) <= MOSAIC.apart))
  })
  return mixed
}

/** Whether the word that begins at this place of the text is a number or part of a name. */
function isFact({ tokens }: Segmented, start: number): boolean {
  if (start < 0) return false
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (tokens.starts[middle]! < start) low = middle + 1
    else high = middle
  }
  return tokens.starts[low] === start && (tokens.kinds[low] === TOKEN.number || tokens.tags[low] === TAG.name)
}
