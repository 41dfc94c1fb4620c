import type { JudgementAct } from "../model/desk.ts"
import type { Judgement } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"
import type { Reading, Variant } from "../model/variant.ts"
import { compareWitnesses } from "../pipeline.ts"
import type { Archive } from "./archive.ts"
import { judgementActs, witnessesIn } from "./judgements.ts"
import { findingsOfFamily, placeOf, witnessOf } from "./story.ts"

type Pin = Judgement & { readonly kind: "pin-edge" | "forbid-edge" }
type Dismissal = Extract<Judgement, { kind: "dismiss-variant" }>

/**
 * Refuses a judgement that would do nothing, or that another which holds speaks against; its witnesses are named by their ids. Costs little, but for a
 * dismissal where there is no change: that is a comparison with each report that may be kin.
 *
 * @throws UsageError that says why.
 */
export function refuseIdle(archive: Archive, judgement: Judgement): void {
  refuseDecided(archive, judgement)
  switch (judgement.kind) {
    case "pin-edge":
      refuseStrangers(archive, judgement)
      refuseOtherPins(archive, judgement)
      return
    case "forbid-edge":
    case "independent":
      refuseStrangers(archive, judgement)
      return
    case "dismiss-variant":
      refuseUnchanged(archive, judgement)
      return
    case "outlet-agency":
      return
  }
}

const holding = ({ db }: Archive) => judgementActs(db).filter(({ undone }) => undone === undefined)

const takeBack = ({ id }: JudgementAct) => `hearsay judge undo ${id} takes it back.`

/** Of two judgements that say the opposite, or the same, the former is to be undone first. */
function refuseDecided(archive: Archive, judgement: Judgement): void {
  const same = holding(archive).find(act => saysOf(act).some(one => saysOf({ judgement }).includes(one)))
  if (same) throw new UsageError([`judgement ${same.id} of ${same.at} speaks of the same`], takeBack(same))
}

/** What a judgement decides. Two that share one of these cannot both hold. */
function saysOf({ judgement }: Pick<JudgementAct, "judgement">): string[] {
  switch (judgement.kind) {
    case "pin-edge":
    case "forbid-edge":
      return [`edge ${judgement.parent} ${judgement.child}`]
    case "independent":
      return [`edge ${judgement.a} ${judgement.b}`, `edge ${judgement.b} ${judgement.a}`]
    case "dismiss-variant":
      return [`variant ${judgement.witness} ${judgement.span.start} ${judgement.span.end}`]
    case "outlet-agency":
      return [`outlet ${judgement.outlet}`]
  }
}

/** No tree has reports of two families, so nothing is to be decided between them. */
function refuseStrangers({ db }: Archive, judgement: Judgement): void {
  const [one, other] = witnessesIn(judgement)
  const familyOf = db.prepare("SELECT family FROM reports WHERE witness = ?")
  const family = familyOf.get(one!)?.family
  if (family && family === familyOf.get(other!)?.family) return
  throw new UsageError(
    [`${one} and ${other} are not of one family: they share too little text for one to be made from the other`],
    "hearsay story <report> shows the family of a report.",
  )
}

/** A report is pinned to one source at most, and not to what was made from it. */
function refuseOtherPins(archive: Archive, { parent, child }: Pin): void {
  const pinByChild = new Map(
    holding(archive).flatMap(act => (act.judgement.kind === "pin-edge" ? [[act.judgement.child, act] as const] : [])),
  )
  const own = pinByChild.get(child)
  if (own)
    throw new UsageError([`judgement ${own.id} of ${own.at} says that ${child} was made from another`], takeBack(own))
  const seen = new Set<string>()
  for (let at = parent; !seen.has(at); ) {
    seen.add(at)
    const act = pinByChild.get(at)
    if (act === undefined) return
    at = (act.judgement as Pin).parent
    if (at === child)
      throw new UsageError(
        [`judgement ${act.id} of ${act.at} speaks against it: ${parent} comes from ${child}`],
        takeBack(act),
      )
  }
}

// In a story that more have in common, a place is believed: looking takes longer than somebody waits.
const MOST_COMPARED = 200

/** A dismissal goes by the place that a change has, from beginning to end. */
function refuseUnchanged(archive: Archive, { witness: id, span: { start, end } }: Dismissal): void {
  const { report, family } = placeOf(archive, id)!
  const witness = witnessOf(archive, report)
  const { length } = witness.text
  const hint = "hearsay story <report> --json gives the span of each change."
  if (end > length) throw new UsageError([`the text of ${id} ends at ${length}, before ${end}`], hint)
  const isThere = (variants: readonly Variant[]) =>
    variants.some(({ readings }) =>
      readings.slice(1).some(reading => {
        const [from, to] = placeIn(reading)
        return reading.witness === id && from === start && to === end
      }),
    )
  if (family !== null && findingsOfFamily(archive, family).families.some(({ variants }) => isThere(variants))) return
  // Two reports set side by side show changes that no edge of the tree has.
  const others = archive.db
    .prepare("SELECT id FROM reports WHERE circle = (SELECT circle FROM reports WHERE id = ?) AND id <> ?")
    .all(report, report)
  if (others.length > MOST_COMPARED) return
  if (others.some(other => isThere(compareWitnesses(witnessOf(archive, other.id as number), witness).variants))) return
  throw new UsageError([`no change of ${id} stands at ${start}-${end}`], hint)
}

const placeIn = (reading: Reading): readonly [number, number] =>
  reading.kind === "text" ? [reading.span.start, reading.span.end] : [reading.at, reading.at]
