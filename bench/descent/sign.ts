import { distancesFrom, type Edge, neighbours, nodesOf } from "./tree.ts"

/**
 * Sign similarity in percent (Computer-Assisted Stemmatology Challenge; Roos and Heikkilä 2009): the mean over every text A and
 * every two others B, C of 1 - |sign(d(A,B) - d(A,C)) - sign(d'(A,B) - d'(A,C))| / 2, where d counts edges on the shortest way,
 * in either direction. What cannot be reached is infinitely far. Costs O(n³).
 *
 * @example
 * signSimilarity([["A", "B"], ["A", "C"]], [["B", "A"], ["A", "C"]], ["A", "B", "C"]) // => 100
 */
export function signSimilarity(truth: readonly Edge[], found: readonly Edge[], extant: readonly string[]): number {
  const far = [truth, found].map(edges => distanceRows(edges, extant))
  let lost = 0
  let compared = 0
  for (let a = 0; a < extant.length; a++)
    for (let b = 0; b < extant.length; b++)
      for (let c = b + 1; c < extant.length; c++) {
        if (b === a || c === a) continue
        const [right, ours] = far.map(rows => order(rows[a]![b]!, rows[a]![c]!))
        lost += Math.abs(right! - ours!) / 2
        compared++
      }
  return 100 * (1 - lost / Math.max(1, compared))
}

/**
 * Orientation in percent: the same on pairs, comparing how many edges each stands below the nearest root. A text that is in no
 * edge is infinitely far below.
 */
export function orientation(truth: readonly Edge[], found: readonly Edge[], extant: readonly string[]): number {
  const [right, ours] = [truth, found].map(edges => depths(edges, extant))
  let lost = 0
  let compared = 0
  for (let b = 0; b < extant.length; b++)
    for (let c = b + 1; c < extant.length; c++) {
      lost += Math.abs(order(right![b]!, right![c]!) - order(ours![b]!, ours![c]!)) / 2
      compared++
    }
  return 100 * (1 - lost / Math.max(1, compared))
}

function order(x: number, y: number): number {
  return x === y ? 0 : x < y ? -1 : 1
}

function distanceRows(edges: readonly Edge[], extant: readonly string[]): number[][] {
  const next = neighbours(edges, "both")
  return extant.map(start => {
    const distance = distancesFrom([start], next)
    return extant.map(node => distance.get(node) ?? Number.POSITIVE_INFINITY)
  })
}

function depths(edges: readonly Edge[], extant: readonly string[]): number[] {
  const children = new Set(edges.map(([, child]) => child))
  const roots = nodesOf(edges).filter(node => !children.has(node))
  const depth = distancesFrom(roots, neighbours(edges, "down"))
  return extant.map(node => depth.get(node) ?? Number.POSITIVE_INFINITY)
}
