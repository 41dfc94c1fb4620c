import { childrenOf, fromRoot, type Tree, type Weighed } from "./tree.ts"

/**
 * The place in `trees` of the one that agrees best with all of them, each counted by its weight: for every three witnesses, which of two is nearer to
 * the third, and for every two, which is nearer the root (the centroid of Carvalho and Lawrence 2008, for trees). O(trees × witnesses³).
 */
export function centroid(trees: readonly Weighed[], n: number): number {
  const marks = trees.map(({ tree }) => signs(tree, n))
  const length = marks[0]!.length
  const odds = new Float64Array(3 * length)
  for (const [t, list] of marks.entries())
    for (let i = 0; i < length; i++) odds[3 * i + list[i]! + 1]! += trees[t]!.weight
  const pairs = (n * (n - 1)) / 2
  // Pairs count as much as triplets in all.
  const weight = n > 2 ? n - 2 : 1
  let best = 0
  let most = -1
  for (const [t, list] of marks.entries()) {
    let sum = 0
    for (let i = 0; i < length; i++) {
      const same = odds[3 * i + list[i]! + 1]!
      const tied = list[i] === 0 ? 1 - same : odds[3 * i + 1]!
      sum += (same + tied / 2) * (i < pairs ? weight : 1)
    }
    if (sum > most + 1e-9) [best, most] = [t, sum]
  }
  return best
}

/** For each pair of witnesses which is nearer the root, then for each three which of two is nearer to the first: -1, 0 or 1. */
function signs(tree: Tree, n: number): Int8Array {
  const distance = distances(tree, n)
  const made = new Int8Array((n * (n - 1)) / 2 + (n * (n - 1) * (n - 2)) / 2)
  const depth = depths(tree)
  let at = 0
  for (let b = 0; b < n; b++) for (let c = b + 1; c < n; c++) made[at++] = Math.sign(depth[b]! - depth[c]!)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++)
      for (let c = b + 1; c < n; c++)
        if (a !== b && a !== c) made[at++] = Math.sign(distance[a * n + b]! - distance[a * n + c]!)
  return made
}

function depths(tree: Tree): Int32Array {
  const depth = new Int32Array(tree.length)
  for (const node of fromRoot(tree, childrenOf(tree))) if (tree[node]! >= 0) depth[node] = depth[tree[node]!]! + 1
  return depth
}

/** Edges on the way between any two witnesses. */
function distances(tree: Tree, n: number): Int32Array {
  const depth = depths(tree)
  const found = new Int32Array(n * n)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < a; b++) {
      let [x, y] = [a, b]
      while (x !== y) {
        if (depth[x]! >= depth[y]!) x = tree[x]!
        else y = tree[y]!
      }
      found[a * n + b] = found[b * n + a] = depth[a]! + depth[b]! - 2 * depth[x]!
    }
  return found
}
