import type { Alignment } from "../model/passage.ts"
import type { Range } from "../model/span.ts"
import { joinKin } from "./cohesion.ts"
import { strengthsOf } from "./strength.ts"
import { unionFind } from "./union.ts"

/** Witnesses that belong together, as indexes in ascending order. */
export interface Clan {
  readonly members: readonly number[]
  readonly alignments: readonly Alignment[]
  /** Kinships of a member that is a second, separate source of another: what they share, none of the other's kin has. */
  readonly guests: readonly { readonly guest: number; readonly host: number; readonly alignment: Alignment }[]
}

/** A witness of which the host has less than this is a source the host took passages from; one it has more of is kin like any other. */
const WHOLE = 0.7

/**
 * Witnesses joined by kinship (copy, excerpt, rewrite; never by a shared quotation alone), in the order of their first members. Loners are left out.
 * A round-up that takes passages from two groups which have nothing to do with each other does not join them: it stays with the one it shares
 * most with. Where the other side is a single witness, that one is a guest of the family, the round-up's second source.
 * `alignments` must come in a fixed order; `speech` is the share of a witness's sentence that stands in quotation marks. Costs O(alignments + beads), and as much again for each witness that might be such a bridge.
 */
export function familiesOf(
  count: number,
  alignments: readonly Alignment[],
  speech: (witness: number, sentence: number) => number = () => 0,
): Clan[] {
  const kin = alignments.filter(one => one.kinship.kind !== "shared-quotation")
  const byWitness: Alignment[][] = Array.from({ length: count }, () => [])
  for (const one of kin) {
    byWitness[one.a]!.push(one)
    byWitness[one.b]!.push(one)
  }
  const cut = new Set<Alignment>()
  const guests: { guest: number; host: number; alignment: Alignment }[] = []
  for (let host = 0; host < count; host++) separate(host, byWitness, cut, guests)
  const joined = joinKin(
    count,
    kin.filter(one => !cut.has(one)),
    strengthsOf(count, alignments, speech),
  )
  const inside = groupBy(
    kin.filter(one => !cut.has(one) && joined.find(one.a) === joined.find(one.b)),
    one => joined.find(one.a),
  )
  const guestsInside = groupBy(guests, guest => joined.find(guest.host))
  return [...joined.groups()].flatMap(([root, members]) =>
    members.length < 2 ? [] : [{ members, alignments: inside.get(root) ?? [], guests: guestsInside.get(root) ?? [] }],
  )
}

function groupBy<T>(list: readonly T[], key: (one: T) => number): Map<number, T[]> {
  const made = new Map<number, T[]>()
  for (const one of list) {
    const group = made.get(key(one))
    if (group) group.push(one)
    else made.set(key(one), [one])
  }
  return made
}

const partner = (one: Alignment, witness: number): number => (one.a === witness ? one.b : one.a)

/** The sentences of `witness` that the alignment covers. */
function covered(one: Alignment, witness: number): number[] {
  const range = (bead: Alignment["beads"][number]): Range => (one.a === witness ? bead.a : bead.b)
  return one.beads.flatMap(bead => {
    const { first, end } = range(bead)
    return Array.from({ length: end - first }, (_, k) => first + k)
  })
}

/** The kin of `host` by which of its sentences they have: those that share none of them, not even by way of others, are apart. */
function sidesOf(host: number, own: readonly Alignment[]): Alignment[][] {
  const holders = new Map<number, number>()
  const joined = unionFind(own.length)
  for (const [index, one] of own.entries())
    for (const sentence of covered(one, host)) {
      const other = holders.get(sentence)
      if (other === undefined) holders.set(sentence, index)
      else joined.join(index, other)
    }
  return [...joined.groups().values()].map(group => group.map(index => own[index]!))
}

/** All witnesses reached from `start` without going through `host`. */
function reach(
  start: readonly number[],
  host: number,
  byWitness: readonly (readonly Alignment[])[],
  cut: ReadonlySet<Alignment>,
): Set<number> {
  const found = new Set(start)
  for (const witness of found)
    for (const one of byWitness[witness]!) {
      const other = partner(one, witness)
      if (other !== host && !cut.has(one)) found.add(other)
    }
  return found
}

function separate(
  host: number,
  byWitness: readonly (readonly Alignment[])[],
  cut: Set<Alignment>,
  guests: { guest: number; host: number; alignment: Alignment }[],
): void {
  const sides = sidesOf(
    host,
    byWitness[host]!.filter(one => !cut.has(one)),
  )
  if (sides.length < 2) return
  const share = (side: readonly Alignment[]) => new Set(side.flatMap(one => covered(one, host))).size
  const [main, ...others] = sides.sort((x, y) => share(y) - share(x) || partner(x[0]!, host) - partner(y[0]!, host))
  const home = reach(
    main!.map(one => partner(one, host)),
    host,
    byWitness,
    cut,
  )
  for (const side of others) {
    const partners = side.map(one => partner(one, host))
    if (partners.some(witness => home.has(witness))) continue
    const beyond = reach(partners, host, byWitness, cut)
    const first = side[0]!
    const kept = first.a === host ? first.kinship.coverage.b : first.kinship.coverage.a
    if (beyond.size === 1 && kept < WHOLE) guests.push({ guest: partners[0]!, host, alignment: first })
    else if (beyond.size > 1 && home.size > 1) for (const one of side) cut.add(one)
  }
}
