import { signal } from "@preact/signals"

/** The last thing the page has to say of what was done; screen readers read it out. */
export const said = signal<{
  readonly text: string
  readonly isFailure: boolean
  readonly href?: string
  readonly link?: string
} | null>(null)

let timer = 0
const SHOWN_MS = 9000

/** Says it at the foot of the page, for some seconds. */
export function say(
  text: string,
  more: { readonly isFailure?: boolean; readonly href?: string; readonly link?: string } = {},
): void {
  clearTimeout(timer)
  said.value = { isFailure: false, ...more, text }
  timer = window.setTimeout(() => {
    said.value = null
  }, SHOWN_MS)
}

/** Says what a failed request said. */
export function sayFailure(error: unknown): void {
  const hint = (error as { hint?: string }).hint
  say([(error as Error).message, hint].filter(Boolean).join(" "), { isFailure: true })
}
