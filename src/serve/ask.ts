import type { StoryFilter } from "../archive/stories.ts"
import type { FamilyState } from "../archive/story.ts"

/** What a page asks of the archive. */
export type Ask =
  | { readonly page: "size" | "judgements" | "formats" }
  | { readonly page: "stories"; readonly filter: StoryFilter }
  | { readonly page: "story" | "changes" | "claims" | "event"; readonly story: string }
  | { readonly page: "export"; readonly story: string; readonly format: string }
  | { readonly page: "pair"; readonly a: string; readonly b: string }
  | { readonly page: "report"; readonly name: string }
  | { readonly page: "search"; readonly words: string; readonly limit: number; readonly offset: number }
  | { readonly page: "alone"; readonly limit: number; readonly offset: number }
  | { readonly page: "problems"; readonly limit: number; readonly offset: number }

/** An answer as ready bytes. */
export interface Answer {
  readonly status: 200 | 400 | 404
  readonly type: string
  readonly bytes: Uint8Array
  readonly gzip?: Uint8Array
  readonly brotli?: Uint8Array
  /** Made from the bytes, so that the same content has the same one. */
  readonly etag: string
  /** Of a download: a name of letters, digits, hyphens and a full stop. */
  readonly fileName?: string
}

/** What an answer about a family stands on. It is good as long as the family is in that state. */
export interface Basis {
  readonly family: string
  readonly state: FamilyState
}

/** What the thread that answers gives: the answer, and findings that were worked out for it and are worth keeping. */
export interface Told {
  readonly answer: Answer
  readonly basis?: Basis
  readonly keep?: Basis & { readonly packed: Uint8Array }
}
