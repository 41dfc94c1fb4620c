import { describe, expect, it } from "vitest"
import { extract } from "../../src/extract/extract.ts"
import { looksDeeperThan } from "../../src/extract/page-depth.ts"
import { BODY, codesOf, witnessOf } from "./notation.ts"

const PARAGRAPHS = [1, 2, 3].map(n => `<p>${BODY} It was day ${n}.</p>`).join("\n")
const page = (head: string, body = `<article><h1>Ferry lost at sea</h1>${PARAGRAPHS}</article>`) =>
  witnessOf({ html: `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>` })

describe("metadata of a page", () => {
  it.each<[string, string, object]>([
    [
      "title from Open Graph, without the site's name",
      '<meta property="og:title" content="Ferry lost | The Bell"><meta property="og:site_name" content="The Bell">',
      { title: "Ferry lost", outlet: "The Bell" },
    ],
    [
      "title from the title element, known by the heading",
      "<title>Ferry lost at sea - Kelder &amp; Bay News</title>",
      { title: "Ferry lost at sea" },
    ],
    [
      "a dash inside a title stays",
      '<meta property="og:title" content="Ferry lost - at sea">',
      { title: "Ferry lost - at sea" },
    ],
    [
      "outlet from the address",
      '<link rel="canonical" href="https://www.bell.example/a">',
      { outlet: "bell.example", url: "https://www.bell.example/a" },
    ],
    [
      "date from Open Graph",
      '<meta property="article:published_time" content="2024-03-01T10:00:00+01:00"><meta property="article:modified_time" content="2024-03-02">',
      { published: "2024-03-01T10:00:00+01:00", modified: "2024-03-02" },
    ],
    ["date from a meta tag", '<meta name="date" content="March 1, 2024">', { published: "2024-03-01" }],
    [
      "linked data",
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Ferry gone","datePublished":"2024-03-01","publisher":{"name":"The Bell"},"author":[{"name":"Associated Press"}]}]}</script>',
      { title: "Ferry gone", outlet: "The Bell", published: "2024-03-01", credits: ["Associated Press"] },
    ],
    [
      "broken linked data says nothing",
      '<script type="application/ld+json">{"@type":"NewsArticle",</script>',
      { title: "Ferry lost at sea" },
    ],
    [
      "a template's empty date is none",
      '<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="date" content="2024-03-01">',
      { published: "2024-03-01" },
    ],
    ["the region of its language", "", { language: "en-GB" }],
  ])("%s", (_, head, expected) => {
    expect(page(head)).toMatchObject(expected)
  })

  it("the date of a time element", () => {
    expect(
      page("", `<article><h1>Ferry</h1><time datetime="2024-03-01">1 March</time>${PARAGRAPHS}</article>`).published,
    ).toBe("2024-03-01")
  })

  it("what is handed in beside the page holds", () => {
    const html = `<html><head><meta property="og:title" content="B"></head><body>${PARAGRAPHS}</body></html>`
    expect(witnessOf({ html, title: "A title", url: "https://bell.example/x" })).toMatchObject({
      title: "A title",
      outlet: "bell.example",
    })
  })

  it("a page in English that declares another language is in English", () => {
    expect(witnessOf({ html: `<html lang="fr"><body>${PARAGRAPHS}</body></html>` }).language).toBe("en")
  })

  it("a date that cannot be read is a problem", () => {
    const html = `<html><head><meta name="date" content="last week"></head><body>${PARAGRAPHS}</body></html>`
    expect(codesOf({ html })).toEqual(["unreadable-date"])
  })
})

describe("text of a page", () => {
  it("keeps blocks apart and glues no words", () => {
    const html = `<article><h1>Ferry lost at sea</h1><p>One<br>two <b>th</b>ree,\n four.</p><ul><li>Five</li><li>six</li></ul>${PARAGRAPHS}</article>`
    const { text } = page("", html)
    expect(text).toContain("One\ntwo three, four.\n\nFive\n\nsix\n\nThe ferry")
    expect(text.startsWith("Ferry lost at sea\n\n")).toBe(true)
  })

  it("marks captions and leaves them in", () => {
    const { text, furniture } = page(
      "",
      `<article><h1>Ferry</h1>${PARAGRAPHS}<figure><img src="a.jpg"><figcaption>The bay.</figcaption></figure>${PARAGRAPHS}</article>`,
    )
    expect(furniture.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`)).toEqual([
      "caption The bay.",
    ])
  })

  const marks = (inner: string, url?: string) => {
    const html = `<html><body><article><h1>Ferry lost at sea</h1>${PARAGRAPHS}${inner}${PARAGRAPHS}</article></body></html>`
    const { text, furniture } = witnessOf({ html, ...(url && { url }) })
    return furniture.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`)
  }

  it.each<[string, string, string[]]>([
    ["class names in parts", '<p class="InlineImage-imageCaption">The bay</p>', ["caption The bay"]],
    [
      "what a figure shows",
      '<figure><img src="a.jpg"><div>The bay at noon</div></figure>',
      ["caption The bay at noon"],
    ],
    [
      "a figure that sets off a quotation is text",
      "<figure><img src='a.jpg'><blockquote>Gone</blockquote></figure>",
      [],
    ],
    ["a time alone", "<p><time>Noon, the first of March</time></p>", ["date Noon, the first of March"]],
    ["a link to another report", '<p><a href="/b">Why the trams are late</a></p>', ["related Why the trams are late"]],
    ["a link of one word is a source", '<p><a href="/b">Bell</a></p>', []],
    ["a link within the page", '<p><a href="#b">What happened to the ferry</a></p>', []],
    ["a link to another site", '<p><a href="https://a.example/">The report of the harbour master</a></p>', []],
    [
      "three links in a row are a menu",
      '<ul><li><a href="/a">Trams</a></li><li><a href="/b">Grain</a></li><li><a href="/c">Eels</a></li></ul>',
      ["navigation Trams", "navigation Grain", "navigation Eels"],
    ],
  ])("marks %s", (_, inner, expected) => {
    expect(marks(inner)).toEqual(expected)
  })

  it("knows the site by its address", () => {
    const link = '<p><a href="https://news.bell.co.uk/b">Why the trams are late</a></p>'
    expect(marks(link, "https://www.bell.co.uk/a")).toEqual(["related Why the trams are late"])
    expect(marks(link, "https://www.gazette.co.uk/a")).toEqual([])
  })

  it("does not believe a class name of an element that holds much of the text", () => {
    const html = `<html><body><div class="related"><h1>Ferry</h1>${PARAGRAPHS}</div></body></html>`
    expect(witnessOf({ html }).furniture).toEqual([])
  })

  it("takes bylines from their class", () => {
    const html = `<html><body><article><h1>Ferry</h1><p class="byline">Ann Lee</p>${PARAGRAPHS}<p class="byline">Jane Doe, Kelder Bay</p></article></body></html>`
    expect(witnessOf({ html }).creditLines.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "byline Ann Lee",
      "byline Jane Doe, Kelder Bay",
    ])
  })

  it("runs no scripts", () => {
    const html = `<html><body onload="globalThis.ran = 1">${PARAGRAPHS}<script>globalThis.ran = 1</script><img src="x" onerror="globalThis.ran = 1"></body></html>`
    expect(witnessOf({ html }).text).not.toContain("ran = 1")
    expect(globalThis).not.toHaveProperty("ran")
  })
})

describe("hostile and empty pages", () => {
  const deep = "<div>".repeat(100_000)
  it.each<[string, string, string[]]>([
    ["100,000 nested tags", `<html><body>${deep}Ferry${"</div>".repeat(100_000)}`, ["too-deep"]],
    ["nested tags behind a script in capitals", `<html><body><SCRIPT></script>${deep}`, ["too-deep"]],
    ["nested tags with end tags of nothing", `<html><body>${"<div></b>".repeat(2000)}`, ["too-deep"]],
    ["nested tags behind a comment that is none", `<html><body><!-->${"<div>".repeat(1000)}Ferry`, ["too-deep"]],
    ["more tags than any article", `<html><body>${"<br>".repeat(100_000)}`, ["no-article"]],
    [
      "megabytes of text below 400 elements",
      `<html><body>${"<div>".repeat(400)}${`<p>${BODY.repeat(30)}</p>`.repeat(1000)}`,
      ["no-article"],
    ],
    ["elements nested again and again", `${"<div>".repeat(400)}${"</div>".repeat(400)}`.repeat(35), ["no-article"]],
    [
      "a class list that breaks the parser",
      `<html><body><p class="${"a ".repeat(500_000)}">Ferry</p>`,
      ["cannot-read"],
    ],
    ["a page without text", "<html><body><img src='a.jpg'></body></html>", ["no-article"]],
  ])("%s", (_, html, codes) => {
    const start = performance.now()
    expect(extract([{ html }]).witnesses).toEqual([])
    expect(codesOf({ html })).toEqual(codes)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it("a long report below many elements is an article", () => {
    const html = `<html><body>${"<div>".repeat(60)}${PARAGRAPHS.repeat(150)}</body></html>`
    expect(witnessOf({ html }).text.length).toBeGreaterThan(50_000)
  })

  it("paragraphs and list items left open are not nesting", () => {
    expect(looksDeeperThan("<ul><li>".concat("<p>One<li>Two<br>".repeat(5000)), 512)).toBe(false)
  })

  it("markup inside scripts and comments is not nesting", () => {
    expect(looksDeeperThan(`<script>${"<b>".repeat(1000)}</script><!--${"<b>".repeat(1000)}--><p>`, 512)).toBe(false)
  })
})
