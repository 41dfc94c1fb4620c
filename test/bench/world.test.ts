import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { readStock, STOCK_FOLDERS } from "../../bench/descent/made/stock.ts"
import { hiddenReports } from "../../bench/scale/made/hidden.ts"
import { makerOf, type TruthLine, type WorldLine, workshopOf } from "../../bench/scale/made/maker.ts"
import { figureOf, nameOf } from "../../bench/scale/made/names.ts"
import { descentOf, PLANTED, planOf, type Role, scattered, type WorldSpec } from "../../bench/scale/made/plan.ts"
import { modelOf } from "../../bench/scale/made/word-model.ts"
import { fill } from "../../bench/scale/made/world.ts"
import { inCommon } from "../../bench/scale/natural.ts"

const root = join(import.meta.dirname, "../..")
const data = process.env.HEARSAY_DATA ?? ""
const absent = data === "" || STOCK_FOLDERS.some(folder => !existsSync(join(data, folder)))

describe("the plan of a world", () => {
  const spec = { reports: 5000, seed: 3, wire: true }
  const plan = planOf(spec, 7)
  const roles = Array.from({ length: spec.reports }, (_, place) => plan.roleAt(place))

  it("scatters: every number once, and not in order", () => {
    const numbers = Array.from({ length: 1000 }, (_, k) => scattered(k, 1000, 3))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, k) => k))
    expect(numbers.filter((number, k) => Math.abs(number - numbers[k + 1]!) === 1).length).toBeLessThan(20)
  })

  it("gives every role once", () => {
    expect(new Set(roles.map(role => JSON.stringify(role))).size).toBe(spec.reports)
    const count = (kind: Role["kind"]) => roles.filter(role => role.kind === kind).length
    expect(count("hidden")).toBe(7)
    expect(count("wire")).toBe(plan.wireCopies)
    expect((count("wire") + count("member")) / spec.reports).toBeCloseTo(PLANTED.kin, 1)
  })

  it("gives most families 2 to 5 members and some 10 to 60", () => {
    const sizes = Array.from({ length: plan.families }, (_, family) => plan.sizeOf(family))
    expect(Math.min(...sizes)).toBe(2)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60)
    expect(sizes.filter(size => size <= 5).length / sizes.length).toBeGreaterThan(0.85)
    expect(sizes.some(size => size >= 10)).toBe(true)
  })

  it("has members come from earlier ones, and no excerpt of an excerpt", () => {
    for (let family = 0; family < 50; family++) {
      const descents = descentOf(3, family, 20)
      expect(descents[0]).toBeUndefined()
      expect(descents.slice(0, 5)).toEqual(descentOf(3, family, 5))
      for (const [member, descent] of descents.entries()) {
        if (!descent) continue
        expect(descent.parent).toBeLessThan(member)
        if (descent.kind === "excerpt") expect(descents[descent.parent]?.kind).not.toBe("excerpt")
      }
    }
  })
})

it("exchanges figures by others of their form", () => {
  expect(figureOf("$12,345.60,", 5)).toMatch(/^\$\d\d,\d{3}\.\d\d,$/)
  expect(nameOf(5)).not.toBe(nameOf(6))
})

it("counts runs of eight words, and word pairs that few texts have", () => {
  const texts = ["one two three four five six seven eight nine", "zero one two three four five six seven eight", "ten"]
  const sample = texts.map(text => ({ text, isKin: () => false }))
  expect(inCommon(sample)).toMatchObject({
    pairs: 3,
    runShare: 1 / 3,
    halfRare: 7 / 3,
    threeHalfRare: 1 / 3,
    eightHalfRare: 0,
  })
})

it("is made by code that imports nothing of src/", () => {
  for (const folder of ["bench/scale/made", "bench/descent/made"])
    for (const name of readdirSync(join(root, folder)))
      expect(readFileSync(join(root, folder, name), "utf8")).not.toMatch(/from "[^"]*\/src\//)
})

describe.skipIf(absent)("a small world", () => {
  const spec: WorldSpec = { reports: 400, seed: 5, wire: true }
  const hidden = hiddenReports(undefined, join(root, "examples/harbour"))
  const stock = absent ? undefined : readStock(data)
  // The sentences of some stories, and not of all: that is enough here, and quick.
  const sentences = stock?.wires.slice(0, 300).flatMap(({ paragraphs }) => paragraphs.flat().map(({ text }) => text))
  const model = modelOf(sentences ?? [])
  const maker = () => makerOf(spec, workshopOf(data, model), hidden)
  const all = (further: boolean) => fill({ from: 0, to: further ? 350 : 400, further }, maker(), spec)
  const [world, later] = absent ? [] : [all(false), all(true)]
  const linesOf = <T>(lines: Buffer) =>
    lines
      .toString()
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line) as T)

  it("is the same, byte by byte, for the same seed, in one piece or in two", () => {
    expect(all(false)).toEqual(world)
    const parts = [0, 150].map(from => fill({ from, to: from === 0 ? 150 : 400, further: false }, maker(), spec))
    expect(Buffer.concat(parts.map(({ lines }) => lines))).toEqual(world!.lines)
    expect(
      fill({ from: 0, to: 400, further: false }, makerOf({ ...spec, seed: 6 }, workshopOf(data, model), hidden), spec),
    ).not.toEqual(world)
  })

  it("is without the wire story the same but for it", () => {
    const without = fill({ from: 0, to: 400, further: false }, maker(), { ...spec, wire: false })
    const others = linesOf<WorldLine>(world!.lines).filter(({ id }) => !/^wire-/.test(id!))
    expect(linesOf(without.lines)).toEqual(others)
    expect(others).toHaveLength(380)
  })

  it("has as many reports as it was asked for, each with an address of its own", () => {
    const lines = linesOf<WorldLine>(world!.lines)
    expect(lines).toHaveLength(400)
    const further = linesOf<WorldLine>(later!.lines)
    expect(new Set([...lines, ...further].map(({ url }) => url)).size).toBe(400 + further.length)
  })

  it("has a truth that speaks of reports that are there", () => {
    const texts = new Map(linesOf<WorldLine>(world!.lines).map(({ url, text }) => [url, text]))
    const truth = linesOf<TruthLine>(world!.truths)
    const storyOf = new Map(truth.map(({ url, story }) => [url, story]))
    for (const { url, story, parent } of truth) {
      expect(texts.has(url)).toBe(true)
      if (parent !== undefined) expect([texts.has(parent), storyOf.get(parent)]).toEqual([true, story])
    }
    expect(new Set(truth.flatMap(({ kind }) => kind ?? []))).toEqual(new Set(["copy", "excerpt", "rewrite"]))
    expect(truth.filter(({ story }) => story === "harbour 1")).toHaveLength(13)
    expect(truth.filter(({ story }) => story === "wire")).toHaveLength(20)
  })

  it("has kin that share more with their source than with a stranger", () => {
    const texts = new Map(linesOf<WorldLine>(world!.lines).map(({ url, text }) => [url, new Set(text?.split(" "))]))
    const share = (a: string, b: string) =>
      [...texts.get(a)!].filter(word => texts.get(b)!.has(word)).length / texts.get(a)!.size
    const planted = linesOf<TruthLine>(world!.truths).filter(({ parent }) => parent !== undefined)
    const stranger = [...texts.keys()].find(url => /\/u\d+$/.test(url))!
    const closer = planted.filter(({ url, parent }) => share(url, parent!) > share(url, stranger))
    expect(closer.length / planted.length).toBeGreaterThan(0.97)
  })
})
