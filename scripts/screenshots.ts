import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { type Browser, chromium } from "playwright-core"

const WIDTHS = [390, 1280, 2560]
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const [file, folder] = process.argv.slice(2)
if (!file || !folder) throw new Error("usage: node scripts/screenshots.ts <case.html> <output folder>")
const address = pathToFileURL(resolve(file)).href
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET })
for (const width of WIDTHS) for (const scheme of ["light", "dark"] as const) await shoot(browser, width, scheme)
await print(browser)
await browser.close()

/** The whole page at one width; complains when something sticks out or is asked of the network. */
async function shoot(from: Browser, width: number, colorScheme: "light" | "dark"): Promise<void> {
  const page = await from.newPage({ viewport: { width, height: 900 }, colorScheme })
  page.on("request", request => request.url() !== address && console.error(`asks for ${request.url()}`))
  page.on("console", message => console.error(message.text()))
  page.on("pageerror", error => console.error(error))
  await page.goto(address)
  const wide = await page.evaluate("document.documentElement.scrollWidth")
  if (Number(wide) > width) console.error(`${wide} px wide at ${width}`)
  await page.screenshot({ path: join(folder!, `${width}-${colorScheme}.png`), fullPage: true })
  await page.close()
}

async function print(from: Browser): Promise<void> {
  const page = await from.newPage()
  await page.goto(address)
  await page.pdf({ path: join(folder!, "print.pdf"), format: "A4", preferCSSPageSize: true })
  await page.close()
}
