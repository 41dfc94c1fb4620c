import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import type { Report } from "../../../src/model/report.ts"
import { type ReadOptions, read } from "../../../src/read/read.ts"

/** A folder for one test file, removed after it. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"))
  afterAll(() => rmSync(folder, { recursive: true }))
  const at = (name: string) => join(folder, name)
  const put = (name: string, content: string | Uint8Array): string => {
    writeFileSync(at(name), content)
    return at(name)
  }
  /** What a file gives: reports without `where`, problems as `code place`, the folder left out. */
  const outcome = async (paths: string | readonly string[], options: ReadOptions = {}) => {
    const { reports, problems } = await read(typeof paths === "string" ? [paths] : paths, options)
    const bare = (place: string | undefined) => place?.replaceAll(`${folder}/`, "")
    return {
      reports: reports.map(({ where: _, ...report }): Report => report),
      places: reports.map(({ where }) => bare(where)),
      problems: problems.map(({ code, where }) => `${code} ${bare(where)}`),
      messages: problems.map(({ message }) => message),
    }
  }
  return { folder, at, put, outcome }
}

/** A stream that gives these chunks. */
export async function* stream(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk
}
