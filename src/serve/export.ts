import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { zipSync } from "fflate"
import { writeExport } from "../archive/export-files.ts"
import type { Findings } from "../model/findings.ts"
import { type Choice, chosen, exportText, needsFolder } from "../present/exchange/formats.ts"
import { ready } from "./answer.ts"
import type { Answer } from "./ask.ts"

// The same findings give the same bytes.
const NO_TIME = new Date(1980, 0, 1)

/**
 * A story as a file to download, in any format of `hearsay export`; where that writes several files, they come in one ZIP file. `name` is the
 * story's id, which the file is called by.
 *
 * @throws UsageError when there is no such format.
 */
export async function exported(findings: Findings, format: string, name: string): Promise<Answer> {
  const choice = await chosen(format)
  const { extension, mediaType } = choice.format
  const text = await exportText(findings, choice)
  const stem = choice.table ? `${name}-${choice.table.name}` : name
  if (text !== undefined) return ready(Buffer.from(text), `${mediaType}; charset=utf-8`, 200, `${stem}.${extension}`)
  const files = await filesOf(findings, choice)
  if (!needsFolder(choice)) return ready(Object.values(files)[0]!, mediaType, 200, `${stem}.${extension}`)
  return ready(zipSync(files, { mtime: NO_TIME }), "application/zip", 200, `${stem}-${choice.format.name}.zip`)
}

async function filesOf(findings: Findings, choice: Choice): Promise<Record<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "hearsay-"))
  try {
    await writeExport(findings, choice, needsFolder(choice) ? folder : join(folder, "findings"))
    const names = (await readdir(folder)).sort()
    return Object.fromEntries(await Promise.all(names.map(async name => [name, await readFile(join(folder, name))])))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
