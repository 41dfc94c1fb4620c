import type { Chance } from "../../descent/made/chance.ts"
import { type Draft, type DraftSentence, sentencesIn } from "../../descent/made/draft.ts"
import { type PlannedNode, plan } from "../../descent/made/plan.ts"
import type { HandKind } from "../../descent/made/rates.ts"
import type { Stock } from "../../descent/made/stock.ts"
import { type Written, write } from "../../descent/made/write.ts"
import { ODDS } from "./odds.ts"
import { introductionOf, type Planned, type Register, renumbered, restored } from "./planted.ts"

/** What is to happen to the claims of one family. Nodes by index. */
interface Schedule {
  readonly atFirst: readonly DraftSentence[]
  readonly added: ReadonlyMap<number, readonly DraftSentence[]>
  /** Claims whose number a node changes; a later version of its outlet brings it up to date or corrects it, any other node errs. */
  readonly changed: ReadonlyMap<number, number>
  readonly versions: ReadonlySet<number>
}

export interface MadeFamily {
  readonly nodes: readonly PlannedNode[]
  readonly texts: readonly Written[]
}

const TRIES = 200

/** A family whose first text states some claims; copies add some, drop some, and change some numbers. */
export function makeFamily(
  claims: readonly Planned[],
  state: (claim: number) => DraftSentence | undefined,
  lead: string,
  stock: Stock,
  register: Register,
  chance: Chance,
): MadeFamily {
  const { least, most } = ODDS.witnesses
  const wanted = least + chance.below(most - least + 1)
  const stated = claims.map((_, claim) => (chance.happens(ODDS.atFirst) ? state(claim) : undefined))
  for (let turn = 0; turn < TRIES; turn++) {
    const nodes = plan(wanted, chance)
    const schedule = scheduleFor(nodes, claims, stated, state, chance)
    const first = { origin: -1, text: lead, first: lead }
    const planting = {
      kindOf: (node: number): HandKind | undefined => (schedule.versions.has(node) ? "update" : undefined),
      alter: (draft: Draft, node: number, kind: HandKind) =>
        node === 0
          ? planted(draft, [first, ...schedule.atFirst], chance)
          : altered(draft, node, kind, schedule, claims, register, chance),
    }
    const texts = write(nodes, stock, chance, planting)
    if (texts) return { nodes, texts }
  }
  throw new Error("no sound family")
}

function scheduleFor(
  nodes: readonly PlannedNode[],
  claims: readonly Planned[],
  stated: readonly (DraftSentence | undefined)[],
  state: (claim: number) => DraftSentence | undefined,
  chance: Chance,
): Schedule {
  const added = new Map<number, DraftSentence[]>()
  const changed = new Map<number, number>()
  const versions = new Set<number>()
  const copies = nodes.flatMap((one, node) => (node > 0 && !one.lost && one.second === undefined ? [node] : []))
  claims.forEach(({ kind, topic }, claim) => {
    if (stated[claim] === undefined) {
      if (!chance.happens(ODDS.added)) return
      for (const node of apart(copies, nodes, chance).slice(0, chance.happens(ODDS.addedTwice) ? 2 : 1)) {
        const sentence = state(claim)
        if (sentence) added.set(node, [...(added.get(node) ?? []), sentence])
      }
      return
    }
    if (kind !== "figure") return
    const free = copies.filter(node => !changed.has(node))
    const ofOutlet = free.filter(node => !nodes[nodes[node]!.parent]!.lost)
    if (topic!.rises && ofOutlet.length > 0 && chance.happens(ODDS.update)) {
      const node = chance.pick(ofOutlet)
      changed.set(node, claim)
      versions.add(node)
    } else if (free.length > 0 && chance.happens(ODDS.error)) changed.set(chance.pick(free), claim)
  })
  return { atFirst: stated.filter(one => one !== undefined), added, changed, versions }
}

/** A copy, and one that neither descends from it nor stands above it, where there is one. */
function apart(copies: readonly number[], nodes: readonly PlannedNode[], chance: Chance): number[] {
  const [one, ...rest] = chance.shuffled(copies)
  if (one === undefined) return []
  const above = (node: number): number[] => (node < 0 ? [] : [node, ...above(nodes[node]!.parent)])
  return [one, ...rest.filter(other => !above(other).includes(one) && !above(one).includes(other)).slice(0, 1)]
}

/** A draft with sentences put into its first two thirds, the first of them at its beginning. */
export function planted(draft: Draft, sentences: readonly DraftSentence[], chance: Chance): Draft {
  let { paragraphs } = draft
  sentences.forEach((sentence, k) => {
    const at = k === 0 ? 0 : 1 + chance.below(Math.ceil(paragraphs.length * 0.66))
    paragraphs = paragraphs.toSpliced(at, 0, [sentence])
  })
  return { ...draft, paragraphs }
}

function altered(
  draft: Draft,
  node: number,
  kind: HandKind,
  schedule: Schedule,
  claims: readonly Planned[],
  register: Register,
  chance: Chance,
): Draft {
  let made = restored(draft, kind, register)
  for (const sentence of schedule.added.get(node) ?? [])
    made = { ...made, paragraphs: made.paragraphs.toSpliced(1 + chance.below(3), 0, [sentence]) }
  const claim = schedule.changed.get(node)
  if (claim === undefined || kind === "reprint") return made
  const own = sentencesIn(made).find(one => introductionOf(one, register)?.claim === claim)
  if (!own) return made
  const isCorrection = kind === "update" && chance.happens(ODDS.correction)
  const how = kind !== "update" ? "error" : isCorrection ? "correction" : "update"
  const before = introductionOf(own, register)!.number!
  const number = how === "update" ? before + 1 + chance.below(Math.max(2, before)) : misread(before, chance)
  const changed = renumbered(own, number, how, register)
  const paragraphs = made.paragraphs.map(paragraph => paragraph.map(one => (one.origin === own.origin ? changed : one)))
  made = { ...made, paragraphs }
  return isCorrection ? corrected(made, claims[claim]!, chance) : made
}

/** Another number of as many digits. */
function misread(number: number, chance: Chance): number {
  const digits = String(number)
  const at = chance.below(digits.length)
  const digit = (Number(digits[at]) + 1 + chance.below(8)) % 10 || 1
  const made = Number(digits.slice(0, at) + digit + digits.slice(at + 1))
  return made === number ? number + 1 : made
}

function corrected(draft: Draft, { topic }: Planned, chance: Chance): Draft {
  if (chance.happens(ODDS.inHeadline)) return { ...draft, title: `CORRECTED: ${draft.title}` }
  const of = topic!.frames[0]!.includes("killed") ? "people killed" : "people hurt or moved"
  const text = `(CORRECTS number of ${of}.)`
  return { ...draft, paragraphs: [[{ origin: -1, text, first: text }], ...draft.paragraphs] }
}
