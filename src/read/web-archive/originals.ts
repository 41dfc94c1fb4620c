import type { Report } from "../../model/report.ts"

type Headers = ReadonlyMap<string, string>

/** So many records are remembered, and so many characters of their pages; the oldest are forgotten. */
const MOST_RECORDS = 200_000
const MOST_CHARACTERS = 32_000_000

interface Original {
  readonly url: string | undefined
  /** The report it gave; `none` where it gave none. */
  page: Report | "none" | "forgotten"
}

/** What a revisit record stands for. */
export type Revisited =
  | { readonly kind: "same" | "missing" | "forgotten" }
  | { readonly kind: "elsewhere"; readonly page: Report }

/**
 * Remembers which records were met, so that a revisit ("the same as that one") can be told. Memory is bounded: 200,000 records and
 * 32 million characters of pages.
 */
export function originals() {
  const byKey = new Map<string, Original>()
  const held: Original[] = []
  let characters = 0
  return {
    add(headers: Headers, page: Report | undefined): void {
      const original: Original = { url: headers.get("warc-target-uri"), page: page ?? "none" }
      for (const key of ownKeys(headers)) byKey.set(key, original)
      for (const key of byKey.keys()) {
        if (byKey.size <= MOST_RECORDS) break
        byKey.delete(key)
      }
      if (!page) return
      held.push(original)
      characters += lengthOf(original)
      while (characters > MOST_CHARACTERS) {
        const oldest = held.shift()!
        characters -= lengthOf(oldest)
        oldest.page = "forgotten"
      }
    },
    /** What a revisit record stands for: a page seen again under its address, or under another one. */
    find(headers: Headers): Revisited {
      const original = referredKeys(headers)
        .map(key => byKey.get(key))
        .find(found => found !== undefined)
      if (!original) return { kind: "missing" }
      if (original.page === "none" || original.url === headers.get("warc-target-uri")) return { kind: "same" }
      return original.page === "forgotten" ? { kind: "forgotten" } : { kind: "elsewhere", page: original.page }
    },
  }
}

/** What remembers the records of a run. */
export type Originals = ReturnType<typeof originals>

const lengthOf = ({ page }: Original) => (typeof page === "string" ? 0 : (page.html ?? page.text ?? "").length)

const key = (kind: string, ...values: (string | undefined)[]) =>
  values.every(value => value !== undefined) ? [[kind, ...values].join("\u0000")] : []

function ownKeys(headers: Headers): string[] {
  return [
    ...key("id", headers.get("warc-record-id")),
    ...key("digest", headers.get("warc-payload-digest")),
    ...key("at", headers.get("warc-target-uri"), headers.get("warc-date")),
  ]
}

function referredKeys(headers: Headers): string[] {
  return [
    ...key("id", headers.get("warc-refers-to")),
    ...key("at", headers.get("warc-refers-to-target-uri"), headers.get("warc-refers-to-date")),
    ...key("digest", headers.get("warc-payload-digest")),
  ]
}
