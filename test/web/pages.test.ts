import { afterAll, beforeAll, describe } from "vitest"
import { actTests } from "./acts.ts"
import { handOnTests } from "./hand-on.ts"
import { hostileTests } from "./hostile.ts"
import { keyboardTests } from "./keyboard.ts"
import { hasBrowser, type Open, open } from "./open-desk.ts"
import { viewTests } from "./views.ts"

// One browser and one desk for all that is tested in the pages; the parts follow one another, each on what the one before has left.

describe.skipIf(!hasBrowser)("the pages of the desk", () => {
  const opened = {} as Open
  beforeAll(async () => {
    Object.assign(opened, await open())
  })
  afterAll(() => opened.close())
  viewTests(opened)
  keyboardTests(opened)
  handOnTests(opened)
  actTests(opened)
  hostileTests(opened)
})
