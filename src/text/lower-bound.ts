/**
 * The first place from `from` on whose value is not below `value`, in numbers that ascend; their count where there is none. By doubling steps, then
 * by halves (Bentley and Yao 1976): O(log d) for a place `d` further on.
 *
 * @example
 * lowerBound([2, 3, 5, 8], 4) // => 2
 */
export function lowerBound(ascending: ArrayLike<number>, value: number, from = 0): number {
  let step = 1
  let low = from
  while (low + step < ascending.length && ascending[low + step]! < value) {
    low += step
    step *= 2
  }
  let high = Math.min(ascending.length, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
