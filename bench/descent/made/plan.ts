import type { Chance } from "./chance.ts"
import { RATES } from "./rates.ts"

/** Who copies whom. Nodes stand in the order they were written; the first has no parent. */
export interface PlannedNode {
  readonly parent: number
  /** A second source: neither above nor below. */
  readonly second?: number
  readonly lost: boolean
}

/** A tree with the wanted number of witnesses, and its lost texts: each has two children or more. */
export function plan(wanted: number, chance: Chance): PlannedNode[] {
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
    if (lost && extant >= wanted && extant <= wanted + 1) return planned(parents, lost, seconds(parents, lost, chance))
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

/** Second sources by child; the child is extant. */
function seconds(parents: readonly number[], lost: ReadonlySet<number>, chance: Chance): Map<number, number> {
  const { traditions, most } = RATES.merges
  const made = new Map<number, number>()
  const wanted = chance.happens(traditions) ? 1 + chance.below(parents.length > 10 ? most : 1) : 0
  for (let turn = 0; turn < 40 && made.size < wanted; turn++) {
    const child = 2 + chance.below(parents.length - 2)
    const source = 1 + chance.below(child - 1)
    if (lost.has(child)) continue
    if (!isAbove(parents, source, child) && !isAbove(parents, child, source) && parents[child] !== 0)
      made.set(child, source)
  }
  return made
}

function planned(
  parents: readonly number[],
  lost: ReadonlySet<number>,
  second: ReadonlyMap<number, number>,
): PlannedNode[] {
  return parents.map((parent, node): PlannedNode => {
    const source = second.get(node)
    return { parent, lost: lost.has(node), ...(source === undefined ? {} : { second: source }) }
  })
}
