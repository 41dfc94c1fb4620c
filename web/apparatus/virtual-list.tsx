import type { ComponentChildren } from "preact"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"

interface VirtualListProps {
  readonly length: number
  /** Height of each row, in pixels. */
  readonly row: number
  /** The row to keep in sight; -1: none. */
  readonly at: number
  readonly label: string
  readonly children: (index: number) => ComponentChildren
}

const SPARE = 6

/** A long list of which only the rows in sight are in the page. */
export function VirtualList({ length, row, at, label, children }: VirtualListProps) {
  const place = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ first: 0, end: 30 })
  const look = () => {
    const { scrollTop, clientHeight } = place.current!
    const first = Math.max(0, Math.floor(scrollTop / row) - SPARE)
    const end = Math.ceil((scrollTop + clientHeight) / row) + SPARE
    if (first !== sight.first || end !== sight.end) setSight({ first, end })
  }
  useLayoutEffect(look)
  useEffect(() => {
    const list = place.current!
    if (at < 0) return
    const isAbove = at * row < list.scrollTop
    if (isAbove) list.scrollTop = at * row
    else if ((at + 1) * row > list.scrollTop + list.clientHeight) list.scrollTop = (at + 1) * row - list.clientHeight
  }, [at, row])
  const indexes = Array.from(
    { length: Math.max(0, Math.min(sight.end, length) - sight.first) },
    (_, index) => sight.first + index,
  )
  return (
    <div class="virtual" ref={place} onScroll={look} tabIndex={0} role="region" aria-label={label}>
      <div class="virtual-room" style={{ height: `${length * row}px` }} role="list">
        {indexes.map(index => (
          <div
            key={index}
            class="virtual-row"
            role="listitem"
            aria-posinset={index + 1}
            aria-setsize={length}
            style={{ transform: `translateY(${index * row}px)`, height: `${row}px` }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
