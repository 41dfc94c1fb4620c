import type { FoundReport } from "./found.ts"

/** Puts together what pairs connect, by number (union-find). O(pairs), nearly. */
export function groupsOf(count: number, pairs: Iterable<readonly [number, number]>): Int32Array {
  const above = Int32Array.from({ length: count }, (_, k) => k)
  const top = (of: number) => {
    let at = of
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  for (const [a, b] of pairs) {
    const [x, y] = [top(a), top(b)]
    above[Math.max(x, y)] = Math.min(x, y)
  }
  return above.map((_, k) => top(k))
}

/** Reports by their address and group. */
export function* foundIn(urls: readonly string[], groups: Int32Array): Generator<FoundReport> {
  for (const [k, url] of urls.entries()) yield [url, String(groups[k])]
}
