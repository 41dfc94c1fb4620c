import { join } from "node:path"
import type { Findings } from "../../../src/model/findings.ts"
import { trace } from "../../../src/pipeline.ts"
import { read } from "../../../src/read/read.ts"
import { findings as flood } from "../fixture.ts"
import { HOSTILE, poisoned } from "../hostile.ts"

/** The findings of the example that ships, read and traced. Paths are as from the root of the repository. */
export async function harbour(): Promise<Findings> {
  const root = join(import.meta.dirname, "../../..")
  const { reports } = await read([join(root, "examples/harbour")])
  return trace(reports.map(report => ({ ...report, where: report.where!.replace(`${root}/`, "") })))
}

/** Texts that want to be more than text, in every format: those of the pages, and some of tables and of other grammars. */
const POISONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(HOSTILE).filter(([name]) => name !== "word")),
  formula: '=HYPERLINK("http://evil.example","open")',
  "formula behind apostrophes": "''+1",
  "formula behind space": " \n-1",
  cdata: "]]><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
  sql: `'); DROP TABLE reports; --`,
  quotes: `"",';\\`,
  dot: '\\"]; evil [label=<b>]; } digraph {',
  turtle: '""". <a> <b> <c> . \\u0022 >',
  lines: "one\r\ntwo\rthree\tfour",
  noncharacters: "\ufffe\uffff",
  astral: "🜂 𝔘",
}

/** An invented case with every kind of finding, clean and with each hostile text in front of every text in it. */
export const CASES: readonly (readonly [name: string, findings: Findings])[] = [
  ["clean", flood],
  ...Object.entries(POISONS).map(([name, poison]) => [name, poisoned(flood, poison)] as const),
]
