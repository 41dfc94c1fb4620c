import type { Stats } from "node:fs"
import { glob, lstat, readdir, realpath, stat } from "node:fs/promises"
import { join, sep } from "node:path"
import type { Problem } from "../model/problem.ts"
import { ENDINGS, isReportName } from "./format.ts"
import { problem, problemOfError } from "./problems.ts"

/** A file to read, or what was wrong with a path. `named`: the user gave this very file; else it was met in a folder or by a pattern. */
export type Source =
  | { readonly kind: "file"; readonly path: string; readonly size: number; readonly named: boolean }
  | { readonly kind: "standard-input" }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "problem"; readonly problem: Problem }

/**
 * The files that paths stand for, in the order of the paths, a folder's sorted by name. A path is a file, a folder, a pattern
 * (`*`, `?`, `[…]`, `**`), an address (`http://…`, `https://…`), or `-` for standard input.
 *
 * In a folder only names of formats Hearsay reads count; hidden files and those about the folder (README, LICENSE …) are
 * passed over. Links met in a folder are followed only to places inside it. No file is given twice.
 */
export async function* findSources(paths: readonly string[]): AsyncGenerator<Source> {
  const seen = new Set<string>()
  for (const path of paths) {
    if (path === "-") yield* once(seen, "-", path, () => [{ kind: "standard-input" }])
    else if (isAddress(path)) yield* fromAddress(path, seen)
    else yield* fromPath(path, seen)
  }
}

/** Whether a path is an address on the web. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path)

async function* fromAddress(address: string, seen: Set<string>): AsyncGenerator<Source> {
  const url = URL.parse(address)
  if (url) yield* once(seen, url.href, address, () => [{ kind: "address", address: url.href }])
  else yield failed(problem("missing-path", address, "No web address: it cannot be taken apart."))
}

async function* fromPath(path: string, seen: Set<string>): AsyncGenerator<Source> {
  if (await exists(path)) yield* guarded(path, fromNamed(path, seen))
  else if (/[*?[{]/.test(path)) yield* guarded(path, fromPattern(path, seen))
  else yield failed(problem("missing-path", path, "No such file or folder."))
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT"
  }
}

async function* fromPattern(pattern: string, seen: Set<string>): AsyncGenerator<Source> {
  const matches: string[] = []
  for await (const match of glob(pattern)) matches.push(match)
  if (matches.length === 0) yield failed(problem("missing-path", pattern, "No file or folder matches the pattern."))
  for (const match of matches.sort(byName)) yield* guarded(match, fromMatch(match, seen))
}

async function* fromMatch(path: string, seen: Set<string>): AsyncGenerator<Source> {
  const stats = await stat(path)
  if (stats.isDirectory()) yield* fromFolder(path, seen)
  else if (isReportName(baseName(path))) yield* fromFile(path, stats, false, seen)
}

async function* fromNamed(path: string, seen: Set<string>): AsyncGenerator<Source> {
  const stats = await stat(path)
  if (stats.isDirectory()) yield* fromFolder(path, seen)
  else yield* fromFile(path, stats, true, seen)
}

async function* fromFile(path: string, stats: Stats, named: boolean, seen: Set<string>): AsyncGenerator<Source> {
  if (!stats.isFile()) {
    yield failed(problem("cannot-read", path, "Not a file: a pipe, socket or device.", "Use - for standard input."))
    return
  }
  yield* once(seen, await realpath(path), path, () => [{ kind: "file", path, size: stats.size, named }])
}

async function* fromFolder(folder: string, seen: Set<string>): AsyncGenerator<Source> {
  const root = await realpath(folder)
  let found = 0
  for await (const source of walk(folder, { root, seen, links: [] })) {
    found++
    yield source
  }
  if (found === 0) {
    yield failed(problem("empty-folder", folder, "The folder holds no reports.", `Reports end in ${ENDINGS}.`))
  }
}

/** What a walk knows: where it began, what has been read, and links put off until all real files are known. */
interface Walk {
  readonly root: string
  readonly seen: Set<string>
  readonly links: string[]
}

async function* walk(folder: string, state: Walk): AsyncGenerator<Source> {
  yield* guarded(folder, walkFolder(folder, state))
  for (let link = state.links.shift(); link !== undefined; link = state.links.shift()) {
    yield* guarded(link, followLink(link, state))
  }
}

async function* walkFolder(folder: string, state: Walk): AsyncGenerator<Source> {
  const real = await realpath(folder)
  if (state.seen.has(real)) {
    yield failed(twice(folder))
    return
  }
  const entries = await readdir(folder, { withFileTypes: true })
  state.seen.add(real)
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith(".")) continue
    if (entry.isDirectory()) yield* guarded(path, walkFolder(path, state))
    else if (entry.isSymbolicLink()) state.links.push(path)
    else if (isReportName(entry.name)) yield* guarded(path, fromEntry(path, state.seen))
  }
}

async function* fromEntry(path: string, seen: Set<string>): AsyncGenerator<Source> {
  yield* fromFile(path, await lstat(path), false, seen)
}

async function* followLink(link: string, state: Walk): AsyncGenerator<Source> {
  const target = await realpath(link)
  const stats = await stat(target)
  if (!stats.isDirectory() && !isReportName(baseName(link))) return
  if (!isInside(target, state.root)) {
    yield failed(
      problem(
        "link-outside",
        link,
        "A link that leads out of the folder; not followed.",
        "Name the file itself to read it.",
      ),
    )
  } else if (isInside(await realpath(join(link, "..")), target)) yield failed(loop(link))
  else if (stats.isDirectory()) yield* walkFolder(link, state)
  else yield* fromFile(link, stats, false, state.seen)
}

/** Whether a path is a folder or lies in it; both whole and written alike. */
export const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.replace(/[\\/]?$/, sep))

/** Gives the sources unless the key was seen before. */
async function* once(seen: Set<string>, key: string, path: string, sources: () => Source[]): AsyncGenerator<Source> {
  if (seen.has(key)) yield failed(twice(path))
  else {
    seen.add(key)
    yield* sources()
  }
}

/** Passes sources on; an error of the file system ends them as a problem of the path. */
async function* guarded(path: string, sources: AsyncGenerator<Source>): AsyncGenerator<Source> {
  try {
    yield* sources
  } catch (error) {
    yield failed(problemOfError(error, path))
  }
}

const failed = (found: Problem): Source => ({ kind: "problem", problem: found })
const twice = (path: string) => problem("same-file-twice", path, "Met a second time; read once.")
const loop = (path: string) => problem("link-loop", path, "A link to a folder it lies in; not followed.")
const baseName = (path: string) => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(sep)) + 1)
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
