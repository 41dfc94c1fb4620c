import type { Contents } from "./contents.ts"
import type { Fetcher } from "./fetch/fetcher.ts"
import type { Format } from "./format.ts"
import type { Originals } from "./web-archive/originals.ts"

/** Bytes to be read, and what is known of them. */
export interface Input {
  readonly bytes: AsyncIterable<Uint8Array>
  /** How it is called in messages and in `where`. */
  readonly where: string
  /** What its name or its sender says it is. The content has the last word. */
  readonly promised: Format | undefined
  /** The charset that the sender names. */
  readonly charset?: string | undefined
  /** The file it is, where it is one. */
  readonly path?: string
  /** The address it was fetched from, after redirects. */
  readonly url?: string
  /** When it was fetched. */
  readonly observed?: string
}

/** What a run of reading shares. */
export interface Reading {
  /** Largest document in bytes: a whole file, a line of JSON lines, a record of an archive. */
  readonly maxBytes: number
  /** Whether the articles that feeds link to are fetched. */
  readonly articles: boolean
  /** Whether lists of feeds are read: not in a list that a list in a list names. */
  readonly lists: boolean
  /** The records of web archives met so far in this run. */
  readonly originals: Originals
  /** What fetches, made when it is first needed. */
  fetcher(): Promise<Fetcher>
  /** What another input names: a feed in a list, an article in a feed. Read by the same rules, but not followed for ever. */
  follow(address: string, from: Input): AsyncGenerator<Contents>
}
