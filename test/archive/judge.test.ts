import { expect, it } from "vitest"
import type { Archive } from "../../src/archive/archive.ts"
import { judge, undo } from "../../src/archive/judge.ts"
import { judgementActs } from "../../src/archive/judgements.ts"
import { storiesOf } from "../../src/archive/stories.ts"
import { storyOf } from "../../src/archive/story.ts"
import type { FamilyFindings, Findings, Judgement } from "../../src/model/findings.ts"
import type { Reading } from "../../src/model/variant.ts"
import { compareWitnesses, trace } from "../../src/pipeline.ts"
import { read } from "../../src/read/read.ts"
import { hearsay } from "../cli/hearsay.ts"
import { addReports, familiesIn, madeReports, newArchive } from "./archive.ts"

const HARBOUR = await read(["examples/harbour"]).then(({ reports }) => reports)
const NOW = "2026-02-03T04:05:06Z"

async function harbour() {
  const made = newArchive()
  await addReports(made.archive, made.pool, HARBOUR)
  return made
}

const largest = (archive: Archive): Findings => storyOf(archive, storiesOf(archive).stories[0]!.id)!
const edges = ({ stemma }: FamilyFindings) => stemma.edges.map(({ parent, child }) => `${parent}>${child}`).sort()
/** An edge between two reports that were handed in. */
function edgeIn({ families: [family] }: Findings) {
  const witnesses = new Set(family!.witnesses)
  return family!.stemma.edges.find(({ parent, child }) => witnesses.has(parent) && witnesses.has(child))!
}

/** One judgement of each kind, and whether its findings show it. */
const KINDS: readonly [string, (findings: Findings) => Judgement, (after: Findings, before: Findings) => boolean][] = [
  [
    "a pinned edge",
    findings => {
      const { parent, child } = edgeIn(findings)
      return { kind: "pin-edge", parent: child, child: parent }
    },
    (after, before) => {
      const { parent, child } = edgeIn(before)
      return edges(after.families[0]!).includes(`${child}>${parent}`)
    },
  ],
  [
    "a forbidden edge",
    findings => {
      const { parent, child } = edgeIn(findings)
      return { kind: "forbid-edge", parent, child }
    },
    (after, before) => {
      const { parent, child } = edgeIn(before)
      return !edges(after.families[0]!).includes(`${parent}>${child}`)
    },
  ],
  [
    "two reports that are independent",
    findings => {
      const { parent, child } = edgeIn(findings)
      return { kind: "independent", a: parent, b: child }
    },
    (after, before) => {
      const { parent, child } = edgeIn(before)
      const found = edges(after.families[0]!)
      return !found.includes(`${parent}>${child}`) && !found.includes(`${child}>${parent}`)
    },
  ],
  [
    "a dismissed variant",
    ({ families: [family] }) => {
      const reading = family!.variants[0]!.readings[1]!
      const span = reading.kind === "text" ? reading.span : { start: reading.at, end: reading.at }
      return { kind: "dismiss-variant", witness: reading.witness, span }
    },
    (after, before) => {
      const first = JSON.stringify(before.families[0]!.variants[0])
      return !after.families[0]!.variants.some(variant => JSON.stringify(variant) === first)
    },
  ],
]

it.each(KINDS)(
  "%s shows in the findings at once, as trace shows it, and is gone when undone",
  async (_, make, shows) => {
    const { archive } = await harbour()
    const before = largest(archive)
    const all = familiesIn(archive)
    const made = judge(archive, make(before), NOW)
    expect(made).toMatchObject({ id: 1, at: NOW })
    const after = storyOf(archive, made.families[0]!)!
    expect(shows(after, before)).toBe(true)
    expect(after.judgements).toEqual([made.judgement])
    expect(familiesIn(archive)).toEqual(byId(trace(HARBOUR, { judgements: [made.judgement] }).families))
    undo(archive, 1, NOW)
    expect(familiesIn(archive)).toEqual(all)
    expect(largest(archive).judgements).toBeUndefined()
    expect(judgementActs(archive.db)).toEqual([{ id: 1, at: NOW, judgement: made.judgement, undone: NOW }])
  },
)

const byId = (families: readonly FamilyFindings[]) => [...families].sort((x, y) => (x.id < y.id ? -1 : 1))

it("gives an outlet's agency, as trace does", async () => {
  const { archive } = await harbour()
  const outlet = largest(archive).witnesses.find(one => one.outlet !== undefined)!.outlet!
  const made = judge(archive, { kind: "outlet-agency", outlet, agency: "Selkie Press Agency" }, NOW)
  expect(made.families).toContain(storiesOf(archive).stories[0]!.id)
  expect(largest(archive).judgements).toEqual([made.judgement])
  expect(familiesIn(archive)).toEqual(byId(trace(HARBOUR, { judgements: [made.judgement] }).families))
})

it("holds for what is added later, in whatever order", async () => {
  const reports = madeReports([1, 2, 3])
  const whole = newArchive()
  await addReports(whole.archive, whole.pool, reports)
  const { parent, child } = edgeIn(largest(whole.archive))
  const pinned: Judgement = { kind: "pin-edge", parent: child, child: parent }
  judge(whole.archive, pinned, NOW)
  const families = familiesIn(whole.archive)
  const later = newArchive()
  const isNamed = new Set(
    largest(whole.archive)
      .witnesses.filter(({ id }) => id === parent || id === child)
      .map(({ url }) => url),
  )
  const first = reports.filter(({ url }) => isNamed.has(url))
  await addReports(later.archive, later.pool, first)
  judge(later.archive, pinned, NOW)
  const rest = reports.filter(({ url }) => !isNamed.has(url)).reverse()
  for (let i = 0; i < rest.length; i += 7) await addReports(later.archive, later.pool, rest.slice(i, i + 7))
  expect(familiesIn(later.archive)).toEqual(families)
})

it("refuses what names nothing, and what was decided already", async () => {
  const { archive } = await harbour()
  const { parent, child } = edgeIn(largest(archive))
  const pin: Judgement = { kind: "pin-edge", parent, child }
  judge(archive, pin, NOW)
  for (const [judgement, message] of [
    [pin, "judgement 1 of"],
    [{ ...pin, kind: "forbid-edge" }, "judgement 1 of"],
    [{ kind: "independent", a: child, b: parent }, "judgement 1 of"],
    [{ kind: "pin-edge", parent: "nowhere", child }, "no report “nowhere”"],
    [{ kind: "pin-edge", parent: child, child }, "against itself"],
    [{ kind: "outlet-agency", outlet: "None Such", agency: "x" }, "no report of an outlet"],
    [{ kind: "dismiss-variant", witness: child, span: { start: 9, end: 3 } }, "does not end before"],
  ] as const)
    expect(() => judge(archive, judgement, NOW)).toThrow(message)
  expect(() => undo(archive, 7, NOW)).toThrow("there is no judgement 7")
  undo(archive, 1, NOW)
  expect(() => undo(archive, 1, NOW)).toThrow("undone already")
  expect(judge(archive, { kind: "forbid-edge", parent, child }, NOW).id).toBe(2)
})

it("refuses what would do nothing, and a pin that another speaks against", async () => {
  const { archive, pool } = await harbour()
  const bridge =
    "The old bridge at Orrin was closed on Friday after a lorry broke through its railing, the road office said. Nobody was hurt, and buses go by Tarn until it is mended."
  await addReports(archive, pool, [{ text: bridge }, { text: `${bridge} Work begins on Monday.` }])
  const [family] = largest(archive).families
  const elsewhere = storiesOf(archive).stories.map(({ id }) => storyOf(archive, id)!.families[0]!)
  const stranger = elsewhere.find(({ id }) => id !== family!.id)!.witnesses[0]!
  const [a, b, c] = family!.witnesses as [string, string, string]
  const pin = (parent: string, child: string): Judgement => ({ kind: "pin-edge", parent, child })
  const dismiss = (start: number, end: number): Judgement => ({
    kind: "dismiss-variant",
    witness: a,
    span: { start, end },
  })
  const before = familiesIn(archive)
  for (const judgement of [
    pin(a, stranger),
    { kind: "forbid-edge", parent: stranger, child: a } as const,
    { kind: "independent", a, b: stranger } as const,
  ])
    expect(() => judge(archive, judgement, NOW)).toThrow("are not of one family")
  expect(() => judge(archive, dismiss(3, 9_000_000), NOW)).toThrow("ends at")
  expect(() => judge(archive, dismiss(0, 1), NOW)).toThrow("no change of")
  expect(judgementActs(archive.db)).toEqual([])
  expect(familiesIn(archive)).toEqual(before)
  judge(archive, pin(a, b), NOW)
  judge(archive, pin(b, c), NOW)
  expect(() => judge(archive, pin(b, a), NOW)).toThrow("judgement 1 of")
  expect(() => judge(archive, pin(c, a), NOW)).toThrow("judgement 1 of")
  expect(() => judge(archive, pin(c, b), NOW)).toThrow("judgement 1 of")
  expect(() => judge(archive, pin(a, c), NOW)).toThrow("judgement 2 of")
  undo(archive, 1, NOW)
  expect(judge(archive, pin(c, a), NOW).id).toBe(3)
})

it("dismisses a change that shows only where two reports are set side by side", async () => {
  const { archive } = await harbour()
  const { witnesses, families } = largest(archive)
  const listed = new Set(families[0]!.variants.flatMap(({ readings }) => readings.slice(1).map(placeIn)))
  const seen = witnesses.flatMap(left =>
    witnesses.flatMap(right => (left === right ? [] : compareWitnesses(left, right).variants)),
  )
  const { readings } = seen.find(variant => !listed.has(placeIn(variant.readings[1]!)))!
  const [witness, start, end] = placeIn(readings[1]!).split(" ")
  const span = { start: Number(start), end: Number(end) }
  expect(judge(archive, { kind: "dismiss-variant", witness: witness!, span }, NOW).id).toBe(1)
})

const placeIn = (reading: Reading) =>
  reading.kind === "text"
    ? `${reading.witness} ${reading.span.start} ${reading.span.end}`
    : `${reading.witness} ${reading.at} ${reading.at}`

it("is made, listed and undone from the command line", async () => {
  const { archive, path } = await harbour()
  const { parent, child } = edgeIn(largest(archive))
  const run = (...words: string[]) => hearsay(["judge", ...words, "--archive", path])
  const made = run("forbid", parent, child)
  expect(made).toMatchObject({ code: 0, err: "" })
  expect(made.out).toContain(`${child} was not made from ${parent}\nFound anew: family-`)
  expect(run("list").out).toContain(`${child} was not made from ${parent}`)
  expect(JSON.parse(run("undo", "1", "--json").out)).toMatchObject({ id: 1, undone: expect.any(String) })
  expect(run("list").out).toContain("(undone ")
  for (const [words, message] of [
    [[], "say what to judge"],
    [["pin", parent], "judge pin takes a parent and a child"],
    [["dismiss", parent, "9"], "a span such as 120-134"],
    [["undo", "first"], "a judgement's number"],
    [["pin", "nowhere", child], "the archive has no report “nowhere”"],
  ] as const)
    expect(run(...words)).toMatchObject({ code: 2, err: expect.stringContaining(message) })
})
