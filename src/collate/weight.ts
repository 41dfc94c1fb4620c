import { LINK } from "../align/likeness.ts"
import { TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Reading, Severity, Variant, VariantKind } from "../model/variant.ts"
import { type BeadPair, linkKind, linkOfA, linkOfB } from "./pair.ts"

/** A variant with how closely the words around it agree, in [0, 1]; 0 where whole sentences are the change. */
export interface Weighed extends Variant {
  readonly closeness: number
}

const SEVERITY: Record<Severity, number> = { sense: 0, detail: 1, wording: 2, form: 3 }

// One fact in the place of another; then who says it; then what is there on one side only; then the look of it.
const CLASSES: readonly (readonly VariantKind[])[] = [
  [
    "sense-reversed",
    "negation-changed",
    "role-changed",
    "speaker-changed",
    "number-changed",
    "unit-changed",
    "date-changed",
    "name-replaced",
    "place-replaced",
    "organisation-replaced",
    "name-garbled",
    "quotation-altered",
    "hedge-dropped",
    "hedge-added",
    "word-replaced",
  ],
  ["attribution-dropped", "attribution-added", "credit-dropped", "credit-added"],
  ["omission", "addition"],
  ["debris", "moved", "split", "merged", "reworded", "spelling", "format"],
]
const CLASS = new Map(CLASSES.flatMap((kinds, index) => kinds.map(kind => [kind, index] as const)))
const KIND = new Map(CLASSES.flat().map((kind, index) => [kind, index]))

/**
 * Worst first: by severity; then facts before attributions, and these before what is left out or added; then the change whose
 * surroundings agree most, for what is corrected is one fact in words that stay; then by kind and place.
 */
export function byWeight(x: Weighed, y: Weighed): number {
  return (
    SEVERITY[x.severity] - SEVERITY[y.severity] ||
    CLASS.get(x.kind)! - CLASS.get(y.kind)! ||
    y.closeness - x.closeness ||
    KIND.get(x.kind)! - KIND.get(y.kind)! ||
    compareReadings(x.readings[0]!, y.readings[0]!) ||
    compareReadings(x.readings[1]!, y.readings[1]!)
  )
}

const placeOf = (reading: Reading) => (reading.kind === "text" ? reading.span.start : reading.at)

function compareReadings(x: Reading, y: Reading): number {
  return (x.witness < y.witness ? -1 : Number(x.witness > y.witness)) || placeOf(x) - placeOf(y)
}

const REACH = 6

/**
 * How closely the words around a change agree: the mean of the share of equal words within {@link REACH} words of it, and of that in
 * the whole bead, rounded to tenths, in [0, 1].
 */
export function closenessOf(pair: BeadPair, { a, b }: { readonly a: Range; readonly b: Range }): number {
  const { rangeA, rangeB } = pair.links
  const isSame = (i: number) => linkOfA(pair, i) >= 0 && linkKind(pair, i) === LINK.same
  const left = shares(pair.a.tokens.kinds, rangeA, a, isSame)
  const right = shares(pair.b.tokens.kinds, rangeB, b, j => linkOfB(pair, j) >= 0 && isSame(linkOfB(pair, j)))
  return Math.round(2.5 * (left.near + right.near + left.all + right.all)) / 10
}

/** Share of the words near a range, and of all words of the bead outside it, that are the same on the other side. */
function shares(kinds: Uint8Array, bead: Range, { first, end }: Range, isSame: (t: number) => boolean) {
  const counts = { near: 0, nearSame: 0, all: 0, allSame: 0 }
  for (let t = bead.first; t < bead.end; t++) {
    if ((t >= first && t < end) || kinds[t] === TOKEN.punctuation) continue
    const same = Number(isSame(t))
    counts.all++
    counts.allSame += same
    if (t < first - REACH || t >= end + REACH) continue
    counts.near++
    counts.nearSame += same
  }
  return { near: counts.nearSame / Math.max(1, counts.near), all: counts.allSame / Math.max(1, counts.all) }
}
