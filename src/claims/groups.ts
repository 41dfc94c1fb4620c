/** Joins indexes into groups. Nearly O(1) a join (union by smaller index with path halving). */
export interface Groups {
  readonly join: (x: number, y: number) => void
  /** The smallest index of the group of `x`. */
  readonly leader: (x: number) => number
  /** All groups, each sorted, in the order of their smallest index. */
  readonly all: () => number[][]
}

/** `size` groups of one index each. */
export function groups(size: number): Groups {
  const above = Int32Array.from({ length: size }, (_, i) => i)
  const leader = (x: number) => {
    let at = x
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  const join = (x: number, y: number) => {
    const [low, high] = [leader(x), leader(y)].sort((p, q) => p - q) as [number, number]
    above[high] = low
  }
  const all = () => {
    const lists = new Map<number, number[]>()
    for (let i = 0; i < size; i++) {
      const list = lists.get(leader(i))
      if (list) list.push(i)
      else lists.set(leader(i), [i])
    }
    return [...lists.values()]
  }
  return { join, leader, all }
}
