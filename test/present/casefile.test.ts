import { createHash } from "node:crypto"
import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import type { FamilyFindings, Findings } from "../../src/model/findings.ts"
import type { Witness } from "../../src/model/report.ts"
import { caseFile } from "../../src/present/casefile.ts"
import { SCRIPT, SCRIPT_HASH } from "../../src/present/script.ts"
import { findings } from "./fixture.ts"
import { expectGolden } from "./golden.ts"
import { HOSTILE, poisoned } from "./hostile.ts"

/** Elements whose number no text of a report may change. */
const FRAME = "article,details,section,a,script,style,svg,form,blockquote,h1,h2,h3,h4,h5,ul,li,circle,cite"

const page = caseFile(findings, { title: "The Veltmar dam" })

interface Element {
  readonly id: string
  readonly tagName: string
  readonly textContent: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
}

function elements(html: string, selector: string): Element[] {
  return [...(parseHTML(html).document.querySelectorAll(selector) as unknown as Iterable<Element>)]
}

function texts(selector: string): string[] {
  return elements(page, selector).map(({ textContent }) => textContent.replace(/\s+/g, " ").trim())
}

/** Everything in a page that could ask for something, run something or lead out of the file. */
function dangers(html: string): string[] {
  const attributes = elements(html, "*").flatMap(({ tagName, attributes: all }) =>
    [...all].map(({ name, value }) => ({ tagName, name, value })),
  )
  const bad = attributes.filter(
    ({ name, value }) =>
      /^(on|src|style|srcdoc|action|formaction|data$)/i.test(name) || (/href$/i.test(name) && !value.startsWith("#")),
  )
  const foreign = elements(html, "script,iframe,object,embed,link,base,img,image,foreignObject,style").filter(
    ({ textContent }) => textContent.length < 2000,
  )
  return [...bad.map(({ tagName, name }) => `${tagName} ${name}`), ...foreign.map(({ tagName }) => tagName)]
}

describe("the case file", () => {
  it("has the structure of its golden file", () => {
    const body = page
      .replace(/<style>[\s\S]*?<\/style>/, "<style></style>")
      .replace(/<script>[\s\S]*<\/script>/, "<script></script>")
    expectGolden("casefile.html", body)
  })

  it("opens with the sentence a reader comes for", () => {
    expect(texts("h1")).toEqual(["Six of these twelve reports go back to one text that is not here."])
  })

  it("asks nothing of the network and runs nothing but its own script", () => {
    expect(dangers(page)).toEqual([])
    expect(page).not.toMatch(/url\(|@import/)
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;${SCRIPT_HASH}&#39;`,
    )
  })

  it("allows exactly its own script", () => {
    expect(SCRIPT_HASH).toBe(`sha256-${createHash("sha256").update(SCRIPT).digest("base64")}`)
    expect(page).toContain(`<script>${SCRIPT}</script>`)
  })

  it("leads somewhere with every link, and has every id once", () => {
    const ids = elements(page, "[id]").map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const missing = elements(page, "a")
      .map(link => link.getAttribute("href")!.slice(1))
      .filter(id => !ids.includes(id))
    expect(missing).toEqual([])
  })

  it("marks in the text exactly the characters that a change rests on", () => {
    const links = elements(page, ".change[data-kind=name-garbled] a.reading").map(link =>
      link.getAttribute("href")!.slice(1),
    )
    const marked = links.map(id => elements(page, "[id]").find(element => element.id === id)!.textContent)
    expect(marked).toEqual(["Edda Morlin", "Edna Morling"])
  })

  it("shows the worst changes first and folds what is only wording", () => {
    expect(texts("#family-family-1 .severity h4")).toEqual([
      "Changes of sense 2",
      "Changes of detail 5",
      "Other wording 2",
      "Other form 1",
    ])
    expect(elements(page, "details .change[data-severity=sense]")).toEqual([])
    expect(elements(page, "details .change[data-severity=wording]").length).toBe(3)
  })

  it("says in words all that the drawing says", () => {
    const drawn = elements(page, "svg.wide [data-node]").map(node => node.getAttribute("data-node"))
    const listed = elements(page, ".texts [data-node]").map(node => node.getAttribute("data-node"))
    expect(drawn).toEqual(listed)
  })

  it("gives the language of a report's own words", () => {
    expect(elements(page, ".text[lang=fa]").length).toBe(2)
    expect(elements(page, ".text:not([dir=auto])")).toEqual([])
  })

  const harmless = elements(caseFile(poisoned(findings, "harmless "), { title: "t" }), FRAME).length

  it.each(Object.entries(HOSTILE))("is not moved by what stands in a report: %s", (_, poison) => {
    const hostile = caseFile(poisoned(findings, poison), { title: poison })
    expect(dangers(hostile)).toEqual([])
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u)
    expect(elements(hostile, FRAME).length).toBe(harmless)
  })

  it("stands with nothing at all", () => {
    const empty = { witnesses: [], families: [], stories: [], claims: [], conflicts: [], problems: [] }
    expect(dangers(caseFile(empty))).toEqual([])
  })
})

describe("a family of 500", () => {
  const witnesses = Array.from(
    { length: 500 },
    (_, index): Witness => ({
      id: `w${index}`,
      where: `${index}.txt`,
      outlet: `Outlet ${index}`,
      credits: [],
      creditLines: [],
      text: `The same text. ${"Many words follow it. ".repeat(40)}`,
      furniture: [],
    }),
  )
  const family: FamilyFindings = {
    id: "f",
    witnesses: witnesses.map(({ id }) => id).sort(),
    kinships: [],
    stemma: {
      nodes: witnesses.map(({ id }, index) => ({ id, kind: "witness", label: `S${index}` })),
      edges: witnesses.slice(1).map(({ id }) => ({ parent: "w0", child: id, confidence: 0.9, evidence: [] })),
      rivals: [],
    },
    variants: [],
  }
  const many: Findings = { witnesses, families: [family], stories: [], claims: [], conflicts: [], problems: [] }
  const html = caseFile(many)

  it("is drawn as one text with its copies behind one node", () => {
    expect(elements(html, "svg.wide .node").length).toBe(2)
    expect(elements(html, ".folded summary")[0]!.textContent).toBe("and 498 more plain copies")
  })

  it("still has every text in full", () => expect(elements(html, ".report-text").length).toBe(500))
})
