import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { oneLine, visible } from "../../src/present/visible.ts"

describe("visible", () => {
  it.each([
    ["an escape sequence is shown, not obeyed", "a\u001b[31mb", "a␛[31mb"],
    ["a lone carriage return cannot overwrite the line", "a\rb", "a b"],
    ["a bidi override cannot turn a name round", "a\u202eb", "a\ufffdb"],
    ["a C1 control is no control any more", "a\u009b2Jb", "a\ufffd2Jb"],
    ["a broken surrogate is replaced", "a\ud800b", "a\ufffdb"],
    ["line feeds and tabs stay", "a\n\tb", "a\n\tb"],
    ["joiners of Persian and of emoji stay", "خانه\u200cها 👩\u200d🚒", "خانه\u200cها 👩\u200d🚒"],
  ])("%s", (_, text, expected) => expect(visible(text)).toBe(expected))

  it("keeps the length, so that spans still fit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), text => visible(text).length === text.length),
      { seed: 1 },
    )
  })
})

describe("oneLine", () => {
  it.each([
    ["folds lines and spaces", "two\n  lines ", 40, "two lines"],
    ["cuts with an ellipsis", "a very long line", 6, "a very…"],
    ["does not cut an emoji in half", "ab😀cd", 3, "ab…"],
  ])("%s", (_, text, most, expected) => expect(oneLine(text, most)).toBe(expected))
})
