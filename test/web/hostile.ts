import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import type { SearchPage } from "../../src/model/desk.ts"
import type { Open } from "./open-desk.ts"

const SCRIPT = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1">`
const BODY = Array.from(
  { length: 12 },
  (_, index) => `The mill at Dunmarrow ${SCRIPT} closed its gate number ${index} on Friday, wardens said.`,
).join(" ")
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
  { id: "3", outlet: "Long", title: "Zorgmill long", text: `Zorgmill. ${"a".repeat(10_000_000)} ${BODY}` },
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
      await page.locator(".strip", { hasText: "new report" }).waitFor({ timeout: 100_000 })
      await drop(page, `${SCRIPT}.json`, "{ broken")
      await page.locator(".strip", { hasText: "problem" }).waitFor({ timeout: 60_000 })
      await page.goto(new URL("/problems", opened.desk.url).href)
      expect(await page.locator(".problems li").count()).toBeGreaterThan(0)
      expect(await page.evaluate("window.hacked")).toBeUndefined()
      await page.close()
    })

    it("run no script, make no such links, and turn no direction, in any view", async () => {
      const { hits } = await opened.ask<SearchPage>("/api/search?words=zorgmill")
      expect(hits.length).toBe(3)
      const family = hits.find(hit => hit.family !== null)?.family
      const kin = hits.filter(hit => hit.family === family && hit.witness !== null)
      const paths = ["/", "/search?words=zorgmill", ...hits.map(({ report }) => `/reports/${report}`)]
      if (family) paths.push(`/stories/${family}`, `/stories/${family}/changes`, `/stories/${family}/claims`)
      if (kin.length > 1) paths.push(`/stories/${family}/pair/${kin[0]!.witness}/${kin[1]!.witness}`)
      for (const path of paths) {
        const page = await opened.at(path, { width: 390 })
        await page.locator(".waiting").waitFor({ state: "detached" })
        expect(await page.evaluate("window.hacked"), path).toBeUndefined()
        expect(await page.locator('a[href^="javascript" i]').count(), path).toBe(0)
        expect(await page.evaluate("document.body.innerText.includes('\\u202E')"), path).toBe(false)
        expect(Number(await page.evaluate("document.documentElement.scrollWidth")), path).toBeLessThanOrEqual(390)
        await page.close()
      }
      expect(opened.complaints).toEqual([])
    })
  })
}
