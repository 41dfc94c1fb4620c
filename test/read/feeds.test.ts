import { mkdirSync, symlinkSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { testFolder } from "./made/folder.ts"

const { at, put, outcome } = testFolder()
const LONG = "Grain left the port of Kelder Bay on Monday, the harbour office said. ".repeat(10).trim()

const rss = (items: string, head = "<title>The Bell</title>") =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`
const atom = (entries: string, head = "<title>The Bell</title>", attributes = "") =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${head}${entries}</feed>`

describe("entries", () => {
  it.each<[string, string, object]>([
    [
      "RSS with the whole text",
      rss(
        `<item><title>Grain &amp; oil</title><link>https://bell.example/1</link><guid>b1</guid><dc:creator>Jo Bell</dc:creator><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>${LONG}</p><p>Ends &eacute;.</p><script>x()</script>]]></content:encoded></item>`,
        "<title>The Bell</title><language>en</language>",
      ),
      {
        title: "Grain & oil",
        url: "https://bell.example/1",
        guid: "b1",
        byline: "Jo Bell",
        published: "Fri, 01 Mar 2024 10:00:00 GMT",
        outlet: "The Bell",
        language: "en",
        text: `${LONG}\n\nEnds é.`,
      },
    ],
    [
      "RSS that names the real publisher",
      rss(
        `<item><source url="https://ledger.example/feed">The Ledger</source><description>${LONG}</description></item>`,
      ),
      { outlet: "The Ledger", text: LONG },
    ],
    [
      "a guid that is the link",
      rss(`<item><guid isPermaLink="true">https://bell.example/1</guid><description>${LONG}</description></item>`),
      { outlet: "The Bell", guid: "https://bell.example/1", url: "https://bell.example/1", text: LONG },
    ],
    [
      "a link that is no web address",
      rss(`<item><link>javascript:alert(1)</link><description>${LONG}</description></item>`),
      { outlet: "The Bell", text: LONG },
    ],
    [
      "RSS 1.0",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Bell</title></channel><item rdf:about="https://bell.example/1"><title>Grain</title><dc:date>2024-03-01</dc:date><description>${LONG}</description></item></rdf:RDF>`,
      { title: "Grain", outlet: "The Bell", guid: "https://bell.example/1", published: "2024-03-01", text: LONG },
    ],
    [
      "Atom with XHTML, a relative link and a source",
      atom(
        `<entry xml:lang="en"><id>tag:1</id><title type="text">1 &lt; 2</title><link rel="enclosure" href="a.mp3"/><link href="a/1"/><published>2024-03-01T10:00:00Z</published><updated>2024-03-02T10:00:00Z</updated><author><name>Jo Bell</name></author><source><title>The Ledger</title></source><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Grain <b>left</b>.</p><p>Oil.</p></div></content></entry>`,
        "<title>The Bell</title>",
        'xml:base="https://bell.example/"',
      ),
      {
        guid: "tag:1",
        title: "1 < 2",
        url: "https://bell.example/a/1",
        published: "2024-03-01T10:00:00Z",
        modified: "2024-03-02T10:00:00Z",
        byline: "Jo Bell",
        outlet: "The Ledger",
        language: "en",
        text: "Grain left.\n\nOil.",
      },
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "The Bell",
        items: [
          {
            id: 7,
            url: "https://bell.example/1",
            content_html: "<p>Grain.</p>",
            date_published: "2024-03-01T10:00:00Z",
            authors: [{ name: "Jo Bell" }],
          },
        ],
      }),
      {
        outlet: "The Bell",
        guid: "7",
        url: "https://bell.example/1",
        text: "Grain.",
        published: "2024-03-01T10:00:00Z",
        byline: "Jo Bell",
      },
    ],
  ])("%s", async (_, feed, report) => {
    expect(await outcome(put("feed.xml", feed))).toEqual({
      reports: [report],
      places: ["feed.xml#1"],
      problems: [],
      messages: [],
    })
  })

  it("a feed is a feed under any name", async () => {
    const feed = rss(`<item><description>${LONG}</description></item>`)
    for (const name of ["x.txt", "x.html", "x", "x.rss"])
      expect((await outcome(put(name, feed))).reports).toHaveLength(1)
  })
})

describe("what is wrong with a feed or an entry", () => {
  it.each<[string, string, string, number, string[]]>([
    ["only a summary", "x.xml", rss("<item><description>Short.</description></item>"), 1, ["summary-only x.xml#1"]],
    ["no text", "x.xml", rss("<item><title>Grain</title></item>"), 0, ["no-text-field x.xml#1"]],
    ["no entries", "x.xml", rss(""), 0, []],
    [
      "cut off",
      "x.xml",
      rss(`<item><description>${LONG}</description></item><item><description>${LONG}`).replace(/<\/channel>.*/, ""),
      2,
      ["cut-short x.xml"],
    ],
    ["nested without end", "x.xml", `<rss>${"<a>".repeat(100_000)}`, 0, ["too-deep x.xml"]],
    ["XML of another kind", "x.xml", "<?xml version='1.0'?><project/>", 0, ["unknown-format x.xml"]],
    ["no XML", "x.xml", "Grain left port.", 0, ["broken-xml x.xml"]],
    [
      "entities that grow",
      "x.xml",
      `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${rss(`<item><description>${LONG} &b;</description></item>`)}`,
      1,
      [],
    ],
    [
      "an entity from outside",
      "x.xml",
      `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss(`<item><description>${LONG} &a;</description></item>`)}`,
      1,
      [],
    ],
  ])("%s", async (_, name, feed, reports, problems) => {
    const found = await outcome(put(name, feed))
    expect(found.problems).toEqual(problems)
    expect(found.reports).toHaveLength(reports)
    for (const { text } of found.reports) expect(text).not.toMatch(/aaaaaaaaaa|root:/)
  })

  it("an HTML text that nests without end is read to where it does", async () => {
    const deep = `<p>Grain.</p>${"<b>".repeat(300_000)}${"</i>".repeat(300_000)}`
    const { reports } = await outcome(
      put("x.xml", rss(`<item><content:encoded><![CDATA[${deep}]]></content:encoded></item>`)),
    )
    expect(reports.map(({ text }) => text)).toEqual(["Grain."])
  })
})

describe("lists of feeds", () => {
  const list = (...feeds: string[]) =>
    `<opml version="2.0"><body><outline text="All">${feeds.map(feed => `<outline type="rss" xmlUrl="${feed}"/>`).join("")}</outline></body></opml>`
  const bell = rss(`<item><description>${LONG}</description></item>`)

  it("give the reports of all feeds, files relative to the list, each once", async () => {
    put("bell.xml", bell)
    put("ledger.xml", bell.replace("The Bell", "The Ledger"))
    const { reports, problems } = await outcome(
      put("feeds.opml", list("bell.xml", "gone.xml", "ledger.xml", "bell.xml")),
    )
    expect(reports.map(({ outlet }) => outlet)).toEqual(["The Bell", "The Ledger"])
    expect(problems).toEqual(["missing-path gone.xml"])
  })

  it("that name each other end", async () => {
    put("a.opml", list("b.opml"))
    const { problems } = await outcome(put("b.opml", list("a.opml")))
    expect(problems).toEqual(["link-loop b.opml"])
  })

  it("that name themselves say so once, and their feeds are read once", async () => {
    put("bell.xml", bell)
    const { places, problems } = await outcome(put("self.opml", list("./self.opml", "bell.xml", "gone.xml")))
    expect(places).toEqual(["bell.xml#1"])
    expect(problems).toEqual(["link-loop self.opml", "missing-path gone.xml"])
  })

  it("in a list in a list are one problem, whatever they name", async () => {
    put("bell.xml", bell)
    put("third.opml", list("bell.xml", "gone.xml"))
    put("second.opml", list("third.opml", "bell.xml"))
    const { places, problems } = await outcome(put("first.opml", list("second.opml")))
    expect(places).toEqual(["bell.xml#1"])
    expect(problems).toEqual(["too-deep third.opml"])
  })

  it("name files in their own folder and below, and no others", async () => {
    mkdirSync(at("lists/below"), { recursive: true })
    put("lists/below/bell.xml", bell)
    put("secret.txt", LONG)
    symlinkSync("../secret.txt", at("lists/way.txt"))
    const named = ["below/bell.xml", "../secret.txt", at("secret.txt"), "way.txt", "file:///secret.txt"]
    const { places, problems } = await outcome(put("lists/feeds.opml", list(...named)))
    expect(places).toEqual(["lists/below/bell.xml#1"])
    expect(problems).toEqual([
      "link-outside secret.txt",
      "link-outside secret.txt",
      "link-outside lists/way.txt",
      "address-refused file:///secret.txt",
    ])
  })

  it("that name none", async () => {
    expect((await outcome(put("none.opml", list()))).problems).toEqual(["no-text-field none.opml"])
  })

  it("from elsewhere name no files", async () => {
    const bytes = new TextEncoder().encode(list("/etc/hostname.xml"))
    const stdin = (async function* () {
      yield bytes
    })()
    expect((await outcome("-", { stdin })).problems).toEqual(["address-refused /etc/hostname.xml"])
  })
})
