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
    ["Updated 5:27 am CST, Wednesday, November 20, 2019", "date"],
    ["Published: 20 November 2019, 14:05 GMT", "date"],
    ["Image 1 of / 8", "navigation"],
    ["Jane Doe/Kelder Times/Getty Images", "caption"],
    ["jane.doe@kelder.example", "contact"],
    ["There is more. Sign up for the Kelder newsletter today.", "subscription"],
    ["Like this story? Share it with a friend!", "sharing"],
    ["Publicidade", "advertisement"],
    ["window.ads = window.ads || []; ads.push({ mode: 'a' });", "navigation"],
    ["Lire aussi : Le ferry et le grain", "related"],
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
    "The formula is f(x) = 2x; the port's own (x || y) is another.",
    "November 20, 2019",
    "9.30 a.m. / 7.00 p.m.",
    "Updated figures were published on Wednesday, November 20, 2019, by the port.",
    "Posted at noon, the ferry's distress call was never answered.",
  ])("is the report's own: %s", line => {
    expect(around(line)).toEqual([])
  })
})

describe("what stands around a report", () => {
  const marked = (...lines: string[]) => furnitureOf(lines.join("\n\n"))

  it("a day alone tells the time of publishing before the report and after it", () => {
    expect(marked("Ferry lost at sea", "November 20, 2019", BODY, BODY, "2 hours ago")).toEqual([
      "date @ November 20, 2019",
      "date @ 2 hours ago",
    ])
  })

  it("a menu is three short lines in a row with names of sections", () => {
    const menu = ["Home", "Sports", "Real Estate", "Kelder Insider"]
    expect(marked(BODY, ...menu, BODY)).toEqual(menu.map(line => `navigation @ ${line}`))
    expect(marked(BODY, "Home", "Sports", BODY)).toEqual([])
    expect(marked(BODY, "Captain", "Mate", "Cook", BODY)).toEqual([])
  })

  it("the captions of a gallery", () => {
    const frame = (n: number) => [`Image ${n} of 2`, BODY, `${BODY.slice(0, 40)} ... more`, "Photo: Jane Doe, AP"]
    expect(marked(BODY, ...frame(1), ...frame(2), BODY).filter(line => line.startsWith("caption"))).toHaveLength(6)
    expect(marked(BODY, "Image 1 of 2", BODY, BODY)).toEqual(["navigation @ Image 1 of 2"])
  })

  it("the title below itself, the way to it, and the page's address", () => {
    const text = ["Home » World » Ferry lost at sea", "https://bell.example/a/ferry.html", "Ferry lost at sea", BODY]
    const { furniture } = witnessOf({
      title: "Ferry lost at sea",
      url: "https://www.bell.example/a/ferry.html?x=1",
      text: text.join("\n\n"),
    })
    expect(furniture.map(({ kind }) => kind)).toEqual(["navigation", "navigation", "navigation"])
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
