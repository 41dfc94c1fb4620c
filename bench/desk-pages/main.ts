import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium, type Page } from "playwright-core"
import { openDesk } from "../../src/serve/serve.ts"
import { madeChanges, madePair, madeStory, NO_CLAIMS } from "./made.ts"

// How long the built pages take over large answers: `npm run build`, then `node bench/desk-pages/main.ts`. The pages and the browser are the real ones; the
// server's answers are made, so that only the browser's side is measured.

const place = mkdtempSync(join(tmpdir(), "hearsay-bench-"))
const desk = await openDesk({ archive: join(place, "bench.db"), port: 0 })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
})
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
let worked = 0
const inspector = await page.context().newCDPSession(page)
// Time that the page's thread has worked, which does not grow when other programs are running.
await inspector.send("Performance.enable", { timeDomain: "threadTicks" })
await answer(page, "/api/stories/made", madeStory(false))
await answer(page, "/api/stories/folded", madeStory(true))
for (const story of ["made", "folded"]) {
  await answer(page, `/api/stories/${story}/changes`, madeChanges())
  await answer(page, `/api/stories/${story}/claims`, NO_CLAIMS)
}
await answer(page, "/api/pairs/w0000/w0010", madePair())

await page.goto(desk.url)
await page.locator("h1").waitFor()
const PAINT = 'performance.getEntriesByName("first-contentful-paint")[0].startTime'
await tell("first paint of the desk", () => number(PAINT), 1000)
await tell("tree of 500 witnesses, none folded", () => going("/stories/made", "svg.tree"), 500)
await tell("… and its answer to a click", () => pressing(".tree .node:nth-of-type(300)", ".panel h3"), 500)
await tell("tree of 500 witnesses, copies folded", () => going("/stories/folded", "svg.tree"), 500)
await tell("apparatus of 3,000 loci", () => going("/stories/made/changes", ".locus"), 500)
await tell("… longest frame while scrolling", () => scrolling(), 50)
await tell("pair of two 2,000-word reports", () => going("/stories/made/pair/w0000/w0010", ".pair-row.joined"), 150)

await browser.close()
await desk.close()
rmSync(place, { recursive: true })

async function tell(what: string, measure: () => Promise<number>, bar: number): Promise<void> {
  const ms = await measure()
  const missed = ms > bar ? "   MISSED" : ""
  console.log(
    `${what.padEnd(40)} ${ms.toFixed(0).padStart(5)} ms, ${worked.toFixed(0).padStart(5)} ms of work   bar ${bar}${missed}`,
  )
}

async function workMs(): Promise<number> {
  const { metrics } = await inspector.send("Performance.getMetrics")
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0)
}

async function answer(on: Page, path: string, body: object): Promise<void> {
  const text = JSON.stringify(body)
  await on.route(new URL(path, desk.url).href, route => route.fulfill({ contentType: "application/json", body: text }))
}

async function number(expression: string): Promise<number> {
  return Number(await page.evaluate(expression))
}

/** From a click on a link to the frame in which what it leads to stands there; answers that were asked for before are kept, so the second visit counts. */
async function going(path: string, selector: string): Promise<number> {
  const link = `Object.assign(document.body.appendChild(document.createElement("a")), { href: ${JSON.stringify(path)} })`
  await timed(`${link}.click()`, selector)
  await timed(`${link.replace(JSON.stringify(path), '"/judgements"')}.click()`, ".acts, main p")
  await page.waitForTimeout(300)
  return timed(`${link}.click()`, selector)
}

async function pressing(what: string, selector: string): Promise<number> {
  return timed(
    `document.querySelector(${JSON.stringify(what)}).dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
    selector,
  )
}

async function timed(act: string, selector: string): Promise<number> {
  const before = await workMs()
  const ms = await number(`new Promise(settle => {
    const begin = performance.now()
    const look = () => document.querySelector(${JSON.stringify(selector)})
      ? requestAnimationFrame(() => setTimeout(() => settle(performance.now() - begin)))
      : requestAnimationFrame(look)
    ${act}
    look()
  })`)
  worked = (await workMs()) - before
  return ms
}

/** The longest time between two frames while the list is scrolled from top to bottom. */
function scrolling(): Promise<number> {
  return number(`new Promise(settle => {
    const list = document.querySelector(".virtual")
    let [before, longest, frames] = [0, 0, 0]
    const step = now => {
      if (before > 0 && frames > 5) longest = Math.max(longest, now - before)
      before = now
      list.scrollTop += 700
      if (++frames < 240) requestAnimationFrame(step)
      else settle(longest)
    }
    requestAnimationFrame(step)
  })`)
}
