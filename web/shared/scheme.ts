import { effect, signal } from "@preact/signals"

/** Light, dark, or as the system has it. */
type Scheme = "system" | "light" | "dark"

const KEY = "hearsay-scheme"
const ORDER: readonly Scheme[] = ["system", "light", "dark"]

/** Kept on this machine, in the browser. */
export const scheme = signal<Scheme>(ORDER.find(one => one === localStorage.getItem(KEY)) ?? "system")

effect(() => {
  localStorage.setItem(KEY, scheme.value)
  if (scheme.value === "system") delete document.documentElement.dataset.scheme
  else document.documentElement.dataset.scheme = scheme.value
})

/** The next of the three. */
export function nextScheme(): void {
  scheme.value = ORDER[(ORDER.indexOf(scheme.value) + 1) % ORDER.length]!
}
