import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { type Open, views } from "./open-desk.ts"

/** What leaves the desk: files, pictures, paper. */
export function handOnTests(opened: Open): void {
  describe("hand it on", () => {
    it.each([
      ["The case file", "<!doctype html>"],
      ["GraphML", "<?xml"],
      ["TEI", "<?xml"],
      ["CSV, a file a table", "PK"],
    ])("gives %s", async (title, start) => {
      const page = await opened.at(views(opened)["hand it on"]!)
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: title }).first().click(),
      ])
      expect(readFileSync(await download.path(), "latin1").slice(0, 40)).toContain(start)
      await page.close()
    })

    it.each([
      ["SVG", "<svg"],
      ["PNG", "PNG"],
    ])("saves the tree as %s", async (format, start) => {
      const page = await opened.at(views(opened)["hand it on"]!)
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: `Save as ${format}` }).click(),
      ])
      const bytes = readFileSync(await download.path(), "latin1")
      expect(bytes.slice(0, 40)).toContain(start)
      expect(bytes.length).toBeGreaterThan(5000)
      // The picture stands alone: light, and in colours that need no page around them.
      if (format === "SVG") expect(bytes).toContain('fill="rgb(251, 250, 246)"')
      expect(bytes).not.toContain("light-dark")
      await page.close()
    })

    it("prints, without the bar and the buttons", async () => {
      const page = await opened.at(views(opened).story!)
      const pdf = await page.pdf({ format: "A4" })
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-")
      await page.emulateMedia({ media: "print" })
      expect(await page.locator(".bar").isVisible()).toBe(false)
      expect(await page.locator("svg.tree").isVisible()).toBe(true)
      await page.close()
    })
  })
}
