/**
 * A queue that gives the item with the highest value first, of equals the one pushed first. `worthOf` may fall, never rise, while an
 * item waits: it is read anew when the item's turn comes, and the item waits on if it fell. Push and pop take O(log items) on average.
 */
export function maxQueue<T>(worthOf: (item: T) => number) {
  const heap: { item: T; value: number; order: number }[] = []
  let pushed = 0
  const isBefore = (x: number, y: number) => {
    const [p, q] = [heap[x]!, heap[y]!]
    return p.value > q.value || (p.value === q.value && p.order < q.order)
  }
  const swap = (x: number, y: number) => {
    const held = heap[x]!
    heap[x] = heap[y]!
    heap[y] = held
  }
  function push(item: T): void {
    heap.push({ item, value: worthOf(item), order: pushed++ })
    for (let at = heap.length - 1; at > 0; ) {
      const above = (at - 1) >> 1
      if (!isBefore(at, above)) return
      swap(at, above)
      at = above
    }
  }
  function sink(): void {
    for (let at = 0; ; ) {
      let next = at
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < heap.length && isBefore(below, next)) next = below
      if (next === at) return
      swap(at, next)
      at = next
    }
  }
  function pop(): T | undefined {
    for (;;) {
      const first = heap[0]
      if (!first) return undefined
      const value = worthOf(first.item)
      if (value < first.value) {
        first.value = value
        sink()
        continue
      }
      const last = heap.pop()!
      if (heap.length > 0) {
        heap[0] = last
        sink()
      }
      return first.item
    }
  }
  return { push, pop }
}
