import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { expect, it, onTestFinished } from "vitest"
import { durationMs } from "../../src/cli/watch-command.ts"
import { temporaryFolder } from "../archive/archive.ts"
import { hearsay } from "./hearsay.ts"

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))
const item = (number: number, text: string) =>
  `<item><title>Report ${number}</title><link>https://post.example/${number}</link><guid>https://post.example/${number}</guid><description>${text}</description></item>`
const FERRY =
  "The passenger ferry Ilse sank off Kelder Bay late on Monday, killing three sailors, the port authority said. Rescue boats from Castermouth searched through heavy fog until dawn for eleven missing passengers."

/** A feed on this machine that can grow, and knows when it has not. */
async function feed() {
  const items: string[] = []
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    if (request.url !== "/feed.xml") return void response.writeHead(404).end()
    const etag = `"${items.length}"`
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { "content-type": "application/rss+xml", etag })
    response.end(`<rss version="2.0"><channel><title>Kelder Post</title>${items.join("")}</channel></rss>`)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => void server.close())
  return { items, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml` }
}

it("keeps adding what a feed brings, asks only for what is new, and stops when told to", {
  timeout: 120_000,
}, async () => {
  const { items, asked, url } = await feed()
  items.push(item(1, FERRY))
  const archive = join(temporaryFolder(), "desk.db")
  const words = ["watch", url, "--every", "1s", "--allow-private", "--archive", archive, "--json"]
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ["ignore", "pipe", "pipe"] })
  let out = ""
  child.stdout.on("data", piece => (out += piece))
  const rounds = () =>
    out
      .trim()
      .split("\n")
      .filter(Boolean)
      .map(line => JSON.parse(line) as { added: number })
  const until = async (is: () => boolean) => {
    while (!is()) await setTimeout(50)
  }
  await until(() => rounds().some(({ added }) => added === 1))
  await until(() => rounds().length >= 2)
  items.push(item(2, FERRY.replace("three sailors", "four sailors")))
  await until(() => rounds().filter(({ added }) => added === 1).length === 2)
  child.kill("SIGINT")
  expect(await once(child, "exit")).toEqual([0, null])
  expect(asked.some(({ url, headers }) => url === "/feed.xml" && headers["if-none-match"] === '"1"')).toBe(true)
  const { stories } = JSON.parse(hearsay(["stories", "--archive", archive, "--json"]).out)
  expect(stories).toMatchObject([{ reports: 2 }])
})

it("does not fetch from this machine unless it is allowed to", { timeout: 60_000 }, async () => {
  const { asked, url } = await feed()
  const archive = join(temporaryFolder(), "desk.db")
  const child = spawn(process.execPath, [MAIN, "add", url, "--archive", archive], { stdio: "ignore" })
  await once(child, "exit")
  expect(asked).toEqual([])
  expect(hearsay(["problems", "--archive", archive]).out).toContain("127.0.0.1")
})

it("says in its last line of progress that it is done, and what it did", () => {
  const archive = join(temporaryFolder(), "a.db")
  const { err } = hearsay(["add", "-", "--archive", archive, "--progress", "json"], { input: FERRY })
  expect(JSON.parse(err.trim().split("\n").at(-1)!)).toMatchObject({ step: "done", read: 1, added: 1, problems: 0 })
})

it.each([
  ["90s", 90_000],
  ["10m", 600_000],
  ["2h", 7_200_000],
  ["10", undefined],
  ["", undefined],
  ["-5m", undefined],
])("a time between rounds: %s", (text, expected) => expect(durationMs(text)).toBe(expected))

it("says all that is wrong with a call at once", () => {
  const { code, err } = hearsay(["watch", "-", "--every", "soon", "--memory", "1kb", "--progress", "loud"])
  expect(code).toBe(2)
  expect(err.trim().split("\n").length).toBe(5)
})

it("refuses a time between rounds that no timer holds", () => {
  const { code, err } = hearsay(["watch", "none.txt", "--every", "25d", "--memory", "1kb"])
  expect(code).toBe(2)
  expect(err).toContain("hearsay: --every can be 24 days at most\n")
})
