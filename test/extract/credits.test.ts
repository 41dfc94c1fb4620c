import { describe, expect, it } from "vitest"
import { BODY, creditsOf, witnessOf } from "./notation.ts"

/** The credits of a line where it stands before a body, and after it. */
const before = (line: string) => creditsOf(`${line}\n\n${BODY}\n\n${BODY}`)
const after = (line: string) => creditsOf(`${BODY}\n\n${BODY}\n\n${line}`)

describe("datelines", () => {
  it.each<[string, string[]]>([
    ["(AP) — The ferry sank.", ["agency Associated Press @ AP"]],
    ["LONDON (Reuters) - The ferry sank.", ["dateline London @ LONDON (Reuters) -", "agency Reuters @ Reuters"]],
    ["TEHRAN, Iran — The ferry sank.", ["dateline Tehran, Iran @ TEHRAN, Iran —"]],
    ["TEHRAN – The ferry sank.", ["dateline Tehran @ TEHRAN –"]],
    ["HELSINKI— The ferry sank.", ["dateline Helsinki @ HELSINKI—"]],
    [
      "BEIJING, July 19 (Xinhua) -- The ferry sank.",
      ["dateline Beijing @ BEIJING, July 19 (Xinhua) --", "agency Xinhua @ Xinhua"],
    ],
    ["Tehran, July 19 (IRNA) – The ferry sank.", ["dateline Tehran @ Tehran, July 19 (IRNA) –", "agency IRNA @ IRNA"]],
    [
      "New Delhi [India], July 19 (ANI): The ferry sank.",
      ["dateline New Delhi [India] @ New Delhi [India], July 19 (ANI):", "agency Asian News International @ ANI"],
    ],
    ["Paris (AFP) – The ferry sank.", ["dateline Paris @ Paris (AFP) –", "agency Agence France-Presse @ AFP"]],
    [
      "BRUSSELS/PARIS (Reuters) - The ferry sank.",
      ["dateline Brussels/Paris @ BRUSSELS/PARIS (Reuters) -", "agency Reuters @ Reuters"],
    ],
    ["WASHINGTON (AP) The ferry sank.", ["dateline Washington @ WASHINGTON (AP)", "agency Associated Press @ AP"]],
    ["KELDER BAY (XYZ) — The ferry sank.", ["dateline Kelder Bay @ KELDER BAY (XYZ) —", "agency XYZ @ XYZ"]],
    ["BREAKING — The ferry sank.", []],
    ["UN-backed talks will resume on Monday, officials said.", []],
    ["U.S.-led forces were seen in the bay.", []],
    ["Gould Inc (GLD) - the company said it would pay.", []],
    ["The ferry — a new one — sank.", []],
  ])("%s", (line, credits) => {
    expect(before(line)).toEqual(credits)
  })

  it("an agency that nobody knows has the full name the text gives it", () => {
    const text = `KELDER BAY (BNA) — ${BODY}\n\nHe told the Bay News Agency (BNA) that it was late.`
    expect(witnessOf(text).credits).toEqual(["Bay News Agency"])
  })

  it.each<[string, object]>([
    ["the text names it elsewhere", { text: `KELDER BAY (BNA) — ${BODY}\n\nReporting by Jane Doe; Bay News Agency` }],
    ["the outlet is the agency", { text: `KELDER BAY (BNA) — ${BODY}`, outlet: "Bay News Agency" }],
  ])("a short form is the full name whose initials it has: %s", (_, report) => {
    expect(witnessOf(report).credits).toEqual(["Bay News Agency"])
  })

  it("a list with words in capitals before dashes has no dateline", () => {
    expect(creditsOf(`${BODY}\n\nWHEAT - steady at ten.\nMAIZE - steady at nine.\nOATS - lower at five.`)).toEqual([])
  })
})

describe("lines that credit", () => {
  it.each<[string, string[]]>([
    ["By Jane Doe, Associated Press", ["agency Associated Press", "byline Jane Doe"]],
    ["By Jane Doe and John Roe", ["byline Jane Doe, John Roe"]],
    ["BY JANE DOE", ["byline JANE DOE"]],
    ["by Jane Doe July 15 at 7:00 AM", ["byline Jane Doe"]],
    ["Jane Doe | Reuters", ["agency Reuters", "byline Jane Doe"]],
    ["By The Associated Press", ["agency Associated Press"]],
    ["Reuters", ["agency Reuters"]],
    ["AFP/Reuters", ["agency Agence France-Presse", "agency Reuters"]],
    ["PTI", ["agency Press Trust of India"]],
    ["Coastal News Agency", ["agency Coastal News Agency"]],
    ["Source: ANI", ["agency Asian News International"]],
    ["TE99 International Desk:", ["desk TE99 International Desk"]],
    ["Web Desk", ["desk Web Desk"]],
    ["By Our Correspondent", ["desk Our Correspondent"]],
    ["By Jane Doe | November 18, 2019 at 2:26 PM HST - Updated November 18 at 4:46 PM", ["byline Jane Doe"]],
    ["by the sea they waited", []],
    ["Source: the harbour master", []],
    ["Reuters reported on Monday that the ferry sank.", []],
  ])("before the body: %s", (line, credits) => {
    expect(
      before(line)
        .map(credit => credit.split(" @ ")[0])
        .sort(),
    ).toEqual(credits)
  })

  it.each<[string, string[]]>([
    [
      "Jane Doe and John Roe of The Associated Press contributed to this report.",
      ["agency Associated Press", "byline Jane Doe, John Roe"],
    ],
    [
      "Associated Press writer Jane Doe in Paris contributed to this report.",
      ["agency Associated Press", "byline Jane Doe"],
    ],
    [
      "Doe reported from Paris. Ann Lee (Oslo, Norway) and John Roe (Rome), were Associated Press reporters.",
      ["agency Associated Press", "byline Doe, Ann Lee, John Roe"],
    ],
    ["Doe reported from Paris.", ["byline Doe"]],
    ["(Reporting by Jane Doe; Editing by John Roe)", ["byline Jane Doe, John Roe"]],
    ["— Reporting by Jane Doe for Reuters", ["agency Reuters", "byline Jane Doe"]],
    ["© 2026 AFP", ["agency Agence France-Presse"]],
    ["Copyright 2026 The Associated Press. All rights reserved.", ["agency Associated Press"]],
    ["(With inputs from PTI)", ["agency Press Trust of India"]],
    ["with inputs from agencies", ["agency agencies"]],
    ["This article first appeared in The Kelder Gazette.", ["outlet The Kelder Gazette"]],
    ["This story was originally published at kelder.example. Read it here.", ["outlet kelder.example"]],
    ["Originally published by The Kelder Gazette", ["outlet The Kelder Gazette"]],
    ["Issued by Grell Line Communications.", ["desk Grell Line Communications"]],
    ["Issued by: the Kelder Council press office, 3 March 2026", ["desk Kelder Council press office"]],
    ["Issued by Kelder Council on March 3, 2026", ["desk Kelder Council"]],
    ["Released on behalf of the Ministry of Fisheries", ["desk Ministry of Fisheries"]],
    ["Issued by Kelder Council in 1911, the permit was never used.", []],
    ["Issued by the council, the permit was never used.", []],
    ["The ferry had sunk, Reuters reported.", []],
    ["She told an Associated Press reporter that “nobody contributed” to the search.", []],
    ["Photo: Jane Doe / Reuters", []],
    ["The island has contributed to the search since Monday, which the mayor welcomed.", []],
  ])("after the body: %s", (line, credits) => {
    expect(
      after(line)
        .map(credit => credit.split(" @ ")[0])
        .sort(),
    ).toEqual(credits)
  })
})

it("credits are agencies and desks, once each, what was handed in first", () => {
  const text = `Foreign Desk:\n\nROME (AP) — ${BODY}\n\nAP writer Jane Doe contributed to this report.`
  expect(witnessOf({ text, credits: ["AFP"], byline: "Jo Roe, Reuters" }).credits).toEqual([
    "Agence France-Presse",
    "Reuters",
    "Foreign Desk",
    "Associated Press",
  ])
})
