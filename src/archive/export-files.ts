import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Findings } from "../model/findings.ts"
import { type Choice, exportText, type Format } from "../present/exchange/formats.ts"
import type { Table } from "../present/exchange/table.ts"
import { writeFiles, writeText } from "./write-files.ts"

/**
 * Writes findings in any format: to a file, or, where it takes several, into a folder, which is made if it is not there. Files of the
 * same name are replaced, others stay, and where one cannot be written all are as they were.
 *
 * @returns the paths written.
 */
export async function writeExport(findings: Findings, choice: Choice, path: string): Promise<string[]> {
  const { format, table } = choice
  if (format.writes === "sqlite") {
    const { writeFindingsFile } = await import("./findings-file.ts")
    await writeFiles([path], beside => writeFindingsFile(findings, path, beside(path)))
    return [path]
  }
  const text = await exportText(findings, choice)
  if (text !== undefined) {
    await writeText(path, text)
    return [path]
  }
  const files = table ? new Map([[table, path]]) : await filesIn(path, format)
  await writeTables(findings, format, files)
  return [...files.values()]
}

async function filesIn(folder: string, { extension }: Format): Promise<Map<Table, string>> {
  const { TABLES } = await import("../present/exchange/tables.ts")
  await mkdir(folder, { recursive: true })
  return new Map(TABLES.map(table => [table, join(folder, `${table.name}.${extension}`)]))
}

async function writeTables(findings: Findings, format: Format, files: ReadonlyMap<Table, string>): Promise<void> {
  await writeFiles([...files.values()], async beside => {
    const besides = new Map([...files].map(([table, path]) => [table, beside(path)]))
    if (format.writes === "parquet") return (await import("./parquet-files.ts")).writeParquet(findings, besides)
    for (const [table, path] of besides) await writeFile(path, (await exportText(findings, { format, table })) ?? "")
  })
}
