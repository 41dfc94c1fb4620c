import { gzipSync } from "node:zlib"
import { AxeBuilder } from "@axe-core/playwright"
import { describe, expect, it } from "vitest"
import { lookUp, type Open, views } from "./open-desk.ts"

/** A first visit, and every view as it looks and reads. */
export function viewTests(opened: Open): void {
  describe("views", () => {
    it("offers the example on a first visit, and has its story one click later", async () => {
      const page = await opened.at("/")
      expect(await page.locator("h1").textContent()).toContain("How many sources?")
      await page.getByRole("button", { name: /example/ }).click()
      await page.getByRole("link", { name: "See the story they belong to" }).click({ timeout: 100_000 })
      await page.getByText("Twelve outlets say so").waitFor()
      expect(await page.locator(".equation strong").textContent()).toBe("1 origin")
      await lookUp(opened)
      await page.close()
    })

    it("are without faults that axe finds, in light and dark, and no wider than the window at 1280 and at 390", async () => {
      const faults: string[] = []
      const page = await opened.at("/")
      const look = async (name: string, width: number, colorScheme: "light" | "dark") => {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        const wide = Number(await page.evaluate("document.documentElement.scrollWidth"))
        if (wide > width) faults.push(`${name}: ${wide} px wide at ${width}`)
        const axe = new AxeBuilder({ page }).setLegacyMode()
        const { violations } = await (width === 1280 ? axe : axe.withRules(["color-contrast", "target-size"])).analyze()
        for (const { id, nodes } of violations) faults.push(`${name}, ${width}: ${id}: ${nodes[0]!.html.slice(0, 160)}`)
      }
      for (const [name, path] of Object.entries(views(opened))) {
        await page.goto(new URL(path, opened.desk.url).href)
        await page.locator("main h1").waitFor()
        await page.locator(".waiting").waitFor({ state: "detached" })
        await look(name, 1280, "light")
        await look(name, 390, "dark")
      }
      await page.close()
      expect(faults).toEqual([])
      expect(opened.complaints).toEqual([])
    }, 400_000)

    it("send at most 120 KB of script, compressed", async () => {
      const index = await (await fetch(opened.desk.url)).text()
      const scripts = [...index.matchAll(/src="([^"]+\.js)"/g)].map(([, path]) => path!)
      const bytes = await Promise.all(
        scripts.map(async path => Buffer.from(await (await fetch(new URL(path, opened.desk.url))).arrayBuffer())),
      )
      expect(scripts).toHaveLength(1)
      expect(bytes.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(120_000)
    })

    it("take the name that a story has now, where they were asked for by another", async () => {
      const { report } = opened.story.witnesses[0]!
      const page = await opened.at(`/stories/report-${report}/claims?kind=figure`)
      await page.waitForURL(new URL(`/stories/${opened.story.row.id}/claims?kind=figure`, opened.desk.url).href)
      expect(await page.locator(".said").textContent()).toContain("have joined this story")
      await page.goBack()
      expect(page.url()).not.toContain("/stories/")
      await page.close()
    })

    it("come back by their address: reload, and back", async () => {
      const { pair, changes } = views(opened)
      const page = await opened.at(`${changes}&severity=sense&sort=place`)
      await page.locator(".locus.at").waitFor()
      const before = await page.locator(".locus-detail").textContent()
      await page.reload()
      await page.locator(".locus.at").waitFor()
      expect(await page.locator(".locus-detail").textContent()).toBe(before)
      expect(await page.getByLabel("Severity").inputValue()).toBe("sense")
      await page.goto(new URL(pair!, opened.desk.url).href)
      await page.locator("mark.at").first().waitFor()
      await page
        .getByRole("link", { name: /^Port sealed|^Ferry/ })
        .first()
        .click()
      await page.getByText("Twelve outlets say so").waitFor()
      await page.getByRole("link", { name: /^Claims/ }).click()
      await page.getByText("Stated by more than one report").waitFor()
      expect(await page.evaluate("document.activeElement.tagName")).toBe("H1")
      await page.goBack()
      await page.goBack()
      await page.locator("mark.at").first().waitFor()
      expect(page.url()).toContain("change=1")
      await page.close()
    })

    it("show the evidence of a line and the spread of an error in the tree", async () => {
      const { line, story } = views(opened)
      const page = await opened.at(line!)
      expect(await page.locator(".panel .evidence li").count()).toBeGreaterThan(0)
      await page.goto(new URL(`${story}?spread=1`, opened.desk.url).href)
      await page.locator(".tree .node.made").waitFor()
      expect(await page.locator(".tree .node.has").count()).toBeGreaterThan(0)
      await page.locator('.tree .node[role="button"]').first().click()
      await page.locator(".panel h3").waitFor()
      await page.close()
    })

    it("lead a newcomer to who got the number wrong first, and who copied it", async () => {
      const page = await opened.at("/")
      await page.getByRole("link", { name: /13\s*reports/ }).click()
      const wrong = page.locator(".spreads li", { hasText: "600 metres" })
      expect(await wrong.textContent()).toMatch(/First in J\s*The Skarrow Islander\. Copied by L\s*The Vale Observer/)
      await wrong.getByRole("link", { name: /spread/ }).click()
      expect(await page.locator(".tree .node.made title").textContent()).toContain("The Skarrow Islander")
      expect(await page.locator(".tree .node.has title").textContent()).toContain("The Vale Observer")
      await page.close()
    })
  })
}
