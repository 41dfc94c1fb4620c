import { signal } from "@preact/signals"
import { useEffect, useRef } from "preact/hooks"
import { useKeys } from "./keys.ts"

const isOpen = signal(false)

const KEYS: readonly (readonly [string, string])[] = [
  ["?", "this list"],
  ["j or →", "next change, next line"],
  ["k or ←", "change before, line before"],
  ["e", "pair: changes only, or everything"],
  ["s", "pair: the other report as the base"],
  ["Enter", "open what has the focus"],
  ["Tab, Shift Tab", "to the next, to the one before"],
]

/** Opens the list of keys. */
export function showHelp(): void {
  isOpen.value = true
}

/** The list of keys, opened by `?`. */
export function Help() {
  const place = useRef<HTMLDialogElement>(null)
  useKeys({ "?": showHelp })
  useEffect(() => {
    if (isOpen.value) place.current?.showModal()
  }, [isOpen.value])
  const close = () => {
    isOpen.value = false
  }
  return (
    <dialog ref={place} aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
