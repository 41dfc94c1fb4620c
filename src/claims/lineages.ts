import type { Family, Rival, StemmaEdge } from "../model/stemma.ts"
import { type Descent, descentOf, type Line, linesOf } from "./origins.ts"
import { type Attesting, type Parting, part } from "./parting.ts"
import type { Wording } from "./wording.ts"

/** A family read for questions about claims. */
export interface Lineage {
  readonly family: Family
  readonly best: Descent
  /** Other trees that weigh enough to widen the bounds. */
  readonly rivals: readonly Descent[]
}

/** Trees of less weight do not count. */
const MIN_WEIGHT = 0.1

/** Lineages by witness id. */
export function lineagesOf(families: readonly Family[]): Map<string, Lineage> {
  return new Map(
    families.flatMap(family => {
      const { edges, rivals } = family.stemma
      const lineage = {
        family,
        best: descentOf(edges),
        rivals: rivals
          .filter(({ weight }) => weight >= MIN_WEIGHT)
          .map(rival => descentOf([...rival.edges, ...unplaced(edges, rival)])),
      }
      return family.witnesses.map(witness => [witness, lineage] as const)
    }),
  )
}

/** The edges of texts that a rival tree leaves out: copies, which were set aside while trees were compared. */
function unplaced(edges: readonly StemmaEdge[], rival: Rival): StemmaEdge[] {
  const placed = new Set(rival.edges.flatMap(({ parent, child }) => [parent, child]))
  return edges.filter(({ child }) => !placed.has(child))
}

/** The line of a claim, with the family it runs in; a report without kin is a line of its own. */
export interface Origin {
  readonly id: string
  readonly line: Line
  readonly lineage?: Lineage
  /** Lines that no tree has with it, but whose words stand in one passage with its own. */
  readonly with?: readonly Origin[]
}

/** Why a family may have a claim from more texts, or from fewer, than were counted. */
export interface Bound {
  readonly lineage: Lineage
  /**
   * `two`: some word it otherwise and may have it from elsewhere; `one`: some were counted apart but may be copies; `trees`: other likely trees;
   * `added`: the text they come from does not have it.
   */
  readonly kind: "two" | "one" | "trees" | "added"
  /** The witnesses it hangs on. */
  readonly witnesses: readonly string[]
  /** The text that does not have it. */
  readonly without?: string
}

/** A claim's origins: in the best trees, and how few or many they may be. */
export interface Origins {
  readonly lines: readonly Origin[]
  readonly min: number
  readonly max: number
  readonly bounds: readonly Bound[]
  /** Lines that may be one though no tree has them together. */
  readonly alike?: readonly Alike[]
}

/** Two witnesses of two lines, and what makes these perhaps one: a sentence in the same words, or the house that all of both lines name as theirs. */
export interface Alike {
  readonly witnesses: readonly [string, string]
  readonly house?: string
}

/**
 * Origins of a claim attested by these mentions, one a witness. In each family: the attestations that do not have it from each other by
 * their words and places (`part`), and of each part the lines of the tree; the bounds are those of either.
 */
export function originsOf(
  attesting: readonly Attesting[],
  lineages: ReadonlyMap<string, Lineage>,
  wording: Wording,
): Origins {
  const kin = Map.groupBy(attesting, ({ id }) => lineages.get(id))
  const loners = kin.get(undefined) ?? []
  const lines = loners.map(({ id }): Origin => ({ id, line: { from: id, members: [id], tops: [id] } }))
  let min = lines.length
  let max = lines.length
  const bounds: Bound[] = []
  for (const [lineage, own] of kin) {
    if (lineage === undefined) continue
    const parting = part(own, lineage.family.witnesses.length, wording)
    const linesIn = (descent: Descent) =>
      parting.parts.flatMap(of =>
        linesOf(
          of.map(({ id }) => id),
          descent,
        ),
      )
    const best = linesIn(lineage.best)
    lines.push(...withOwnTexts(best).map(line => ({ id: originId(lineage, line.from), line, lineage })))
    const counts = [best, ...lineage.rivals.map(linesIn)].map(found => found.length)
    const isSure = parting.min === parting.max && counts.every(count => count === best.length)
    const added = isSure ? addedOnTheWay(best, own, lineage) : undefined
    bounds.push(...boundsOf(lineage, parting, counts), ...(added ? [added] : []))
    min += Math.max(1, Math.min(...counts) + parting.min - parting.parts.length)
    max += Math.max(...counts) + parting.max - parting.parts.length + (added ? 1 : 0)
  }
  return { lines, min, max, bounds }
}

/**
 * A quotation that few of a family have, and not the text that they come from: a speech is quoted by many, so that each may have added the same words. Of
 * figures and statements it does not show on made stories (decision 14).
 */
function addedOnTheWay(lines: readonly Line[], own: readonly Attesting[], lineage: Lineage): Bound | undefined {
  const { witnesses } = lineage.family
  if (own[0]!.mention.kind !== "quotation") return undefined
  const attesting = new Set(own.map(({ id }) => id))
  const line = lines.find(
    ({ from, tops, members }) =>
      tops.length > 1 && !attesting.has(from) && witnesses.includes(from) && members.length * 2 <= witnesses.length,
  )
  return line && { lineage, kind: "added", witnesses: line.tops, without: line.from }
}

function boundsOf(lineage: Lineage, { parts, min, apart }: Parting, counts: readonly number[]): Bound[] {
  const idsOf = (of: readonly Attesting[]) => of.map(({ id }) => id)
  const [best] = counts as [number]
  return [
    ...(apart ? [{ lineage, kind: "two", witnesses: idsOf(apart[0]!) } as const] : []),
    ...(min < parts.length ? [{ lineage, kind: "one", witnesses: idsOf(smallest(parts)) } as const] : []),
    ...(counts.some(count => count !== best)
      ? [{ lineage, kind: "trees", witnesses: parts.flatMap(idsOf) } as const]
      : []),
  ]
}

const smallest = (parts: Parting["parts"]) => parts.reduce((x, y) => (y.length < x.length ? y : x))

/** Of lines said to begin at one text, since it stands above all of them, only the first does. */
function withOwnTexts(lines: readonly Line[]): Line[] {
  const taken = new Set<string>()
  return lines.map(line => {
    const from = taken.has(line.from) ? line.tops[0]! : line.from
    taken.add(from)
    return { ...line, from }
  })
}

/** A lost text's id means something in its family only. */
function originId({ family }: Lineage, node: string): string {
  return family.witnesses.includes(node) ? node : `${family.id}/${node}`
}
