import { type Archive, inTransaction } from "./archive.ts"

/** What a server said by which it can be asked whether something has changed. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** What the archive remembers of addresses it was fed from. */
export function addressesOf({ db }: Archive, now: () => string) {
  const select = db.prepare("SELECT etag, modified FROM feeds WHERE url = ?")
  const answers = new Map<string, Validators>()
  return {
    /** What is known of an address from the last time. */
    known(url: string): Validators | undefined {
      const row = select.get(url)
      if (!row) return undefined
      return {
        ...(row.etag !== null && { etag: row.etag as string }),
        ...(row.modified !== null && { lastModified: row.modified as string }),
      }
    },
    /** Takes an answer down; it counts once {@link remember} is called, when what came with it is in the archive. */
    onAnswer(url: string, { etag, lastModified }: Validators): void {
      if (etag !== undefined || lastModified !== undefined)
        answers.set(url, { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) })
    },
    remember(): void {
      if (answers.size === 0) return
      const insert = db.prepare("INSERT OR REPLACE INTO feeds (url, etag, modified, asked) VALUES (?, ?, ?, ?)")
      inTransaction(db, () => {
        for (const [url, { etag, lastModified }] of answers) insert.run(url, etag ?? null, lastModified ?? null, now())
      })
    },
  }
}
