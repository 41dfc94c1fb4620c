import { computed, signal } from "@preact/signals"

// The address of the page is the state of the view: what is not in it does not survive a reload, so all that matters is in it.

const current = signal(read())

function read(): { readonly path: string; readonly query: URLSearchParams } {
  return { path: location.pathname, query: new URLSearchParams(location.search) }
}

/** The path's parts, decoded: `/stories/f1/claims` is `["stories", "f1", "claims"]`. */
export const parts = computed(() => current.value.path.split("/").filter(Boolean).map(decoded))

/** The path as it stands in the address. */
export const path = computed(() => current.value.path)

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A parameter behind the path, "" where it is missing. Whoever renders with it is rendered again when it changes. */
export function query(name: string): string {
  return current.value.query.get(name) ?? ""
}

/** Goes to an address of the desk; the page before stays in the history. Another view begins at its top, or at the element that `#` names. */
export function go(href: string): void {
  const before = location.pathname
  history.pushState(null, "", href)
  current.value = read()
  if (location.pathname !== before) scrollTo(0, 0)
  const name = location.hash.slice(1)
  if (name) requestAnimationFrame(() => document.getElementById(name)?.scrollIntoView())
}

/** Changes parameters in the place of the present address; "" takes one away. A step in the history only where `step` is set. */
export function setQuery(changes: Readonly<Record<string, string>>, step = false): void {
  const next = changed(changes)
  if (step) history.pushState(null, "", next)
  else history.replaceState(null, "", next)
  current.value = read()
}

/** Puts another name in the place of the story's or report's in the present address. */
export function rename(name: string): void {
  const [view, , ...rest] = parts.value
  history.replaceState(null, "", to(view!, name, ...rest) + location.search + location.hash)
  current.value = read()
}

/** The present address with other parameters, for a link. */
export function changed(changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(current.value.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return current.value.path + (text ? `?${text}` : "")
}

/** An address made of parts, each encoded. */
export function to(...names: readonly (string | number)[]): string {
  return `/${names.map(name => encodeURIComponent(String(name))).join("/")}`
}

/** Links within the desk change the view without loading the page anew; back and forward too. */
export function followLinks(): void {
  addEventListener("popstate", () => {
    current.value = read()
  })
  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null
    const href = link?.getAttribute("href") ?? ""
    if (!href.startsWith("/") || href.startsWith("//") || href.startsWith("/api/") || link?.hasAttribute("download"))
      return
    event.preventDefault()
    go(href)
  })
}
