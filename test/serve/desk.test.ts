import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterAll, expect, it } from "vitest"
import { openArchive } from "../../src/archive/archive.ts"
import { storyOf } from "../../src/archive/story.ts"
import type {
  AlonePage,
  ChangesPage,
  ClaimsPage,
  DeskEvent,
  DeskState,
  EventPage,
  Judged,
  JudgementAct,
  PairPage,
  ProblemsPage,
  ReportPage,
  SearchPage,
  StoryList,
  StoryPage,
} from "../../src/model/desk.ts"
import type { Findings } from "../../src/model/findings.ts"
import { trace } from "../../src/pipeline.ts"
import { read } from "../../src/read/read.ts"
import { RESPONSES } from "../../src/serve/schemas.ts"
import type { Desk } from "../../src/serve/serve.ts"
import { madeReports } from "../archive/archive.ts"
import { doneWith, listen, newDesk, readInto, send, write } from "./desk.ts"

const HARBOUR = "examples/harbour"
const ask = async <T>(desk: Desk, path: string): Promise<T> => {
  const answer = await send(desk, path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}

/** A desk that has read the example, as its first visit offers; what a test changes it takes back. */
const example = await (async () => {
  const desk = await newDesk({}, afterAll)
  const events = listen(desk, afterAll)
  await events.opened
  const first = (await send(desk, "/api/desk")).json() as DeskState
  const { reading } = (await write(desk, "/api/example", "POST")).json() as { reading: number }
  const done = await events.until(doneWith(reading))
  return { desk, events, first, done, story: done.families[0]! }
})()

it("names a story after the text it comes from, and counts no title or short sentence of that as a copy's own", async () => {
  const { desk, story } = example
  const page = await ask<StoryPage>(desk, `/api/stories/${story}`)
  expect(page.row.title).toBe("Ferry and dredger collide off Kelder Bay; one dead, harbour shut as oil spreads")
  const { id } = page.witnesses.find(({ outlet }) => outlet === "Portside Today")!
  const { witness, inherited } = await ask<ReportPage>(desk, `/api/reports/${id}`)
  const start = witness.text.indexOf("They did not listen")
  expect(inherited.find(({ span }) => span.start <= start && start < span.end)).toMatchObject({ kind: "verbatim" })
  expect(inherited.find(({ span }) => span.start === 0)).toMatchObject({ kind: "verbatim", there: { start: 0 } })
})

it("reads the example and gives what trace finds in it", async () => {
  const { desk, events, first, done, story } = example
  expect(first).toMatchObject({ example: true, size: { reports: 0 }, reading: null })
  const found = trace((await read([HARBOUR])).reports)
  const family = found.families.find(({ id }) => id === story)!
  expect(done).toMatchObject({ added: found.witnesses.length, already: 0, problems: 0 })
  expect(events.events.map(({ kind }) => kind)).toContain("progress")
  expect(await ask<DeskState>(desk, "/api/desk")).toMatchObject({ example: false, reading: null, archive: "test.db" })

  const { stories, of } = await ask<StoryList>(desk, "/api/stories?sort=confirmed")
  expect([stories.length, stories.map(({ id }) => id).sort()]).toEqual([of, found.families.map(({ id }) => id).sort()])
  const page = await ask<StoryPage>(desk, `/api/stories/${story}`)
  expect(page.stemma).toEqual(family.stemma)
  expect(page.witnesses.map(({ id }) => id).sort()).toEqual(family.witnesses)
  expect(page.kinships).toEqual(family.kinships.map(({ passages: _, ...kinship }) => kinship))
  expect(Object.values(page.changes).reduce((x, y) => x + y)).toBe(family.variants.length)
  const changes = await ask<ChangesPage>(desk, `/api/stories/${story}/changes`)
  expect(changes).toEqual({ variants: family.variants, of: family.variants.length })
  const claims = await ask<ClaimsPage>(desk, `/api/stories/${story}/claims`)
  const archive = openArchive(join(desk.folder, "test.db"), { readOnly: true })
  const told = storyOf(archive, story)!
  archive.close()
  expect(claims).toEqual({ claims: told.claims, conflicts: told.conflicts })
  expect(Object.values(page.claims).reduce((x, y) => x + y)).toBe(claims.claims.length)
})

it("sets two reports side by side, and shows what one has from others", async () => {
  const { desk, story } = example
  const { stemma, witnesses } = await ask<StoryPage>(desk, `/api/stories/${story}`)
  const ids = new Set(witnesses.map(({ id }) => id))
  const edge = stemma.edges.find(({ parent, child }) => ids.has(parent) && ids.has(child))!
  const pair = await ask<PairPage>(desk, `/api/pairs/${edge.parent}/${edge.child}`)
  expect(pair.witnesses.map(({ id }) => id)).toEqual([edge.parent, edge.child])
  expect(pair.variants.length).toBeGreaterThan(0)
  for (const { readings } of pair.variants)
    for (const reading of readings) {
      const { text } = pair.witnesses.find(({ id }) => id === reading.witness)!
      if (reading.kind === "text") expect(text.slice(reading.span.start, reading.span.end)).toBe(reading.text)
    }

  const page = await ask<ReportPage>(desk, `/api/reports/${edge.child}`)
  expect(page.witness.id).toBe(edge.child)
  expect(page.inherited.length).toBeGreaterThan(0)
  expect(page.shares.inherited + page.shares.own).toBeCloseTo(1)
  expect(page.shares.inherited).toBeGreaterThan(0.2)
  const textById = new Map([[edge.child, page.witness.text]])
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  let end = 0
  for (const { span, from, there, kind } of page.inherited) {
    expect(span.start).toBeGreaterThanOrEqual(end)
    end = span.end
    if (!textById.has(from)) textById.set(from, (await ask<ReportPage>(desk, `/api/reports/${from}`)).witness.text)
    const [here, other] = [
      page.witness.text.slice(span.start, span.end),
      textById.get(from)!.slice(there.start, there.end),
    ]
    expect(plain(here) === plain(other)).toBe(kind === "verbatim")
  }
  const root = stemma.nodes.find(
    ({ id, kind }) => kind === "witness" && !stemma.edges.some(({ child }) => child === id),
  )
  if (root)
    expect(await ask<ReportPage>(desk, `/api/reports/${root.id}`)).toMatchObject({
      inherited: [],
      shares: { inherited: 0, own: 1 },
    })
  expect(await ask<ReportPage>(desk, `/api/reports/${page.report.report}`)).toEqual(page)
  expect(await ask<ReportPage>(desk, `/api/reports/${encodeURIComponent(page.report.url ?? edge.child)}`)).toEqual(page)
})

it("hands a story on in every format, several files in one ZIP file", async () => {
  const { desk, story } = example
  const formats = await ask<{ name: string; extension: string }[]>(desk, "/api/formats")
  for (const { name, extension } of [...formats, { name: "csv:claims", extension: "csv" }]) {
    const { status, headers, text } = await send(desk, `/api/stories/${story}/export?format=${name}`)
    expect([name, status]).toEqual([name, 200])
    const isZip = headers["content-type"] === "application/zip"
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="family-[0-9a-f]{12}(-[a-z-]+)?\.[a-z]+"$/)
    expect(headers["content-disposition"]).toContain(isZip ? ".zip" : `.${extension}`)
    expect(text.slice(0, 2) === "PK").toBe(isZip)
  }
})

it("follows a judgement at once, lists it, and takes it back", async () => {
  const { desk, story, events } = example
  const before = await ask<StoryPage>(desk, `/api/stories/${story}`)
  const ids = new Set(before.witnesses.map(({ id }) => id))
  const { parent, child } = before.stemma.edges.find(edge => ids.has(edge.parent) && ids.has(edge.child))!
  const answer = await write(desk, "/api/judgements", "POST", JSON.stringify({ kind: "forbid-edge", parent, child }))
  expect(answer.status).toBe(201)
  const judged = answer.json() as Judged
  expect(
    await events.until((event): event is Extract<DeskEvent, { kind: "judged" }> => event.kind === "judged"),
  ).toMatchObject({ families: judged.families })
  const after = await ask<StoryPage>(desk, `/api/stories/${judged.families[0]}`)
  expect(after.stemma.edges.some(edge => edge.parent === parent && edge.child === child)).toBe(false)
  expect(after.judgements).toMatchObject([{ id: judged.id, judgement: { kind: "forbid-edge", parent, child } }])
  const exported = await ask<Findings>(desk, `/api/stories/${judged.families[0]}/export?format=json`)
  expect(exported.judgements).toEqual([{ kind: "forbid-edge", parent, child }])
  expect((await write(desk, `/api/judgements/${judged.id}`, "DELETE")).status).toBe(200)
  expect(await ask<StoryPage>(desk, `/api/stories/${story}`)).toEqual(before)
  expect(await ask<JudgementAct[]>(desk, "/api/judgements")).toMatchObject([
    { id: judged.id, undone: expect.any(String) },
  ])
})

const HOSTILE = {
  text: `<script>alert(1)</script> The ferry Ilse sank off Kelder Bay on Monday. <img src=x onerror=alert(1)> </script>\u202e`,
  title: `"><script>alert(2)</script>`,
  outlet: `</title><svg onload=alert(3)>\r\nSet-Cookie: a=b`,
  url: "javascript:alert(4)",
}

it("hands hostile reports on as JSON alone, and calls files after nothing they brought", async () => {
  const desk = await newDesk()
  const name = `../../x"><script>alert(5)</script>\r\nSet-Cookie: a=b;.jsonl`
  const copy = { ...HOSTILE, text: `${HOSTILE.text} More words here that are not there.`, outlet: "Other <b>Paper</b>" }
  const done = await readInto(desk, name, [HOSTILE, copy].map(one => JSON.stringify(one)).join("\n"))
  expect(done).toMatchObject({ added: 2, already: 0 })
  const story = done.families[0] ?? "report-1"
  for (const path of [
    "/api/stories",
    `/api/stories/${story}`,
    `/api/stories/${story}/changes`,
    `/api/stories/${story}/claims`,
    "/api/reports/1",
    "/api/pairs/1/2",
    "/api/search?words=ferry",
    "/api/alone",
    "/api/problems",
  ]) {
    const { status, headers } = await send(desk, path)
    expect([path, status, headers["content-type"], headers["x-content-type-options"]]).toEqual([
      path,
      200,
      "application/json; charset=utf-8",
      "nosniff",
    ])
    expect(headers).not.toHaveProperty("set-cookie")
  }
  const page = await ask<ReportPage>(desk, "/api/reports/1")
  expect(page.report).toMatchObject({ title: HOSTILE.title, text: `${HOSTILE.title}\n${HOSTILE.text}` })
  expect(page.report.place).not.toMatch(/[\r\n]|hearsay-desk/)
  for (const format of ["html", "csv:reports", "tei", "json"]) {
    const { headers } = await send(desk, `/api/stories/${story}/export?format=${format}`)
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="[a-z0-9-]+\.[a-z]+"$/)
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    })
  }
  expect(
    readdirSync(desk.folder)
      .sort()
      .filter(file => !file.startsWith("test.db")),
  ).toEqual(["pages", "secret.txt"])
})

it("tells what could not be read, and why, and searches what was", async () => {
  const desk = await newDesk()
  const events = listen(desk)
  await events.opened
  const done = await readInto(
    desk,
    "mixed.jsonl",
    `{"text":"The ferry Ilse sank off Kelder Bay."}\n{"broken\n{"title":"No text"}\n`,
  )
  expect(done).toMatchObject({ added: 1, problems: 2 })
  const told = events.events.flatMap(event => (event.kind === "problem" ? [event.problem] : []))
  expect(told.map(({ code, where }) => [code, where])).toEqual([
    ["broken-json", "mixed.jsonl:2"],
    ["no-text-field", "mixed.jsonl:3"],
  ])
  const { problems, of } = await ask<ProblemsPage>(desk, "/api/problems?limit=1")
  expect([problems.map(({ code }) => code), of]).toEqual([["no-text-field"], 2])
  expect(await ask<SearchPage>(desk, "/api/search?words=ferry%20Ilse")).toMatchObject({ of: 1, hits: [{ report: 1 }] })
  expect(await ask<AlonePage>(desk, "/api/alone")).toMatchObject({ of: 1, reports: [{ report: 1, family: null }] })
  expect(await ask<AlonePage>(desk, "/api/alone?offset=1")).toEqual({ of: 1, reports: [] })
  expect(await readInto(desk, "mixed.jsonl", `{"text":"The ferry Ilse sank off Kelder Bay."}`)).toMatchObject({
    added: 0,
    already: 1,
  })
  const refused = await write(
    desk,
    "/api/addresses",
    "POST",
    JSON.stringify({ addresses: ["http://127.0.0.1:9/feed"] }),
  )
  await events.until(doneWith((refused.json() as { reading: number }).reading))
  expect(await ask<ProblemsPage>(desk, "/api/problems?limit=1")).toMatchObject({
    of: 3,
    problems: [{ code: "address-refused" }],
  })
})

it("shows a story as it is, whatever was answered before it grew", async () => {
  const desk = await newDesk()
  const reports = madeReports([1])
  const line = (index: number) => JSON.stringify(reports[index])
  await readInto(desk, "first.jsonl", [0, 1, 2].map(line).join("\n"))
  const before = await ask<StoryPage>(desk, "/api/stories/report-1")
  await readInto(
    desk,
    "other.jsonl",
    JSON.stringify({ text: "Wheat prices rose in Lorvane on Friday.", outlet: "Grain" }),
  )
  expect(await ask<StoryPage>(desk, "/api/stories/report-1")).toEqual(before)
  await readInto(desk, "later.jsonl", reports.map((_, index) => line(index)).join("\n"))
  const after = await ask<StoryPage>(desk, "/api/stories/report-1")
  expect(before.witnesses.length).toBeGreaterThan(1)
  expect(after.witnesses.length).toBeGreaterThan(before.witnesses.length)
  expect(after.row.reports).toBe(after.witnesses.length)
})

it("goes on when those who listen to its events vanish", async () => {
  const desk = await newDesk()
  const gone = Array.from({ length: 50 }, () => listen(desk))
  await Promise.all(gone.map(({ opened }) => opened))
  for (const { vanish } of gone) vanish()
  expect(await readInto(desk, "a.txt", "The ferry Ilse sank off Kelder Bay on Monday.")).toMatchObject({ added: 1 })
})

it("sends what the browser has already, or wants shorter, accordingly", async () => {
  const { desk, story } = example
  const path = `/api/stories/${story}/claims`
  const { text, headers } = await send(desk, path)
  const same = await send(desk, path, { headers: { "if-none-match": headers.etag! } })
  expect([same.status, same.text]).toEqual([304, ""])
  for (const [encoding, expand] of [
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ] as const) {
    const answer = await fetch(`http://127.0.0.1:${desk.port}${path}`, { headers: { "accept-encoding": encoding } })
    expect(answer.headers.get("content-encoding")).toBe(encoding)
    expect(await answer.text()).toBe(text)
    expect(expand).toBeDefined()
  }
  expect((await send(desk, "/assets/desk-abc123.js")).headers["cache-control"]).toBe(
    "public, max-age=31536000, immutable",
  )
  expect((await send(desk, `/stories/${story}`)).headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  })
})

it("tells who else tells of a story's event, and what they confirm", async () => {
  const { desk, story } = example
  const { others, claims, witnesses, compared } = await ask<EventPage>(desk, `/api/stories/${story}/event`)
  expect(compared).toBe(true)
  expect(others.map(({ by }) => by)).toEqual([["Radio Kelder"], ["The Lorvane Examiner"]])
  expect(claims[0]).toMatchObject({ kind: "quotation", reports: 14, origins: { min: 3, max: 3 } })
  expect(claims[0]!.attestations.filter(({ witness }) => witnesses.some(({ id }) => id === witness))).toHaveLength(2)
  const alone = await ask<EventPage>(desk, `/api/stories/${others[0]!.id}/event`)
  expect(alone.others.map(({ id }) => id)).toContain(story)
  expect((await send(desk, "/api/stories/family-none/event")).status).toBe(404)
})

it("answers as its OpenAPI document says", async () => {
  const { desk, story } = example
  const [a, b] = (await ask<StoryPage>(desk, `/api/stories/${story}`)).witnesses
  for (const [path, name] of [
    ["/api/desk", "DeskState"],
    ["/api/stories", "StoryList"],
    [`/api/stories/${story}`, "StoryPage"],
    [`/api/stories/${story}/changes`, "ChangesPage"],
    [`/api/stories/${story}/claims`, "ClaimsPage"],
    [`/api/stories/${story}/event`, "EventPage"],
    ["/api/formats", "FormatList"],
    [`/api/pairs/${a!.id}/${b!.id}`, "PairPage"],
    [`/api/reports/${a!.id}`, "ReportPage"],
    ["/api/search?words=harbour", "SearchPage"],
    ["/api/alone", "AlonePage"],
    ["/api/problems", "ProblemsPage"],
    ["/api/judgements", "JudgementList"],
  ] as const)
    expect([path, RESPONSES[name].safeParse(await ask(desk, path)).error?.issues]).toEqual([path, undefined])
  expect(RESPONSES.DeskError.safeParse((await send(desk, "/api/none")).json()).success).toBe(true)
})

it("describes every address in its OpenAPI document", async () => {
  const desk = await newDesk()
  const document = await ask<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
    desk,
    "/api/openapi.json",
  )
  expect(document.openapi).toBe("3.1.0")
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  const documented = [
    ...readFileSync(join(import.meta.dirname, "../../docs/desk.md"), "utf8").matchAll(
      /^\| `((?:GET|POST|DELETE) \/api[^`?]*)/gm,
    ),
  ].map(([, one]) => one!)
  expect(listed.sort()).toEqual(documented.filter(one => one !== "GET /api/openapi.json").sort())
})
