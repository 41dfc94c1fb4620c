import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { detect } from "../../src/detect/detect.ts"
import { invent, pairsIn, reports } from "./notation.ts"

const wire = `The harbour board of Morvane closed its northern basin on Tuesday after a grain barge broke loose and struck the old
customs pier, officials said. Harbour master Ilse Korvath said 14 dock workers were pulled from the water and two were missing.
The barge Santa Elpida was carrying 3,200 tonnes of barley to the mills at Drossel when its cables parted in the storm.`

const reworded = `The northern basin of the port of Morvane was shut by the board on Tuesday: a barge with grain tore free and hit the
former customs pier. Two people are missing and 14 workers of the docks were rescued, according to Ilse Korvath, master of the harbour.
In the storm the cables of the Santa Elpida, loaded with 3,200 tonnes of barley for the Drossel mills, had snapped.`

const other = `Teachers in the hill towns will vote next month on a new contract that shortens the school week, their union announced.
The ministry of schooling offered smaller classes and a rise of four per cent, which delegates called a first step.`

const chinese =
  "莫尔瓦港务局周二关闭了北港池，此前一艘运粮驳船挣脱缆绳撞上旧海关码头。港务长说十四名码头工人获救，两人失踪。"
const chineseReworded =
  "周二，一艘运粮驳船撞上旧海关码头后，莫尔瓦港务局将北港池关闭。据港务长介绍，两人失踪，十四名码头工人已经获救。"
const chineseOther = "山区教师下个月将就缩短授课时间的新合同进行投票，工会宣布。教育部提出小班教学和加薪。"
const persian =
  "هیئت بندر موروان روز سه‌شنبه اسکله شمالی را بست زیرا یک کشتی حامل غلات به اسکله قدیمی گمرک برخورد کرد. چهارده کارگر نجات یافتند و دو نفر ناپدید شدند."
const persianReworded =
  "روز سه‌شنبه اسکله شمالی به دستور هیئت بندر موروان بسته شد. یک کشتی حامل غلات با اسکله قدیمی گمرک برخورد کرد و دو نفر ناپدید و چهارده کارگر نجات یافتند."
const persianOther = "آموزگاران شهرهای کوهستانی ماه آینده درباره قرارداد تازه رأی می‌دهند. اتحادیه این خبر را اعلام کرد."

describe("detect", () => {
  it.each([
    ["a copy", wire, wire.replace("on Tuesday", "early on Tuesday"), true],
    ["a rewrite that shares hardly a run of words", wire, reworded, true],
    [
      "one sentence lifted into a long report",
      `${invent(1, 40)} ${wire.split(". ")[1]}.`,
      `${invent(2, 40)} ${wire}`,
      true,
    ],
    ["another event", wire, other, false],
    ["a Chinese rewrite", chinese, chineseReworded, true],
    ["another event in Chinese", chinese, chineseOther, false],
    ["a Persian rewrite", persian, persianReworded, true],
    ["another event in Persian", persian, persianOther, false],
    ["a report of one word", "Fire", wire, false],
    ["an empty report and another", "", "", false],
    [
      "the same related links under two stories",
      `${wire}\n---\n${invent(3, 4)}`,
      `${other}\n---\n${invent(3, 4)}`,
      false,
    ],
  ])("%s", (_, a, b, isCandidate) => {
    const crowd = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`z${i}`, invent(100 + i, 6)]))
    expect(pairsIn(reports({ a, b, ...crowd }))).toEqual(isCandidate ? ["a b"] : [])
    expect(pairsIn(reports({ a, b }))).toEqual(isCandidate ? ["a b"] : [])
  })

  it("gives 500 copies of one text 997 pairs that hold them together, and each still finds a rewrite", () => {
    const copies = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`c${String(i).padStart(3, "0")}`, wire]))
    const pairs = pairsIn(reports({ ...copies, d: reworded }))
    expect(pairs.filter(pair => !pair.endsWith("d"))).toHaveLength(997)
    expect(pairs.filter(pair => pair.endsWith("d"))).toEqual(["c000 d", "c001 d", "c002 d"])
    expect(parts(pairs)).toBe(1)
  })

  it("pairs each of many near copies with the earliest of them and the one before it, and lets three speak for all", () => {
    const story = invent(7, 40)
    const near = (i: number) => `${invent(100 + i, 1, 4)} ${story}`
    const copies = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`c${String(i).padStart(2, "0")}`, near(i)]))
    const excerpt = story
      .split(/(?<=\.) /)
      .slice(3, 15)
      .join(" ")
    const pairs = pairsIn(reports({ ...copies, d: excerpt, e: other }))
    expect(pairs.filter(pair => !pair.endsWith("d"))).toHaveLength(59 + 58)
    expect(pairs.filter(pair => pair.endsWith("d"))).toEqual(["c00 d", "c01 d", "c02 d"])
    expect(pairs).toContain("c00 c59")
    expect(pairs).toContain("c58 c59")
    const reversed = Object.fromEntries(Object.entries({ ...copies, d: excerpt, e: other }).reverse())
    expect(pairsIn(reports(reversed))).toEqual(pairs)
  })

  it("does not take a story that most reports carry for boilerplate", () => {
    const count = 300
    const changed = (i: number) => `${wire} ${invent(i, 1)} ${invent(7, 12)} ${invent(i + 1000, 1, 6)}`
    const texts = Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, changed(i)]))
    const pairs = pairsIn(reports(texts))
    expect(parts(pairs)).toBe(1)
    expect(new Set(pairs.flatMap(pair => pair.split(" "))).size).toBe(count)
    expect(pairs.length).toBeLessThanOrEqual(40 * count)
  })

  it("does not join the stories of a site over the lines that each of its pages has", () => {
    const line = invent(5, 2, 12)
    const texts = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`c${i}`, `${invent(10 + i, 8)} ${line}`]))
    expect(pairsIn(reports(texts))).toEqual([])
  })

  it("gives pairs sorted, once each, the smaller index first", () => {
    const found = detect(reports({ c: wire, b: other, a: reworded, d: wire }))
    expect(found.map(({ a, b }) => `${a} ${b}`)).toEqual(["0 2", "0 3", "2 3"])
    for (const { score } of found) expect(score).toBeGreaterThan(1)
  })

  it("keeps a witness's best partners when it has too many", () => {
    const whole = invent(1, 20).split(/(?<=\.) /)
    const parts = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`p${i}`, whole.slice(0, 12 + i).join(" ")]))
    expect(pairsIn(reports({ ...parts, q: whole.slice(0, 19).join(" ").replace("b", "c") }), { most: 1 })).toContain(
      "p7 q",
    )
  })

  it("finds the same pairs in whatever order the reports come", () => {
    // Few sentences, so that many reports are copies of one another.
    const pieces = invent(1, 3).split(/(?<=\.) /)
    const report = fc.array(fc.nat(2), { minLength: 1, maxLength: 2 }).map(picks => picks.map(i => pieces[i]).join(" "))
    const collection = fc.array(report, { minLength: 2, maxLength: 16 })
    const shuffled = collection.chain(texts => {
      const named = texts.map((text, i) => [`r${i}`, text] as const)
      return fc.tuple(fc.constant(named), fc.shuffledSubarray(named, { minLength: named.length }))
    })
    fc.assert(
      fc.property(shuffled, ([named, mixed]) => {
        const found = (entries: readonly (readonly [string, string])[]) =>
          pairsIn(reports(Object.fromEntries(entries)), { most: 2 })
        expect(found(mixed)).toEqual(found(named))
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})

/** How many groups the pairs join the reports that they name into. */
function parts(pairs: readonly string[]): number {
  const groupOf = new Map<string, Set<string>>()
  for (const [a = "", b = ""] of pairs.map(pair => pair.split(" "))) {
    const joined = new Set([...(groupOf.get(a) ?? [a]), ...(groupOf.get(b) ?? [b])])
    for (const id of joined) groupOf.set(id, joined)
  }
  return new Set(groupOf.values()).size
}
