import type { Chance } from "./chance.ts"
import { HANDS, type HandKind, RATES } from "./rates.ts"

/** Who copies whom, and how. Nodes stand in the order they were written; the first has no parent. */
export interface PlannedNode {
  readonly parent: number
  /** A second source: neither above nor below. */
  readonly second?: number
  readonly lost: boolean
  readonly kind: HandKind
}

/** A tree with the wanted number of witnesses, and its lost texts: each has two children or more. */
export function plan(chance: Chance): PlannedNode[] {
  const { least, most } = RATES.witnesses
  const wanted = least + chance.below(most - least + 1)
  const share = RATES.lost.least + (RATES.lost.most - RATES.lost.least) * chance.unit()
  let parents = [-1]
  let luck = [chance.unit()]
  for (;;) {
    if (parents.length > 2 * wanted + 4) {
      parents = [-1]
      luck = [chance.unit()]
    }
    const lost = losses(parents, luck, share)
    const extant = parents.length - (lost?.size ?? 0)
    if (lost && extant >= wanted && extant <= wanted + 1)
      return withKinds(parents, lost, seconds(parents, chance), chance)
    parents.push(chance.weighted(parents.map((_, node) => attraction(parents, node))))
    luck.push(chance.unit())
  }
}

function children(parents: readonly number[], node: number): number {
  return parents.filter(parent => parent === node).length
}

function attraction(parents: readonly number[], node: number): number {
  return 1 + RATES.copiedAgain * children(parents, node) + (node >= parents.length - 4 ? RATES.recent : 0)
}

/** So many of the inner nodes, by their luck; nothing when too few have two children. */
function losses(parents: readonly number[], luck: readonly number[], share: number): Set<number> | undefined {
  const inner = parents.flatMap((_, node) => (children(parents, node) > 0 ? [node] : []))
  const fit = inner.filter(node => children(parents, node) > 1).sort((a, b) => luck[a]! - luck[b]!)
  const count = Math.ceil(share * inner.length)
  return inner.length > 1 && fit.length >= count ? new Set(fit.slice(0, count)) : undefined
}

function isAbove(parents: readonly number[], above: number, node: number): boolean {
  for (let at = node; at >= 0; at = parents[at]!) if (at === above) return true
  return false
}

/** Second sources by child. */
function seconds(parents: readonly number[], chance: Chance): Map<number, number> {
  const { traditions, most } = RATES.merges
  const made = new Map<number, number>()
  const wanted = chance.happens(traditions) ? 1 + chance.below(parents.length > 10 ? most : 1) : 0
  for (let turn = 0; turn < 40 && made.size < wanted; turn++) {
    const child = 2 + chance.below(parents.length - 2)
    const source = 1 + chance.below(child - 1)
    if (!isAbove(parents, source, child) && !isAbove(parents, child, source) && parents[child] !== 0)
      made.set(child, source)
  }
  return made
}

/** A kind for each: what was copied from a lost text, and what is lost itself or made from two, is no plain reprint. */
function withKinds(
  parents: readonly number[],
  lost: ReadonlySet<number>,
  second: ReadonlyMap<number, number>,
  chance: Chance,
): PlannedNode[] {
  const kinds = Object.keys(HANDS) as HandKind[]
  return parents.map((parent, node): PlannedNode => {
    const fit = kinds.filter(kind => !(lost.has(parent) || lost.has(node) || second.has(node)) || kind !== "reprint")
    const kind = fit[chance.weighted(fit.map(one => HANDS[one].often))]!
    const source = second.get(node)
    return { parent, lost: lost.has(node), kind, ...(source === undefined ? {} : { second: source }) }
  })
}
