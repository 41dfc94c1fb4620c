import { describe, expect, it } from "vitest"
import { extract } from "../../src/extract/extract.ts"
import { testFolder } from "./made/folder.ts"

const { put, outcome } = testFolder()
const BODY = "<p>The ferry sank at noon.</p><p>Nobody was hurt.</p>"
const TEXT = "The ferry sank at noon.\n\nNobody was hurt."

const newsItem = ({
  meta = "",
  content = "",
  body = `<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${BODY}</body></html></inlineXML>`,
  attributes = "",
} = {}) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:halyard:1" version="2" xml:lang="en" ${attributes}><itemMeta><itemClass qcode="ninat:text"/><provider literal="Halyard Press"/>${meta}</itemMeta><contentMeta>${content}</contentMeta><contentSet>${body}</contentSet></newsItem>`
const nitf = (head: string, end = "") =>
  `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>${head}</body.head><body.content>${BODY}</body.content><body.end>${end}</body.end></body></nitf>`
const known = { guid: "urn:halyard:1", version: "2", outlet: "Halyard Press", language: "en", text: TEXT }

describe("NewsML-G2", () => {
  it.each<[string, string, object]>([
    ["an item in XHTML", newsItem(), known],
    [
      "a correction",
      newsItem({
        meta: '<firstCreated>2024-03-01T10:00:00Z</firstCreated><versionCreated>2024-03-01T12:00:00Z</versionCreated><pubStatus qcode="stat:usable"/><signal qcode="sig:correction"/><link rel="irel:previousVersion" residref="urn:halyard:0"/><link rel="irel:seeAlso" residref="urn:other"/>',
        content:
          "<headline>Ferry sinks</headline><slugline>FERRY</slugline><by>Jo Bell</by><creditline>Halyard</creditline><infoSource><name>Bay Radio</name></infoSource>",
      }),
      {
        ...known,
        published: "2024-03-01T10:00:00Z",
        modified: "2024-03-01T12:00:00Z",
        status: "usable",
        signals: ["correction"],
        derivedFrom: ["urn:halyard:0"],
        title: "Ferry sinks",
        slug: "FERRY",
        byline: "Jo Bell",
        credits: ["Halyard", "Bay Radio"],
      },
    ],
    ["a kill", newsItem({ meta: '<pubStatus qcode="stat:canceled"/>' }), { ...known, status: "cancelled" }],
    [
      "one that waits",
      newsItem({ meta: '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>' }),
      { ...known, status: "withheld" },
    ],
    [
      "NITF inside",
      newsItem({
        body: `<inlineXML>${nitf("<hedline><hl1>Ferry sinks</hl1></hedline><byline>By Jo Bell</byline><dateline><location>KELDER BAY</location></dateline>", "<tagline>Reporting by Jo Bell</tagline>")}</inlineXML>`,
      }),
      { ...known, title: "Ferry sinks", byline: "By Jo Bell", text: `KELDER BAY\n\n${TEXT}\n\nReporting by Jo Bell` },
    ],
    [
      "a dateline given apart that the text has already",
      newsItem({ content: "<dateline>The ferry sank</dateline>" }),
      known,
    ],
    [
      "plain text",
      newsItem({ body: "<inlineData contenttype='text/plain'>The ferry sank.</inlineData>" }),
      { ...known, text: "The ferry sank." },
    ],
    [
      "escaped HTML",
      newsItem({ body: "<inlineData contenttype='text/html'>&lt;p&gt;The ferry sank.&lt;/p&gt;</inlineData>" }),
      { ...known, text: "The ferry sank." },
    ],
    ["NITF alone", nitf("<hedline><hl1>Ferry sinks</hl1></hedline>"), { title: "Ferry sinks", text: TEXT }],
  ])("%s", async (_, xml, report) => {
    expect(await outcome(put("x.xml", xml))).toEqual({
      reports: [report],
      places: ["x.xml"],
      problems: [],
      messages: [],
    })
  })

  it("a message gives its items, and what is no text is a problem", async () => {
    const photo = newsItem({ body: '<remoteContent href="p.jpg"/>' }).replace("ninat:text", "ninat:picture")
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${newsItem()}${photo}${newsItem()}</itemSet></newsMessage>`
    const { reports, places, problems, messages } = await outcome(put("x.xml", message))
    expect(reports).toEqual([known, known])
    expect(places).toEqual(["x.xml#1", "x.xml#3"])
    expect(problems).toEqual(["no-text-field x.xml#2"])
    expect(messages[0]).toContain("picture")
  })

  it("a kill without text is named", async () => {
    const { messages } = await outcome(put("x.xml", newsItem({ meta: '<pubStatus qcode="stat:canceled"/>', body: "" })))
    expect(messages).toEqual(["The item holds no text (urn:halyard:1, cancelled)."])
  })
})

describe("ninjs", () => {
  it.each<[string, object, object]>([
    [
      "version 1",
      {
        uri: "urn:halyard:1",
        type: "text",
        versioncreated: "2024-03-01T10:00:00Z",
        pubstatus: "usable",
        headline: "Ferry sinks",
        byline: "Jo Bell",
        slugline: "FERRY",
        language: "en",
        copyrightholder: "Halyard Press",
        body_text: "The ferry sank at noon. Nobody was hurt.",
        body_xhtml: BODY,
      },
      {
        guid: "urn:halyard:1",
        published: "2024-03-01T10:00:00Z",
        status: "usable",
        title: "Ferry sinks",
        byline: "Jo Bell",
        slug: "FERRY",
        language: "en",
        outlet: "Halyard Press",
        text: TEXT,
      },
    ],
    [
      "version 2",
      {
        uri: "urn:halyard:1",
        version: "3",
        firstCreated: "2024-03-01T10:00:00Z",
        versionCreated: "2024-03-01T12:00:00Z",
        pubStatus: "canceled",
        headlines: [
          { role: "short", value: "Ferry" },
          { role: "main", value: "Ferry sinks" },
        ],
        bodies: [{ role: "main", contentType: "text/plain", value: "The ferry sank." }],
        infoSources: [{ name: "Bay Radio" }],
        by: "Jo Bell",
      },
      {
        guid: "urn:halyard:1",
        version: "3",
        published: "2024-03-01T10:00:00Z",
        modified: "2024-03-01T12:00:00Z",
        status: "cancelled",
        title: "Ferry sinks",
        text: "The ferry sank.",
        credits: ["Bay Radio"],
        byline: "Jo Bell",
      },
    ],
  ])("%s", async (_, item, report) => {
    expect((await outcome(put("x.json", JSON.stringify(item)))).reports).toEqual([report])
    expect((await outcome(put("x.jsonl", JSON.stringify(item)))).reports).toEqual([report])
    expect((await outcome(put("y.json", JSON.stringify([item])))).reports).toEqual([report])
  })

  it("a picture is no report", async () => {
    const { problems, messages } = await outcome(
      put("x.json", JSON.stringify({ uri: "urn:1", type: "picture", headline: "A ferry" })),
    )
    expect(problems).toEqual(["no-text-field x.json"])
    expect(messages[0]).toContain("picture")
  })
})

it("what an agency says of a text reaches the witness", async () => {
  const item = newsItem({
    meta: '<signal qcode="sig:update"/><link rel="irel:derivedFrom" residref="urn:halyard:0"/>',
    content: "<slugline>FERRY</slugline>",
  })
  const { reports } = await outcome(put("x.xml", item))
  expect(extract(reports).witnesses[0]).toMatchObject({
    guid: "urn:halyard:1",
    version: "2",
    signals: ["update"],
    derivedFrom: ["urn:halyard:0"],
    slug: "FERRY",
  })
})
