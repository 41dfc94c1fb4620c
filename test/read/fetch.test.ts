import { createServer } from "node:net"
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { isPublicAddress } from "../../src/read/fetch/address.ts"
import type { FetchOptions, Validators } from "../../src/read/fetch/fetcher.ts"
import { type ReadOptions, read } from "../../src/read/read.ts"
import { type Answers, site } from "./made/site.ts"

const PAGE = "<html><p>Grain left the port.</p></html>"
const QUICK: FetchOptions = { hostGapMs: 0, totalMs: 3000, idleMs: 2000 }

/** Reads addresses of a site; the site's own host, and it alone, may be asked. */
async function fetched(answers: Answers, path = "/1", options: ReadOptions = {}, fetch: FetchOptions = {}) {
  const bell = await site(answers)
  const { reports, problems } = await read([bell.at(path)], {
    ...options,
    fetch: { ...QUICK, allowPrivate: [bell.host], ...fetch },
  })
  const plain = (text: string) => text.replaceAll(`http://${bell.host}`, "")
  return {
    bell,
    reports: reports.map(({ where, url, observed, ...rest }) => ({
      ...rest,
      where: plain(where!),
      ...(url !== undefined && { url: plain(url) }),
      isObserved: observed !== undefined,
    })),
    problems: problems.map(({ code, where }) => `${code} ${plain(where)}`),
    messages: problems.map(({ message }) => message),
  }
}

const send =
  (body: string | Uint8Array, headers: Record<string, string | number> = {}, status = 200): Answers[string] =>
  (_, answer) => {
    answer.writeHead(status, headers).end(body)
  }
const redirect = (to: string): Answers[string] => send("", { location: to }, 302)

describe("what an address gives", () => {
  const text = "Grain left the port of Kelder Bay on Monday, the harbour office said. ".repeat(10).trim()
  const feed = `<rss><channel><title>The Bell</title><item><link>/a</link><guid>g1</guid><description>${text}</description></item></channel></rss>`
  const page = { html: PAGE, where: "/1", url: "/1", isObserved: true }

  it.each<[string, Answers[string], object[]]>([
    ["a page", PAGE, [page]],
    ["a page called plain text", send(PAGE, { "content-type": "text/plain" }), [page]],
    ["a page called an image", send(PAGE, { "content-type": "image/png" }), [page]],
    ["gzip", send(gzipSync(PAGE), { "content-encoding": "gzip" }), [page]],
    ["br", send(brotliCompressSync(PAGE), { "content-encoding": "br" }), [page]],
    ["zstd", send(zstdCompressSync(PAGE), { "content-encoding": "zstd" }), [page]],
    [
      "a charset in the header",
      send(Buffer.from([0x3c, 0x70, 0x3e, 0xc7]), { "content-type": "text/html; charset=windows-1251" }),
      [{ ...page, html: "<p>З" }],
    ],
    [
      "a feed",
      send(feed, { "content-type": "application/rss+xml" }),
      [{ guid: "g1", outlet: "The Bell", text, where: "/1#1", url: "/a", isObserved: true }],
    ],
    [
      "JSON lines in gzip",
      send(gzipSync('{"text":"A"}\n{"text":"B"}\n')),
      [
        { text: "A", where: "/1:1", isObserved: false },
        { text: "B", where: "/1:2", isObserved: false },
      ],
    ],
  ])("%s", async (_, answer, reports) => {
    const found = await fetched({ "/1": answer! })
    expect(found.problems).toEqual([])
    expect(found.reports).toEqual(reports)
  })

  it("says who asks, and goes to where it is sent, up to five times", async () => {
    const { bell, reports } = await fetched(
      { "/1": redirect("/2"), "/2": redirect("/3"), "/3": PAGE },
      "/1",
      {},
      { contact: "desk@bell.example" },
    )
    expect(reports).toEqual([{ ...page, url: "/3" }])
    expect(bell.paths()).toEqual(["/robots.txt", "/1", "/2", "/3"])
    expect(bell.asked[1]!.headers["user-agent"]).toMatch(/^hearsay\/\d+\.\d+\.\d+ \(\+desk@bell\.example\)$/)
    const round = await fetched({ "/1": redirect("/1") })
    expect(round.problems).toEqual(["not-fetched /1"])
    expect(round.bell.paths().filter(path => path === "/1")).toHaveLength(6)
  })

  it.each<[string, Answers[string], string]>([
    ["nothing there", send("", {}, 404), "not-fetched /1"],
    ["an error", send(PAGE, {}, 503), "not-fetched /1"],
    ["nothing in it", send(""), "empty-file /1"],
    ["an image", send(Buffer.from("\u0089PNG\r\n", "latin1"), { "content-type": "text/html" }), "unknown-format /1"],
    ["a redirect to another scheme", redirect("file:///etc/passwd"), "not-fetched /1"],
    ["a coding it does not have", send("no gzip", { "content-encoding": "gzip" }), "broken-archive /1"],
  ])("a problem: %s", async (_, answer, problem) => {
    const found = await fetched({ "/1": answer! })
    expect(found.problems).toEqual([problem])
    expect(found.reports).toEqual([])
  })

  it("articles behind a feed, and the entry itself where one fails", async () => {
    const item = (path: string) =>
      `<item><link>${path}</link><guid>g${path}</guid><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>Short.</description></item>`
    const { reports, problems } = await fetched(
      {
        "/feed": send(`<rss><channel><title>The Bell</title>${item("/1")}${item("/gone")}</channel></rss>`),
        "/1": PAGE,
      },
      "/feed",
      { articles: true },
    )
    const published = "Fri, 01 Mar 2024 10:00:00 GMT"
    expect(reports).toEqual([
      { ...page, outlet: "The Bell", guid: "g/1", published },
      {
        text: "Short.",
        outlet: "The Bell",
        guid: "g/gone",
        published,
        where: "/feed#2",
        url: "/gone",
        isObserved: true,
      },
    ])
    expect(problems).toEqual(["not-fetched /gone", "summary-only /feed#2"])
  })

  it("an article's own title and outlet, and those of the feed where it has none", async () => {
    const item = (path: string) => `<item><title>Grain</title><link>${path}</link></item>`
    const named =
      '<html><head><title>Oil stays</title><meta property="og:site_name" content="The Ledger"></head><p>Oil.</p></html>'
    const { reports } = await fetched(
      {
        "/feed": send(`<rss><channel><title>The Bell: world</title>${item("/1")}${item("/2")}</channel></rss>`),
        "/1": PAGE,
        "/2": named,
      },
      "/feed",
      { articles: true },
    )
    expect(reports).toEqual([
      { ...page, title: "Grain", outlet: "The Bell: world" },
      { ...page, html: named, where: "/2", url: "/2" },
    ])
  })

  it("no advice to fetch articles that were asked for", async () => {
    const bell = await site({
      "/feed": send("<rss><channel><item><link>/gone</link><description>Short.</description></item></channel></rss>"),
    })
    const hints = async (articles: boolean) => {
      const { problems } = await read([bell.at("/feed")], { articles, fetch: { ...QUICK, allowPrivate: [bell.host] } })
      return problems.map(({ hint }) => hint ?? "")
    }
    expect((await hints(false)).join()).toContain("--articles")
    expect((await hints(true)).join()).not.toContain("--articles")
  })

  it("a list of feeds", async () => {
    const { reports, problems } = await fetched(
      {
        "/list": (asked, answer) =>
          answer.end(`<opml><body><outline xmlUrl="http://${asked.headers.host}/feed"/></body></opml>`),
        "/feed": send(feed),
      },
      "/list",
    )
    expect(problems).toEqual([])
    expect(reports.map(({ where }) => where)).toEqual(["/feed#1"])
  })
})

describe("asking again", () => {
  it("gives back what the server said of the version, and an unchanged one is no report", async () => {
    const known = new Map<string, Validators>()
    const statuses: number[] = []
    const answers: Answers = {
      "/1": (asked, answer) => {
        if (asked.headers["if-none-match"] === '"v1"' && asked.headers["if-modified-since"]) answer.writeHead(304).end()
        else answer.writeHead(200, { etag: '"v1"', "last-modified": "Fri, 01 Mar 2024 10:00:00 GMT" }).end(PAGE)
      },
    }
    const bell = await site(answers)
    const fetch: FetchOptions = {
      ...QUICK,
      allowPrivate: true,
      known: url => known.get(url),
      onAnswer: (url, { status, ...validators }) => {
        statuses.push(status)
        known.set(url, validators)
      },
    }
    expect((await read([bell.at("/1")], { fetch })).reports).toHaveLength(1)
    expect(await read([bell.at("/1")], { fetch })).toEqual({ reports: [], problems: [] })
    expect(statuses).toEqual([200, 304])
  })
})

describe("robots.txt", () => {
  const rules = (text: string) => ({ "/robots.txt": text, "/1": PAGE, "/private/2": PAGE })

  it.each<[string, Answers, string, string[]]>([
    ["nothing is forbidden", rules("User-agent: *\nDisallow: /private/"), "/1", []],
    [
      "what is forbidden to all",
      rules("User-agent: *\nDisallow: /private/"),
      "/private/2",
      ["robots-refused /private/2"],
    ],
    [
      "what is forbidden to Hearsay",
      rules("User-agent: hearsay\nDisallow: /\n\nUser-agent: *\nAllow: /"),
      "/1",
      ["robots-refused /1"],
    ],
    ["what is forbidden to others", rules("User-agent: other\nDisallow: /"), "/1", []],
    ["no robots.txt", { "/1": PAGE }, "/1", []],
    ["one that fails", { "/robots.txt": send("", {}, 500), "/1": PAGE }, "/1", ["robots-refused /1"]],
    [
      "one that is forbidden where a redirect leads",
      { ...rules("User-agent: *\nDisallow: /private/"), "/1": redirect("/private/2") },
      "/1",
      ["robots-refused /1"],
    ],
  ])("%s", async (_, answers, path, problems) => {
    const found = await fetched(answers, path)
    expect(found.problems).toEqual(problems)
    expect(found.bell.paths().filter(asked => asked === "/private/2")).toEqual([])
  })

  it("is asked once for a host, and the host at its rate", async () => {
    const bell = await site({ "/1": PAGE, "/2": PAGE })
    await read([bell.at("/1"), bell.at("/2")], { fetch: { ...QUICK, allowPrivate: true, hostGapMs: 120 } })
    expect(bell.paths()).toEqual(["/robots.txt", "/1", "/2"])
    const gaps = bell.asked.slice(1).map(({ at }, i) => at - bell.asked[i]!.at)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100)
  })
})

describe("addresses that are not on the open net", () => {
  it.each<[string, boolean]>([
    ["93.184.215.14", true],
    ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", true],
    ["127.0.0.1", false],
    ["127.8.8.8", false],
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["172.32.0.1", true],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["168.63.129.16", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["192.0.2.1", false],
    ["::", false],
    ["::1", false],
    ["fe80::1", false],
    ["fc00::1", false],
    ["fd00:ec2::254", false],
    ["ff02::1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:8.8.8.8", true],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["2001:db8::1", false],
    ["bell.example", false],
  ])("%s: %s", (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic))

  it.each([
    "http://127.0.0.1:1/",
    "http://localhost:1/",
    "http://2130706433:1/",
    "http://0177.0.0.1:1/",
    "http://0x7f.1:1/",
    "http://127.1:1/",
    "http://[::1]:1/",
    "http://[::ffff:127.0.0.1]:1/",
    "http://169.254.169.254/latest/meta-data/",
  ])("%s is not asked", async address => {
    const { problems } = await read([address], { fetch: QUICK })
    expect(problems.map(({ code }) => code)).toEqual(["address-refused"])
  })

  it.each(["http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://[::ffff:7f00:1]:PORT/", "http://10.0.0.1/"])(
    "a redirect to %s is not followed",
    async to => {
      const inner = await site({ "/": PAGE })
      const { problems, reports } = await fetched({ "/1": redirect(to.replace("PORT", inner.host.split(":")[1]!)) })
      expect(problems).toEqual(["address-refused /1"])
      expect(reports).toEqual([])
      expect(inner.asked).toEqual([])
    },
  )

  it("a feed cannot lead there either", async () => {
    const inner = await site({ "/": PAGE })
    const feed = `<rss><channel><item><link>${inner.at("/")}</link><description>Short.</description></item></channel></rss>`
    const { problems } = await fetched({ "/feed": send(feed) }, "/feed", { articles: true })
    expect(problems[0]).toBe(`address-refused ${inner.at("/")}`)
    expect(inner.asked).toEqual([])
  })
})

describe("servers that mean no good", () => {
  it("ten bytes a second end at the time limit", async () => {
    const drip: Answers[string] = (_, answer) => {
      answer.writeHead(200, { "content-type": "text/html" })
      const timer = setInterval(() => answer.write("a"), 100)
      answer.on("close", () => clearInterval(timer))
    }
    const { problems, messages } = await fetched({ "/1": drip! }, "/1", {}, { totalMs: 500 })
    expect(problems).toEqual(["cut-short /1"])
    expect(messages[0]).toContain("longer than 0.5 s")
  })

  it("silence ends at the idle limit, before or after the first byte", async () => {
    for (const silent of [
      () => {},
      (_: unknown, answer: { writeHead(status: number): { write(text: string): void } }) =>
        answer.writeHead(200).write("a"),
    ]) {
      const { problems, messages } = await fetched(
        { "/1": silent as Answers[string] & object },
        "/1",
        {},
        { idleMs: 200 },
      )
      expect(problems[0]).toMatch(/^(?:not-fetched|cut-short) \/1$/)
      expect(messages[0]).toContain("no byte for 0.2 s")
    }
  })

  it("a length that is too large is a cut", async () => {
    const lie: Answers[string] = (_, answer) => {
      answer.writeHead(200, { "content-length": 5000 })
      answer.write(PAGE, () => answer.destroy())
    }
    const { problems, reports } = await fetched({ "/1": lie! })
    expect(problems).toEqual(["cut-short /1"])
    expect(reports).toEqual([])
  })

  it("a length above the limit is not waited for", async () => {
    const { problems } = await fetched({
      "/1": (_, answer) => answer.writeHead(200, { "content-length": 5e9 }).flushHeaders(),
    })
    expect(problems).toEqual(["too-large /1"])
  })

  it("a length that is no number, a header without end, no HTTP at all", async () => {
    for (const words of [
      "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
      `HTTP/1.1 200 OK\r\nX: ${"a".repeat(100_000)}`,
      "hello\r\n",
    ]) {
      const server = createServer(socket => socket.on("error", () => {}).end(words)).listen(0, "127.0.0.1")
      await new Promise(resolve => server.on("listening", resolve))
      const { port } = server.address() as { port: number }
      const { problems } = await read([`http://127.0.0.1:${port}/1`], { fetch: { ...QUICK, allowPrivate: true } })
      server.close()
      expect(problems.map(({ code }) => code)).toEqual(["not-fetched"])
    }
  })

  it("a feed that never ends", async () => {
    let sent = 0
    const endless: Answers[string] = (_, answer) => {
      answer.writeHead(200, { "content-type": "application/rss+xml" })
      answer.write("<rss><channel>")
      const more = () => {
        while (!answer.destroyed) {
          sent++
          if (!answer.write("<item><description>Grain.</description></item>".repeat(500))) return
        }
      }
      answer.on("drain", more)
      more()
    }
    const { problems } = await fetched({ "/1": endless! }, "/1", { maxSizeBytes: 1_000_000 })
    expect(problems).toEqual(["too-large /1"])
    expect(sent * 500 * 46).toBeLessThan(60_000_000)
  })

  it("a body that grows a thousand times", async () => {
    const bomb = gzipSync(Buffer.alloc(80_000_000, " "))
    const page = await fetched({ "/1": send(bomb, { "content-encoding": "gzip" }) })
    expect(page.problems).toEqual(["too-large /1"])
    const lines = await fetched({
      "/1": send(bomb, { "content-type": "application/x-ndjson", "content-encoding": "gzip" }),
    })
    expect(lines.problems).toEqual(["too-large /1"])
  })

  it("more over the wire than the limit", async () => {
    const lines = '{"text":"A"}\n'.repeat(100_000)
    const { problems, reports } = await fetched(
      { "/1": send(lines, { "content-type": "application/x-ndjson", "transfer-encoding": "chunked" }) },
      "/1",
      {},
      { maxBytes: 500_000 },
    )
    expect(problems).toEqual(["too-large /1"])
    expect(reports.length).toBeGreaterThan(30_000)
  })
})
