/**
 * The positions that winnowing keeps: in every window of `window` hashes in a row at least one, the smallest (of equals the
 * last), so two texts that share `window` hashes in a row share a kept one. Ascending; about 2 of `window` + 1 are kept. O(hashes).
 *
 * Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for document fingerprinting, SIGMOD 2003.
 *
 * @example
 * winnow(Uint32Array.of(77, 74, 42, 17, 98, 50, 17), 4) // => [3, 6]
 */
export function winnow(hashes: Uint32Array, window: number): number[] {
  const kept: number[] = []
  let smallest = -1
  for (let end = Math.min(window, hashes.length); end <= hashes.length && end > 0; end++) {
    const first = Math.max(0, end - window)
    if (smallest >= first) {
      if (hashes[end - 1]! > hashes[smallest]!) continue
      smallest = end - 1
    } else smallest = lastSmallest(hashes, first, end)
    kept.push(smallest)
  }
  return kept
}

function lastSmallest(hashes: Uint32Array, first: number, end: number): number {
  let smallest = first
  for (let i = first + 1; i < end; i++) if (hashes[i]! <= hashes[smallest]!) smallest = i
  return smallest
}
