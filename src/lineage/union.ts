/** Sets that grow together. The root of a set is its smallest member, so the result does not depend on the order of joining. */
export function unionFind(count: number) {
  const parent = Int32Array.from({ length: count }, (_, index) => index)
  function find(start: number): number {
    let node = start
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!
      node = parent[node]!
    }
    return node
  }
  function join(a: number, b: number): void {
    const [x, y] = [find(a), find(b)]
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y)
  }
  /** Members by root, both ascending. */
  function groups(): Map<number, number[]> {
    const made = new Map<number, number[]>()
    for (let node = 0; node < count; node++) {
      const root = find(node)
      const group = made.get(root)
      if (group) group.push(node)
      else made.set(root, [node])
    }
    return made
  }
  return { find, join, groups }
}
