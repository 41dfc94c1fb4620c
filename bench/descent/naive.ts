import type { Check } from "../bench.ts"
import type { Measured } from "./measure.ts"
import type { Edge, Tree } from "./tree.ts"

/** Sign similarity by shortest ways between all nodes (Floyd 1962) and the formula as it is written. */
function naiveSign(truth: readonly Edge[], found: readonly Edge[], extant: readonly string[]): number {
  const [d, e] = [ways(truth, extant), ways(found, extant)]
  const sums: number[] = []
  for (const a of extant)
    for (const b of extant)
      for (const c of extant) {
        if (a === b || a === c || b === c) continue
        sums.push(1 - Math.abs(sign(d(a, b), d(a, c)) - sign(e(a, b), e(a, c))) / 2)
      }
  return (100 * sums.reduce((x, y) => x + y, 0)) / sums.length
}

/** The same on pairs, by the number of steps up to the nearest text without a parent. */
function naiveOrientation(truth: readonly Edge[], found: readonly Edge[], extant: readonly string[]): number {
  const sums: number[] = []
  for (const b of extant)
    for (const c of extant)
      if (b !== c)
        sums.push(1 - Math.abs(sign(steps(truth, b), steps(truth, c)) - sign(steps(found, b), steps(found, c))) / 2)
  return (100 * sums.reduce((x, y) => x + y, 0)) / sums.length
}

function sign(x: number, y: number): number {
  return x === y ? 0 : Math.sign(x - y)
}

function steps(edges: readonly Edge[], node: string, passed: readonly string[] = []): number {
  if (!edges.flat().includes(node) || passed.includes(node)) return Number.POSITIVE_INFINITY
  const parents = edges.filter(([, child]) => child === node).map(([parent]) => parent)
  if (parents.length === 0) return 0
  return 1 + Math.min(...parents.map(parent => steps(edges, parent, [...passed, node])))
}

function ways(edges: readonly Edge[], extant: readonly string[]): (a: string, b: string) => number {
  const nodes = [...new Set([...extant, ...edges.flat()])]
  const length = new Map(nodes.map(a => [a, new Map(nodes.map(b => [b, a === b ? 0 : Number.POSITIVE_INFINITY]))]))
  for (const [a, b] of edges) {
    length.get(a)!.set(b, 1)
    length.get(b)!.set(a, 1)
  }
  for (const k of nodes)
    for (const i of nodes)
      for (const j of nodes) {
        const over = length.get(i)!.get(k)! + length.get(k)!.get(j)!
        if (over < length.get(i)!.get(j)!) length.get(i)!.set(j, over)
      }
  return (a, b) => length.get(a)!.get(b)!
}

/** How many found lost texts stand for a true one, by asking of each witness and each pair whether it hangs below. */
function naiveLost(truth: Tree, found: Tree): number {
  const trueLost = lostOf(truth)
  const pairs = lostOf(found)
    .flatMap(ours => trueLost.map(theirs => ({ ours, theirs, alike: alike(truth, theirs, found, ours) })))
    .filter(pair => pair.alike.share > 0.5)
    .sort((p, q) => q.alike.share - p.alike.share || q.alike.pairs - p.alike.pairs)
  const used = new Set<string>()
  let right = 0
  for (const { ours, theirs } of pairs) {
    if (used.has(`ours ${ours}`) || used.has(`theirs ${theirs}`)) continue
    used.add(`ours ${ours}`).add(`theirs ${theirs}`)
    right++
  }
  return right
}

function lostOf({ edges, extant }: Tree): string[] {
  const lost = [...new Set(edges.flat())].filter(node => !extant.includes(node))
  return lost.filter(node => new Set(edges.filter(([parent]) => parent === node).map(([, child]) => child)).size > 1)
}

function isBelow(edges: readonly Edge[], node: string, above: string, passed: readonly string[] = []): boolean {
  if (node === above) return true
  if (passed.includes(node)) return false
  return edges.some(([parent, child]) => child === node && isBelow(edges, parent, above, [...passed, node]))
}

function alike(truth: Tree, theirs: string, found: Tree, ours: string): { share: number; pairs: number } {
  const { extant } = truth
  const inTrue = extant.filter(one => isBelow(truth.edges, one, theirs))
  const inFound = extant.filter(one => isBelow(found.edges, one, ours))
  const common = inTrue.filter(one => inFound.includes(one))
  const pairs = common.flatMap((a, i) =>
    common.slice(i + 1).filter(b => parts(truth.edges, theirs, a, b) && parts(found.edges, ours, a, b)),
  ).length
  return { share: pairs === 0 ? 0 : common.length / new Set([...inTrue, ...inFound]).size, pairs }
}

/** Both are below the node, and below none of its children together. */
function parts(edges: readonly Edge[], node: string, a: string, b: string): boolean {
  const children = edges.filter(([parent]) => parent === node).map(([, child]) => child)
  const over = (one: string) => children.filter(child => isBelow(edges, one, child))
  return over(a).length > 0 && over(b).length > 0 && !over(a).some(child => over(b).includes(child))
}

/** Calibration error by going through the edges bin by bin. */
function naiveCalibration(edges: readonly { confidence: number; right: boolean }[]): number {
  let gap = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = edges.filter(({ confidence: c }) => c >= bin / 10 && (c < (bin + 1) / 10 || bin === 9))
    gap += Math.abs(inside.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0))
  }
  return gap / edges.length
}

/** The marks of some traditions held against plain implementations. */
export function checkMarks(all: readonly Measured[]): Check {
  const wrong = all.flatMap(({ seed, truth, found, ours, lost }) => {
    const differs = (what: string, value: number, plain: number) =>
      Math.abs(value - plain) < 1e-9 ? [] : [`seed ${seed}: ${what} is ${value}, plainly counted ${plain}`]
    return [
      ...differs("sign similarity", ours.sign, naiveSign(truth.edges, found.main, truth.extant)),
      ...differs("orientation", ours.orientation, naiveOrientation(truth.edges, found.main, truth.extant)),
      ...differs("lost texts that are right", lost.right, naiveLost(truth, found)),
    ]
  })
  return { name: "sign similarity, orientation and lost texts against plain counting", compared: 3 * all.length, wrong }
}

/** The calibration error held against a plain one. */
export function checkCalibration(all: readonly Measured[], value: number): Check {
  const edges = all.flatMap(one => one.edges)
  const plain = naiveCalibration(edges)
  const wrong = Math.abs(value - plain) < 1e-9 ? [] : [`it is ${value}, plainly counted ${plain}`]
  return { name: "calibration error against plain counting", compared: edges.length, wrong }
}
