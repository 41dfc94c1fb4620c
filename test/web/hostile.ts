import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import type { SearchPage } from "../../src/model/desk.ts"
import type { Open } from "./open-desk.ts"

const SCRIPT = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1">`
const BODY = [
  `The mill at Dunmarrow ${SCRIPT} closed its lower gate on Friday evening after wardens found a crack in the sill.`,
  "Water stood two metres above the mark at the weir, the wardens said, and forty houses along the cut were emptied.",
  "Orla Fenwick, who keeps the lock, said she had warned the council about the timber in the spring of last year.",
  '"Nobody came to look until the boards were floating past the church," she told a meeting in the granary.',
  "The council has put aside 1,200 crowns for a new gate and expects the work to last until the end of November.",
  "Barges bound for Tarnholm are being sent by the old canal, which adds nine hours to the way.",
  "A surveyor from Tarnholm will measure the bed of the river once the flood has gone down.",
].join(" ")
const HOSTILE = [
  {
    id: "1",
    outlet: `"><svg onload=window.hacked=1>`,
    title: `Zorgmill ${SCRIPT}`,
    url: "javascript:window.hacked=1",
    text: `Zorgmill. ${BODY} turned \u202Eround`,
  },
  {
    id: "2",
    outlet: "\u202Etelltuo",
    title: "Zorgmill gate",
    url: "javascript:window.hacked=1//http://",
    text: `Zorgmill. ${BODY}`,
  },
  { id: "3", outlet: "Long", title: "Zorgmill long", text: `Zorgmill. ${"a".repeat(10_000_000)}` },
]

/** Drops a file on the page as a mouse would. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const made = new DataTransfer()
      made.items.add(new File([content!], fileName!))
      return made
    },
    [name, text],
  )
  await page.dispatchEvent(".intake", "drop", { dataTransfer: transfer })
}

/** Reports that carry script, directions and endless words; dropped, as people do. */
export function hostileTests(opened: Open): void {
  describe("hostile reports", () => {
    it("are taken in by dropping a file, and what fails is told with its name", async () => {
      const page = await opened.at("/")
      await page.locator(".intake").waitFor()
      await drop(page, "zorgmill.jsonl", HOSTILE.map(report => JSON.stringify(report)).join("\n"))
      await page.locator(".strip", { hasText: "new report" }).waitFor({ timeout: 300_000 })
      await drop(page, `${SCRIPT}.json`, "{ broken")
      await page.locator(".strip", { hasText: "problem" }).waitFor({ timeout: 200_000 })
      await page.goto(new URL("/problems", opened.desk.url).href)
      expect(await page.locator(".problems li").count()).toBeGreaterThan(0)
      expect(await page.evaluate("window.hacked")).toBeUndefined()
      await page.close()
    }, 400_000)

    it("run no script, make no such links, and turn no direction, in any view", async () => {
      const { hits } = await opened.ask<SearchPage>("/api/search?words=zorgmill")
      expect(hits.length).toBe(3)
      const family = hits.find(hit => hit.family !== null)?.family
      const kin = hits.filter(hit => hit.family === family && hit.witness !== null)
      const paths = ["/", "/search?words=zorgmill", ...hits.map(({ report }) => `/reports/${report}`)]
      expect(family).toBeDefined()
      paths.push(`/stories/${family}`, `/stories/${family}/changes`, `/stories/${family}/claims`)
      expect(kin.length).toBe(2)
      paths.push(`/stories/${family}/pair/${kin[0]!.witness}/${kin[1]!.witness}`)
      for (const path of paths) {
        const page = await opened.at(path, { width: 390 })
        await page.locator(".waiting").waitFor({ state: "detached", timeout: 90_000 })
        expect(await page.evaluate("window.hacked"), path).toBeUndefined()
        expect(await page.locator('a[href^="javascript" i]').count(), path).toBe(0)
        expect(await page.evaluate("document.body.innerText.includes('\\u202E')"), path).toBe(false)
        expect(Number(await page.evaluate("document.documentElement.scrollWidth")), path).toBeLessThanOrEqual(390)
        await page.close()
      }
      expect(opened.complaints).toEqual([])
    }, 400_000)
  })
}
