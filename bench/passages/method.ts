import type { Span } from "../../src/model/span.ts"

/** A way to find what one text took from another. */
export interface Method {
  /** What is known of a text alone, worked out once for all pairs it stands in. */
  readonly prepare: (text: string, name: string) => unknown
  /** The stretches that two prepared texts share. */
  readonly find: (susp: unknown, src: unknown) => readonly { readonly susp: Span; readonly src: Span }[]
}

/** A method whose {@link Method.find} takes what its `prepare` gives. */
export function method<T>(
  prepare: (text: string, name: string) => T,
  find: (susp: T, src: T) => readonly { readonly susp: Span; readonly src: Span }[],
): Method {
  return { prepare, find: (susp, src) => find(susp as T, src as T) }
}
