import { childrenOf, fromRoot, type Tree } from "./tree.ts"

/** Steps up and down are told apart up to one less than this; what is further counts as that far. */
export const STEPS = 5
/** How many relations are told apart. */
export const RELATIONS = STEPS * STEPS

/** From the relation of a text to another that of what was copied from it: one edge more up. */
const FURTHER = Uint8Array.from({ length: RELATIONS }, (_, relation) =>
  relation + STEPS < RELATIONS ? relation + STEPS : relation,
)
/** Each relation seen from the other side. */
export const TURNED = Uint8Array.from(
  { length: RELATIONS },
  (_, relation) => (relation % STEPS) * STEPS + Math.floor(relation / STEPS),
)

/**
 * How each two texts of a tree stand to each other: `up * STEPS + down` at `a * tree.length + b`, where `up` is the edges from `a` to the nearest text
 * both come from, and `down` those from there to `b`. So 1 says that `a` is the source of `b`, and `STEPS + 1` that both are copies of one text.
 * Of places not in use nothing is written. O(texts²).
 */
export function relationsIn(tree: Tree, made = new Uint8Array(tree.length ** 2)): Uint8Array {
  const size = tree.length
  const order = fromRoot(tree, childrenOf(tree))
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!
    const above = tree[node]! * size
    made[node * size + node] = 0
    // Those before it in the order are not below it: the way to them goes through the text above.
    for (let j = 0; j < i; j++) {
      const other = order[j]!
      const relation = FURTHER[made[above + other]!]!
      made[node * size + other] = relation
      made[other * size + node] = TURNED[relation]!
    }
  }
  return made
}
