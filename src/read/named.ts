import { realpath } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import type { Problem } from "../model/problem.ts"
import type { Input } from "./input.ts"
import { problem, problemOfError } from "./problems.ts"
import { isAddress, isInside } from "./sources.ts"

/** What an input names: an address or a file, or why it is not followed. `place` is the same however it was written. */
export type Named =
  | { readonly kind: "address"; readonly place: string; readonly address: string }
  | { readonly kind: "file"; readonly place: string; readonly path: string }
  | { readonly kind: "problem"; readonly problem: Problem }

/**
 * What a list or a feed names. Any may name addresses; one in a file may name files in its own folder and below, relative to it, so
 * that what came from elsewhere brings in nothing else of this machine.
 */
export async function findNamed(address: string, from: Input): Promise<Named> {
  const url = isAddress(address) ? URL.parse(address) : null
  if (url) return { kind: "address", place: url.href, address }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(address)) return refused(address, "Only web addresses and files are followed.")
  if (from.path === undefined)
    return refused(address, "Only a list in a file can name files; this one came from elsewhere.")
  const folder = dirname(resolve(from.path))
  const path = resolve(folder, address)
  if (!isInside(path, folder)) return outside(path)
  try {
    const place = await realpath(path)
    return isInside(place, await realpath(folder)) ? { kind: "file", place, path } : outside(path)
  } catch (error) {
    return { kind: "problem", problem: problemOfError(error, path) }
  }
}

/** The place of an input, as {@link findNamed} writes it. */
export async function placeOf({ path, where }: Input): Promise<string> {
  return path === undefined ? (URL.parse(where)?.href ?? where) : realpath(path)
}

const refused = (address: string, message: string): Named => ({
  kind: "problem",
  problem: problem("address-refused", address, message),
})

const outside = (path: string): Named => ({
  kind: "problem",
  problem: problem(
    "link-outside",
    path,
    "A file outside the folder of the list that names it; not read.",
    "Name the file itself to read it.",
  ),
})
