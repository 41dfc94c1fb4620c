import { describe, expect, it } from "vitest"
import { BODY, furnitureOf, witnessOf } from "./notation.ts"

const around = (line: string) => furnitureOf(`${BODY}\n\n${line}\n\n${BODY}`)

describe("lines of furniture", () => {
  it.each<[string, string]>([
    ["Continue reading: The Ferry Is Really About Grain", "related"],
    ["READ MORE: The ferry and the grain", "related"],
    ["Related Articles", "related"],
    ["Related articlesMost read", "related"],
    ["Here are more must-read stories from The Bell", "related"],
    ["You may also like...", "related"],
    ["Back to top button", "navigation"],
    ["Back to top button#!", "navigation"],
    ["→ Skip to content", "navigation"],
    ["Get in touchSend your letters to", "contact"],
    ["Get in touch", "contact"],
    ["Contact us at letters@kelder.example.", "contact"],
    ["Sign up for our daily newsletter and get the best of it in your inbox.", "subscription"],
    ["Subscribe", "subscription"],
    ["ShareTweetEmail", "sharing"],
    ["Share on Facebook", "sharing"],
    ["Follow us on Twitter and Facebook", "sharing"],
    ["12 Comments", "comments"],
    ["Leave a comment", "comments"],
    ["Advertisement", "advertisement"],
    ["Story continues below advertisement", "advertisement"],
    ["Photo: Jane Doe / Reuters", "caption"],
    ["Jane Doe / Reuters", "caption"],
    ["FILE - In this June 12 photo, the ferry leaves the harbour.", "caption"],
    ["The ferry leaves the harbour. (AP Photo/Jane Doe)", "caption"],
    ["Copyright 2026 The Bell", "copyright"],
    ["All rights reserved.", "copyright"],
    ["This story has been updated with a statement of the owner.", "correction-note"],
    ["Correction: An earlier version gave a wrong number.", "correction-note"],
    ["Download our app", "promotion"],
  ])("%s", (line, kind) => {
    expect(around(line)).toEqual([`${kind} @ ${line}`])
  })

  it.each([
    "Share prices fell by a tenth on Monday.",
    "Related industries were hit as well.",
    "Read more than twenty books a year, the minister told pupils.",
    "More must be done, he said.",
    "Comments by the minister caused anger.",
    "Advertisement revenue fell by half.",
    "Photo finishes decided two races.",
    "Copyright law will change in May.",
    "Update: the ferry has been found, officials said at noon.",
    "The Latest on the ferry (all times local):",
    "Subscribers to the plan will be paid back in June.",
    "Follow the money, the prosecutor told the jury.",
    "Contact with the ferry was lost at noon.",
    "Close to a hundred people were on board.",
    "Search teams left the harbour at dawn.",
    "Home",
  ])("is the report's own: %s", line => {
    expect(around(line)).toEqual([])
  })
})

describe("links below a heading", () => {
  const below = (...lines: string[]) =>
    furnitureOf([BODY, ...lines, BODY].join("\n\n")).map(line => line.replace(/^\w+ @ /, ""))

  it.each<[string, string[], number]>([
    [
      "all up to the next sentence",
      ["Related Articles", "Why the trams of Grell are late", "Smoked eel the old way"],
      3,
    ],
    ["below what is read most", ["Most read", "Five walks along the Kelder cliffs"], 2],
    ["past an advertisement", ["More stories", "Why the trams are late", "Advertisement", "Smoked eel the old way"], 4],
    ["two lists", ["Related", "Why the trams are late", "Most read", "Smoked eel the old way"], 4],
    ["not a sentence, however short", ["Related Articles", "The ferry has been found.", "Smoked eel the old way"], 1],
    ["not what someone said", ["Related Articles", "“Nobody has told us anything.”"], 1],
    ["not a crosshead of two words", ["Related Articles", "Second search"], 1],
    ["not a credit", ["Related Articles", "Additional reporting by Jane Doe in Oslo"], 1],
    ["not below a button", ["Read more", "Why the trams of Grell are late"], 1],
    ["not a long line", ["Related Articles", "Trams and ferries ".repeat(10)], 1],
    ["not below a sentence", ["Related industries were hit too.", "Why the trams of Grell are late"], 0],
  ])("%s", (_, lines, marked) => {
    expect(below(...lines)).toEqual(lines.slice(0, marked))
  })

  it("not the first lines of a paragraph wrapped at a fixed width", () => {
    const wrapped = "The ferry left the harbour of\nKelder Bay at noon and then\nwas not seen again."
    expect(furnitureOf(`${BODY}\n\nRelated Articles\n\n${wrapped}`)).toEqual(["related @ Related Articles"])
  })
})

describe("the outlet that only furniture names", () => {
  it.each<[string, string | undefined]>([
    ["Here are more must-read stories from The Bell", "The Bell"],
    ["More from GAZETTE", "GAZETTE"],
    ["Follow the Kelder Gazette on Facebook for the latest news.", "the Kelder Gazette"],
    ["© 2026 Kelder Media Inc. All Rights Reserved.", "Kelder Media"],
    ["© 2026 The Associated Press. All rights reserved.", undefined],
    ["Follow Jane on Twitter", undefined],
    ["More from our correspondent", undefined],
  ])("%s", (line, outlet) => {
    expect(witnessOf(`${BODY}\n\n${line}`).probableOutlet).toBe(outlet)
  })

  it("counts only where nobody else names the outlet", () => {
    const text = `${BODY}\n\nMore from GAZETTE`
    expect(witnessOf({ text, outlet: "The Bell" })).not.toHaveProperty("probableOutlet")
  })
})
