import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { type Open, views } from "./open-desk.ts"

/** Presses Tab until the element in focus is the one looked for; fails after so many. */
async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press("Tab")
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  throw new Error(`${selector} was not reached by ${most} presses of Tab`)
}

/** All that can be done without a mouse. */
export function keyboardTests(opened: Open): void {
  describe("keyboard", () => {
    it("walks from the desk to a changed word", async () => {
      const page = await opened.at("/")
      await page.keyboard.press("Tab")
      expect(await page.evaluate("document.activeElement.textContent")).toContain("To the content")
      await tabTo(page, "a.story")
      await page.keyboard.press("Enter")
      await page.getByText("Twelve outlets say so").waitFor()
      await tabTo(page, '.tree .edge[role="button"]')
      await page.keyboard.press("Enter")
      await page.locator(".panel .evidence").waitFor()
      await tabTo(page, ".panel a.button")
      await page.keyboard.press("Enter")
      await page.locator(".pair").waitFor()
      const before = page.url()
      await page.keyboard.press("j")
      await expect.poll(() => page.url()).not.toBe(before)
      await page.locator("mark.at").first().waitFor()
      const first = page.url()
      await page.keyboard.press("j")
      await expect.poll(() => page.url()).not.toBe(first)
      await page.keyboard.press("k")
      await expect.poll(() => page.url()).toBe(first)
      expect(await page.locator(".change-told").textContent()).toMatch(/\S/)
      await page.close()
    })

    it("turns a pair round, narrows it to its changes, and tells its keys", async () => {
      const page = await opened.at(views(opened).pair!)
      await page.locator(".pair-row").first().waitFor()
      const all = await page.locator(".pair-row").count()
      await page.keyboard.press("e")
      await expect.poll(() => page.locator(".pair-row").count()).toBeLessThan(all)
      await page.keyboard.press("s")
      await page.waitForURL(`**/pair/${opened.line.child}/${opened.line.parent}**`)
      await page.keyboard.press("?")
      await page.getByRole("dialog").waitFor()
      await page.keyboard.press("Escape")
      await page.getByRole("dialog").waitFor({ state: "hidden" })
      await page.close()
    })

    it("loses no key of a quick hand: three presses before the page is drawn anew", async () => {
      for (const address of [views(opened).pair!, `/stories/${opened.story.row.id}/changes`]) {
        const page = await opened.at(address)
        await page.locator(".pair-row, .locus").first().waitFor()
        const urls: string[] = await page.evaluate(`["j", "j", "k"].map(key => {
          dispatchEvent(new KeyboardEvent("keydown", { key }))
          return location.href
        })`)
        expect(urls[1]).not.toBe(urls[0])
        expect(urls[2]).toBe(urls[0])
        await page.close()
      }
    })

    it("goes through the apparatus, whose rows are in the page only while in sight", async () => {
      const page = await opened.at(`/stories/${opened.story.row.id}/changes`)
      await page.locator(".locus").first().waitFor()
      expect(await page.locator(".locus").count()).toBeLessThan(60)
      for (let pressed = 0; pressed < 30; pressed++) await page.keyboard.press("j")
      await page.locator(".locus.at").waitFor()
      await page.locator(".locus.at .reading").last().click()
      await page.locator(".locus-detail .node.made").waitFor()
      await page.close()
    })
  })
}
