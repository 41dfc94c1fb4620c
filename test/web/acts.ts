import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import type { ChangesPage, JudgementAct, StoryPage } from "../../src/model/desk.ts"
import { lookUp, type Open, views } from "./open-desk.ts"

const acts = (opened: Open) => opened.ask<readonly JudgementAct[]>("/api/judgements")

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click()
  await page.locator(".said p").waitFor()
}

/** Undoes the newest judgement on its page. */
async function undoNewest(opened: Open): Promise<void> {
  const page = await opened.at("/judgements")
  await page.locator(".acts li").first().waitFor()
  await press(page, "Undo")
  await page.locator(".acts li.is-undone").first().waitFor()
  expect((await acts(opened))[0]!.undone).toBeDefined()
  await page.close()
}

/** Every judgement a person can make, and that findings follow. */
export function actTests(opened: Open): void {
  describe("judgements", () => {
    it("pin a line, and undo it", async () => {
      const page = await opened.at(views(opened).line!)
      await press(page, "Pin this line")
      await page.getByText("You pinned this line.").waitFor()
      expect((await acts(opened))[0]!.judgement).toEqual({ kind: "pin-edge", ...opened.line })
      const { stemma } = await opened.ask<StoryPage>(`/api/stories/${opened.story.row.id}`)
      const pinned = stemma.edges.find(
        ({ child, parent }) => child === opened.line.child && parent === opened.line.parent,
      )
      expect(pinned!.evidence.map(({ kind }) => kind)).toContain("judgement")
      await page.close()
      await undoNewest(opened)
    })

    it("forbid a line: it is gone from the tree, and comes back when that is undone", async () => {
      const page = await opened.at(views(opened).line!)
      await press(page, "Forbid this line")
      const key = `${opened.line.parent}>${opened.line.child}`
      await page.locator(`[data-edge="${key}"]`).waitFor({ state: "detached" })
      await page.close()
      await undoNewest(opened)
      const after = await opened.at(views(opened).story!)
      await after.locator(`[data-edge="${key}"]`).waitFor()
      await after.close()
    })

    it("hold two reports independent", async () => {
      const page = await opened.at(views(opened).pair!)
      await press(page, "Neither is from the other")
      const { judgement } = (await acts(opened))[0]!
      expect(judgement).toMatchObject({ kind: "independent" })
      await page.close()
      await undoNewest(opened)
    })

    it("set an outlet's agency", async () => {
      const page = await opened.at(views(opened).report!)
      await page.getByText("Set the agency of this outlet").click()
      await page.getByRole("textbox", { name: "Agency" }).fill("Quayside Press Service")
      await press(page, "Set")
      expect((await acts(opened))[0]!.judgement).toMatchObject({
        kind: "outlet-agency",
        agency: "Quayside Press Service",
      })
      await page.close()
      await undoNewest(opened)
    })

    it("dismiss a change: it leaves the apparatus", async () => {
      await lookUp(opened)
      const at = `/api/stories/${opened.story.row.id}/changes`
      const before = await opened.ask<ChangesPage>(at)
      const page = await opened.at(`/stories/${opened.story.row.id}/changes?locus=0`)
      await press(page, "Dismiss: no change")
      await page.getByText(`of ${before.of - 1} changes`).waitFor()
      expect((await opened.ask<ChangesPage>(at)).of).toBe(before.of - 1)
      await page.close()
      await undoNewest(opened)
      expect((await opened.ask<ChangesPage>(at)).of).toBe(before.of)
      expect(opened.complaints).toEqual([])
    })
  })
}
