import type { Command } from "commander"
import type { ReadOptions } from "../read/read.ts"
import { sizeInBytes } from "./size.ts"

/** Options of the commands that read reports; `true` where a value was forgotten. */
export interface ReadingOptions {
  readonly maxSize?: string | true
  readonly articles?: boolean
  readonly allowPrivate?: boolean
}

/** Adds the options about addresses to a command. */
export const withAddresses = (command: Command): Command =>
  command
    .option("--articles", "fetch the articles that feeds link to")
    .option("--allow-private", "fetch from this machine and private networks too")

/** What these options ask of the read stage; sizes were checked before. */
export function readOptions({ maxSize, articles, allowPrivate }: ReadingOptions): ReadOptions {
  const maxSizeBytes = typeof maxSize === "string" ? sizeInBytes(maxSize) : undefined
  return {
    ...(maxSizeBytes && { maxSizeBytes }),
    ...(articles && { articles }),
    ...(allowPrivate && { fetch: { allowPrivate } }),
  }
}
