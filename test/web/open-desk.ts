import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, chromium, type Page } from "playwright-core"
import { build } from "vite"
import type { StoryList, StoryPage } from "../../src/model/desk.ts"
import { type Desk, openDesk } from "../../src/serve/serve.ts"

/** Debian's Chromium, which the tests of the pages need. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium"
export const hasBrowser = existsSync(CHROMIUM)

const ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

/** A desk over the example, its pages built anew, and a browser beside it. */
export interface Open {
  readonly desk: Desk
  readonly browser: Browser
  /** The largest story. */
  story: StoryPage
  /** A line of its tree between two reports. */
  line: { readonly parent: string; readonly child: string }
  /** What a page said on its console, threw, or asked of another machine. */
  readonly complaints: string[]
  at(path: string, options?: { readonly width?: number; readonly colorScheme?: "light" | "dark" }): Promise<Page>
  ask<T>(path: string): Promise<T>
  close(): Promise<void>
}

/** Builds the pages, serves an empty archive, starts the browser. */
export async function open(): Promise<Open> {
  const place = mkdtempSync(join(tmpdir(), "hearsay-pages-"))
  const pages = join(place, "pages")
  await build({ configFile: "vite.config.ts", logLevel: "error", build: { outDir: pages, emptyOutDir: true } })
  const desk = await openDesk({ archive: join(place, "test.db"), port: 0, pages })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
  const complaints: string[] = []
  const opened: Open = {
    desk,
    browser,
    complaints,
    story: undefined as unknown as StoryPage,
    line: undefined as unknown as Open["line"],
    async at(path, { width = 1280, colorScheme = "light" } = {}) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      listen(page, desk.url, complaints)
      await page.goto(new URL(path, desk.url).href)
      await page.locator("main h1").waitFor({ timeout: 90_000 })
      return page
    },
    async ask<T>(path: string) {
      return (await (await fetch(new URL(path, desk.url))).json()) as T
    },
    async close() {
      await browser.close()
      await desk.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
  return opened
}

function listen(page: Page, url: string, complaints: string[]): void {
  page.on("console", message => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on("pageerror", error => complaints.push(String(error)))
  page.on("dialog", dialog => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on("request", request => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith("http") && origin !== new URL(url).origin) complaints.push(`asks for ${request.url()}`)
  })
}

/** Looks up the story again, which judgements may have changed. */
export async function lookUp(opened: Open): Promise<void> {
  const { stories } = await opened.ask<StoryList>("/api/stories?sort=reports")
  opened.story = await opened.ask<StoryPage>(`/api/stories/${stories[0]!.id}`)
  const handed = new Set(opened.story.witnesses.map(({ id }) => id))
  const line = opened.story.stemma.edges.find(({ parent, child }) => handed.has(parent) && handed.has(child))!
  opened.line = { parent: line.parent, child: line.child }
}

/** The addresses of every view of the largest story and of the desk. */
export function views({ story, line: { parent, child } }: Open): Record<string, string> {
  const base = `/stories/${story.row.id}`
  return {
    desk: "/",
    story: base,
    line: `${base}?at=${encodeURIComponent(`${parent}>${child}`)}`,
    spread: `${base}?spread=0`,
    pair: `${base}/pair/${parent}/${child}?change=1`,
    changes: `${base}/changes?locus=2`,
    claims: `${base}/claims`,
    "hand it on": `${base}/hand-on`,
    report: `/reports/${story.witnesses.find(({ id }) => id === child)!.report}`,
    judgements: "/judgements",
    search: "/search?words=harbour",
    alone: "/alone",
    problems: "/problems",
    nowhere: "/no/such/view",
  }
}
