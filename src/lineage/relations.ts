import { childrenOf, fromRoot, type Tree } from "./tree.ts"

/** Steps up and down are told apart up to one less than this; what is further counts as that far. */
export const STEPS = 5
/** How many relations are told apart. */
export const RELATIONS = STEPS * STEPS

/**
 * How each two witnesses stand to each other in a tree: `up * STEPS + down` at `a * n + b`, where `up` is the edges from `a` to the nearest text
 * both come from, and `down` those from there to `b`. So 1 says that `a` is the source of `b`, and `STEPS + 1` that both are copies of one text.
 * O(witnesses² × depth).
 */
export function relationsIn(tree: Tree, n: number, made = new Uint8Array(n * n)): Uint8Array {
  const depth = new Int32Array(tree.length)
  for (const node of fromRoot(tree, childrenOf(tree))) depth[node] = tree[node]! < 0 ? 0 : depth[tree[node]!]! + 1
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      let [x, y] = [a, b]
      let [up, down] = [0, 0]
      while (x !== y) {
        if (depth[x]! >= depth[y]!) {
          x = tree[x]!
          up++
        } else {
          y = tree[y]!
          down++
        }
      }
      up = Math.min(up, STEPS - 1)
      down = Math.min(down, STEPS - 1)
      made[a * n + b] = up * STEPS + down
      made[b * n + a] = down * STEPS + up
    }
  return made
}
