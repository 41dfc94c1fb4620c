import { expect, it } from "vitest"
import type { Findings, Judgement } from "../../../src/model/findings.ts"
import { caseFile } from "../../../src/present/casefile.ts"
import { joined } from "../../../src/present/claims-page.ts"
import { decisions } from "../../../src/present/decisions.ts"
import { chosen, exportText, FORMATS } from "../../../src/present/exchange/formats.ts"
import { terminal } from "../../../src/present/terminal.ts"
import { CASES } from "./harbour.ts"
import { parseXml } from "./xml-tree.ts"

const [, clean] = CASES[0]!
const [a, b] = clean.families[0]!.witnesses as [string, string]
const EVIL = `"]; evil -> x;\n</desc><script>alert(1)</script>\u202e]]> -- \\" `
const JUDGEMENTS: readonly Judgement[] = [
  { kind: "pin-edge", parent: a, child: b },
  { kind: "forbid-edge", parent: b, child: a },
  { kind: "independent", a, b },
  { kind: "outlet-agency", outlet: EVIL, agency: "Ferrol News Agency" },
  { kind: "dismiss-variant", witness: a, span: { start: 12, end: 34 } },
]
const findings: Findings = { ...clean, judgements: JUDGEMENTS }

it("says each judgement in a sentence", () => {
  const said = decisions(findings)
  expect(said).toHaveLength(JUDGEMENTS.length)
  expect(said[0]).toMatch(/^It was decided that .+ was made from .+\.$/)
  expect(said[3]).not.toMatch(/[\n\u202e]/)
  expect(decisions(clean)).toEqual([])
})

// passim's lines are passages, and have no place for it.
const TEXTS = FORMATS.filter(({ writes, name }) => writes === "text" && name !== "json" && name !== "passim")

it.each(TEXTS.map(({ name }) => name))("stands in %s, and is text alone there", async name => {
  const text = (await exportText(findings, await chosen(name)))!
  expect(text.match(/It was decided that/g)!.length).toBeGreaterThanOrEqual(JUDGEMENTS.length)
  if (["html", "graphml", "tei"].includes(name)) expect(text).not.toContain("<script>alert(1)")
  if (name === "dot")
    for (const line of text.split("\n").filter(one => one.includes("evil"))) expect(line).toMatch(/^\/\/ /)
  if (name === "graphml" || name === "tei") expect(() => parseXml(text)).not.toThrow()
  if (name.endsWith("jsonld") || name === "schema-org") expect(() => JSON.parse(text)).not.toThrow()
  const without = (await exportText(clean, await chosen(name)))!
  expect(without).not.toContain("It was decided that")
})

it("stands in the record, the table, the terminal and the case file", async () => {
  expect(JSON.parse((await exportText(findings, await chosen("json")))!).judgements).toEqual(JUDGEMENTS)
  const rows = (await exportText(findings, await chosen("jsonl:judgements")))!
    .trim()
    .split("\n")
    .map(line => JSON.parse(line))
  expect(rows.map(({ kind, judgement }) => [kind, judgement])).toEqual(
    JUDGEMENTS.map(({ kind }, index) => [kind, index + 1]),
  )
  expect(rows[4]).toMatchObject({ witness: a, start: 12, end: 34 })
  expect(terminal(findings)).toContain("Decided by a person")
  expect(caseFile(findings)).toContain("What a person decided")
  expect(caseFile(clean)).not.toContain("What a person decided")
})

it("stands once in what joins several stories", () => {
  expect(joined([findings, findings]).judgements).toEqual(JUDGEMENTS)
  expect(joined([clean])).not.toHaveProperty("judgements")
})
