import { useEffect } from "preact/hooks"

/** Keys that a view answers to, as long as it is shown, unless something is being written. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const act = keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener("keydown", answer)
    return () => removeEventListener("keydown", answer)
  })
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.matches("input, textarea, select, [contenteditable]") || target.closest("dialog") !== null
}
