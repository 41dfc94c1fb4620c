/** One entry of a feed as the feed gives it: texts plain, addresses whole, dates as written. */
export interface FeedEntry {
  readonly title?: string
  readonly link?: string
  readonly guid?: string
  readonly published?: string
  readonly modified?: string
  readonly byline?: string
  readonly language?: string
  /** The whole text, where the feed gives one. */
  readonly content?: string
  /** What stands for it where it does not. */
  readonly summary?: string
  /** The outlet it was taken over from. */
  readonly source?: { readonly title?: string; readonly link?: string }
}

/** A feed of any kind. */
export interface Feed {
  readonly title?: string
  readonly link?: string
  readonly language?: string
  readonly entries: readonly FeedEntry[]
}

/** A record without the fields that are undefined or blank. */
export function filled<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")
  return Object.fromEntries(entries) as T
}
