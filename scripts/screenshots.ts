import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { type Browser, chromium, type Page } from "playwright-core"
import type { ClaimsPage, StoryList, StoryPage } from "../src/model/desk.ts"
import { openDesk } from "../src/serve/serve.ts"

// Pictures of every view of the desk on the example, or of a case file, at several widths, in light and dark. Complains of whatever sticks
// out, is asked of the network, or is said on the console.

const WIDTHS = [390, 1280]
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const [first, second] = process.argv.slice(2)
if (!first) throw new Error("usage: node scripts/screenshots.ts [<case.html>] <output folder>")
const folder = second ?? first
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET })
if (second) await shootAll(browser, { "case-file": pathToFileURL(resolve(first)).href })
else await shootDesk(browser)
await browser.close()

/** The desk with the example read into an archive of its own: each view, and the picture of the README (`desk.png`). */
async function shootDesk(from: Browser): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "hearsay-pictures-"))
  const desk = await openDesk({ archive: join(place, "example.db"), port: 0 })
  await shootAll(from, { empty: desk.url })
  await readExample(from, desk.url)
  const views = await viewsOf(desk.url)
  await shootAll(from, views)
  const page = await open(from, 1280, "light", views.spread!)
  await page.setViewportSize({ width: 1280, height: 1260 })
  await page.screenshot({ path: join(folder, "desk.png") })
  await desk.close()
  rmSync(place, { recursive: true })
}

async function readExample(from: Browser, url: string): Promise<void> {
  const page = await open(from, 1280, "light", url)
  await page.getByRole("button", { name: /example/i }).click()
  await page.getByRole("link", { name: "See the story they belong to" }).waitFor({ timeout: 120_000 })
  await page.close()
}

async function viewsOf(url: string): Promise<Record<string, string>> {
  const ask = async <T>(path: string) => (await (await fetch(new URL(path, url))).json()) as T
  const { stories } = await ask<StoryList>("/api/stories?sort=reports")
  const story = `${url}stories/${stories[0]!.id}`
  const { stemma, witnesses } = await ask<StoryPage>(`/api/stories/${stories[0]!.id}`)
  const { conflicts } = await ask<ClaimsPage>(`/api/stories/${stories[0]!.id}/claims`)
  const error = conflicts.findIndex(({ kind, inheritedBy }) => kind === "error" && inheritedBy.length > 0)
  const handed = new Set(witnesses.map(({ id }) => id))
  const { parent, child } = stemma.edges.find(edge => handed.has(edge.parent) && handed.has(edge.child))!
  return {
    stories: url,
    story,
    spread: `${story}?spread=${Math.max(0, error)}`,
    line: `${story}?at=${encodeURIComponent(`${parent}>${child}`)}`,
    pair: `${story}/pair/${parent}/${child}?change=1`,
    changes: `${story}/changes?locus=2`,
    claims: `${story}/claims`,
    "hand-on": `${story}/hand-on`,
    report: `${url}reports/${witnesses.find(({ id }) => id === child)!.report}`,
    judgements: `${url}judgements`,
    search: `${url}search?words=harbour`,
    problems: `${url}problems`,
  }
}

async function shootAll(from: Browser, views: Record<string, string>): Promise<void> {
  for (const [name, address] of Object.entries(views)) {
    for (const width of WIDTHS)
      for (const scheme of ["light", "dark"] as const) await shoot(from, name, address, width, scheme)
  }
}

type Scheme = "light" | "dark"

async function open(from: Browser, width: number, colorScheme: Scheme, address: string): Promise<Page> {
  const page = await from.newPage({ viewport: { width, height: 900 }, colorScheme })
  page.on("request", request => {
    if (new URL(request.url()).origin !== new URL(address).origin) console.error(`asks for ${request.url()}`)
  })
  page.on("console", message => console.error(`${address}: ${message.text()}`))
  page.on("pageerror", error => console.error(error))
  await page.goto(address)
  if (address.startsWith("http")) await page.locator("main h1").waitFor()
  return page
}

async function shoot(from: Browser, name: string, address: string, width: number, scheme: Scheme): Promise<void> {
  const page = await open(from, width, scheme, address)
  const wide = await page.evaluate("document.documentElement.scrollWidth")
  if (Number(wide) > width) console.error(`${name}: ${wide} px wide at ${width}`)
  await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true })
  await page.close()
}
