import { type Signal, signal } from "@preact/signals"
import { ask, Failure } from "./server.ts"

/** Something asked of the server: on its way, failed, or here. */
export type Loaded<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "here"; readonly value: T }

interface Kept {
  readonly signal: Signal<Loaded<unknown>>
  stale: boolean
}

const MOST_KEPT = 60
const kept = new Map<string, Kept>()

/** What the server answers at an address, asked once and kept. Whoever renders with its value is rendered again when it comes. */
export function loaded<T>(address: string): Loaded<T> {
  const found = kept.get(address) ?? begin(address)
  if (found.stale) void fetchInto(address, found)
  return found.signal.value as Loaded<T>
}

function begin(address: string): Kept {
  const fresh: Kept = { signal: signal<Loaded<unknown>>({ kind: "loading" }), stale: true }
  kept.set(address, fresh)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return fresh
}

function fetchInto(address: string, into: Kept): Promise<void> {
  into.stale = false
  return ask(address).then(
    value => {
      into.signal.value = { kind: "here", value }
    },
    (error: unknown) => {
      const failure = error instanceof Failure ? error : new Failure(String(error), 0)
      into.signal.value = { kind: "failed", failure }
      into.stale = failure.status === 0
    },
  )
}

/** Asks again for everything that may be out of date, until all answers are here; what is shown stays until its own is. */
export async function refresh(isOld: (address: string) => boolean = () => true): Promise<void> {
  const old = [...kept].filter(([address]) => isOld(address))
  for (const [, found] of old) found.stale = true
  await Promise.all(old.map(([address, found]) => fetchInto(address, found)))
}

/** Two or more answers as one. */
export function together<T extends readonly unknown[]>(...all: { readonly [K in keyof T]: Loaded<T[K]> }): Loaded<T> {
  const list = all as readonly Loaded<unknown>[]
  const failed = list.find(one => one.kind === "failed")
  if (failed?.kind === "failed") return failed
  const values = list.flatMap(one => (one.kind === "here" ? [one.value] : []))
  return values.length === list.length ? { kind: "here", value: values as unknown as T } : { kind: "loading" }
}
