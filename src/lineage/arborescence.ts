/** Weight from which an edge is as good as forbidden. */
const NONE = Number.POSITIVE_INFINITY

/**
 * The cheapest tree that reaches every node from one root: for each node its parent, -1 for the root. `cost[parent * n + child]` is what an
 * edge costs, `roots[node]` what a node costs as the root. Chu and Liu 1965, Edmonds 1967; O(n³).
 *
 * @example
 * arborescence(2, Float64Array.of(0, 1, 5, 0), Float64Array.of(0, 0)) // => [-1, 0]
 */
export function arborescence(n: number, cost: Float64Array, roots: Float64Array): number[] {
  // One more node stands above all; exactly one node may hang on it, so its edges cost more than everything else together.
  const size = n + 1
  const most = cost.reduce((sum, one) => (one < 1e9 ? sum + Math.abs(one) : sum), 1)
  const weight = Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (_, to) => {
      if (to === n || from === to) return NONE
      return from === n ? most + roots[to]! : cost[from * n + to]!
    }),
  )
  const parent = solve(weight, n)
  return Array.from({ length: n }, (_, node) => (parent[node] === n ? -1 : parent[node]!))
}

/** Parents of all nodes but `root`. Contracts one cycle at a time. */
function solve(weight: readonly (readonly number[])[], root: number): number[] {
  const size = weight.length
  const parent = Array.from({ length: size }, (_, to) => (to === root ? -1 : cheapest(weight, to)))
  const cycle = findCycle(parent)
  if (cycle.length === 0) return parent
  const inCycle = new Set(cycle)
  const outside = Array.from({ length: size }, (_, node) => node).filter(node => !inCycle.has(node))
  const merged = outside.length
  // Entering the cycle at a node saves the edge that reaches the node inside it.
  const entry = outside.map(from => best(cycle, to => weight[from]![to]! - weight[parent[to]!]![to]!))
  const exit = outside.map(to => best(cycle, from => weight[from]![to]!))
  const smaller = Array.from({ length: merged + 1 }, (_, from) =>
    Array.from({ length: merged + 1 }, (_, to) => {
      if (from === to) return NONE
      if (to === merged) return entry[from]!.value
      return from === merged ? exit[to]!.value : weight[outside[from]!]![outside[to]!]!
    }),
  )
  const solved = solve(smaller, outside.indexOf(root))
  for (const [to, node] of outside.entries()) {
    if (node === root) continue
    parent[node] = solved[to] === merged ? exit[to]!.node : outside[solved[to]!]!
  }
  const from = solved[merged]!
  parent[entry[from]!.node] = outside[from]!
  return parent
}

function cheapest(weight: readonly (readonly number[])[], to: number): number {
  return best(
    weight.map((_, from) => from),
    from => weight[from]![to]!,
  ).node
}

/** The first of the nodes with the least value. */
function best(
  nodes: readonly number[],
  worth: (node: number) => number,
): { readonly node: number; readonly value: number } {
  let node = nodes[0]!
  let value = NONE
  for (const one of nodes) {
    const found = worth(one)
    if (found < value) [node, value] = [one, found]
  }
  return { node, value }
}

function findCycle(parent: readonly number[]): number[] {
  const seen = new Int32Array(parent.length).fill(-1)
  for (let start = 0; start < parent.length; start++) {
    let node = start
    while (node >= 0 && seen[node] === -1) {
      seen[node] = start
      node = parent[node]!
    }
    if (node < 0 || seen[node] !== start) continue
    const cycle = [node]
    for (let next = parent[node]!; next !== node; next = parent[next]!) cycle.push(next)
    return cycle
  }
  return []
}
