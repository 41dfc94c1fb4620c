import { useLayoutEffect, useRef, useState } from "preact/hooks"

/** How wide an element is now, in whole pixels; 0 before it is first laid out. */
export function useWidth<E extends HTMLElement>() {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return undefined
    const measure = () => setWidth(Math.floor(element.clientWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return { place, width }
}
