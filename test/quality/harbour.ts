import { readFileSync } from "node:fs"
import { basename } from "node:path"
import type { FamilyFindings, Findings } from "../../src/model/findings.ts"
import type { Witness } from "../../src/model/report.ts"
import type { Variant } from "../../src/model/variant.ts"

/** What examples/harbour/truth.json says. */
export interface Truth {
  readonly families: readonly (readonly string[])[]
  readonly loners: readonly string[]
  readonly lost: readonly { readonly id: string }[]
  readonly edges: readonly { readonly parent: string; readonly child: string; readonly second?: boolean }[]
  readonly changes: readonly Change[]
  readonly claims: readonly TrueClaim[]
}

export interface Change {
  readonly witness: string
  readonly against: string
  readonly kind: string
  readonly severity: string
  readonly from: string
  readonly to: string
  readonly through?: string
  readonly seenIn?: Readonly<Record<string, string>>
}

export interface TrueClaim {
  readonly text: string
  readonly kind: string
  readonly words: Readonly<Record<string, string>>
  readonly reports: number
  readonly origins: { readonly min: number; readonly max: number }
}

/** Reads the truth that ships with the example. */
export function readTruth(): Truth {
  return JSON.parse(readFileSync(new URL("../../examples/harbour/truth.json", import.meta.url), "utf8"))
}

/** The name by which the truth calls a witness: its file, with the line for a file of several reports. */
export function fileOf({ where }: Witness): string {
  return basename(where)
}

const plain = (text: string) =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, " ")
    .toLowerCase()
    .trim()

/** Where `words` stand in `text`, as offsets into the text itself; white space and quotation marks may differ. */
export function locate(text: string, words: string): { readonly start: number; readonly end: number } | undefined {
  const want = plain(words)
  if (want === "") return undefined
  const map: number[] = []
  let folded = ""
  for (let i = 0; i < text.length; i++) {
    const letter = /\s/.test(text[i]!) ? " " : plain(text[i]!)
    if (letter === " " && folded.endsWith(" ")) continue
    for (const unit of letter) {
      folded += unit
      map.push(i)
    }
  }
  const at = folded.indexOf(want)
  return at < 0 ? undefined : { start: map[at]!, end: map[at + want.length - 1]! + 1 }
}

export interface ChangeScore {
  readonly found: readonly Change[]
  readonly misnamed: readonly { readonly change: Change; readonly kinds: readonly string[] }[]
  readonly missed: readonly Change[]
  readonly right: readonly Variant[]
  readonly wrong: readonly Variant[]
}

/**
 * Holds the variants against the planted changes. A change is found when a variant of its kind touches its words in the witness
 * that made it (or, for an omission, in the text that it was left out of). A variant of sense or detail is right when it touches
 * a planted change of the same witnesses, of whatever kind.
 */
export function scoreChanges(findings: Findings, truth: Truth): ChangeScore {
  const byId = new Map(findings.witnesses.map(witness => [witness.id, witness]))
  const byFile = new Map(findings.witnesses.map(witness => [fileOf(witness), witness]))
  const variants = findings.families.flatMap(family => family.variants)
  const score = {
    found: [] as Change[],
    misnamed: [] as { change: Change; kinds: string[] }[],
    missed: [] as Change[],
    right: [] as Variant[],
    wrong: [] as Variant[],
  }
  for (const change of truth.changes) {
    const touching = variants.filter(variant => touches(variant, change, byId, byFile))
    if (touching.some(variant => variant.kind === change.kind)) score.found.push(change)
    else if (touching.length > 0)
      score.misnamed.push({ change, kinds: [...new Set(touching.map(variant => variant.kind))] })
    else score.missed.push(change)
  }
  for (const variant of variants) {
    if (variant.severity !== "sense" && variant.severity !== "detail") continue
    const isRight = truth.changes.some(change => touches(variant, change, byId, byFile) || repeats(variant, change))
    ;(isRight ? score.right : score.wrong).push(variant)
  }
  return score
}

function touches(
  variant: Variant,
  change: Change,
  byId: ReadonlyMap<string, Witness>,
  byFile: ReadonlyMap<string, Witness>,
): boolean {
  const makers = change.seenIn ? Object.entries(change.seenIn) : makersOf(change, byFile)
  return makers.some(([file, to]) => {
    const maker = byFile.get(file)
    if (!maker || !variant.readings.slice(1).some(reading => reading.witness === maker.id)) return false
    const against = byFile.get(change.against)
    return variant.readings.some(reading => {
      if (reading.kind !== "text") return false
      const words = reading.witness === maker.id ? to : reading.witness === against?.id ? change.from : ""
      const text = byId.get(reading.witness)!.text
      const span = passage(text, words, words === change.from || words === to ? change.through : undefined)
      return span !== undefined && span.start < reading.span.end && reading.span.start < span.end
    })
  })
}

/** A change of one word that the report makes wherever the word stands is listed once in the truth, and right everywhere. */
function repeats(variant: Variant, change: Change): boolean {
  const [base, changed] = variant.readings
  if (variant.kind !== change.kind || base?.kind !== "text" || changed?.kind !== "text") return false
  const stem = (text: string) => plain(text).replace(/s$/, "")
  return plain(change.from).includes(stem(base.text)) && plain(change.to).includes(stem(changed.text))
}

function makersOf(change: Change, byFile: ReadonlyMap<string, Witness>): [string, string][] {
  if (change.witness.startsWith("lost")) return [...byFile.keys()].map(file => [file, change.to])
  return [[change.witness, change.to]]
}

function passage(text: string, words: string, through: string | undefined) {
  const first = locate(text, words)
  if (!first || !through) return first
  const last = locate(text.slice(first.start), through)
  return last ? { start: first.start, end: first.start + last.end } : first
}

export interface TreeScore {
  readonly familiesRight: boolean
  readonly edgesRight: number
  readonly edgesTrue: number
  readonly wrongEdges: readonly string[]
  readonly missedEdges: readonly string[]
  readonly lostFound: number
}

/** Holds the stemmata against the true edges, direction included. Lost texts are matched by their children. */
export function scoreTree(findings: Findings, truth: Truth): TreeScore {
  const nameOf = new Map(findings.witnesses.map(witness => [witness.id, fileOf(witness)]))
  const lostByChildren = new Map(truth.lost.map(({ id }) => [childrenOf(truth.edges, id), id]))
  for (const family of findings.families) nameLost(family, lostByChildren, nameOf)
  const found = findings.families.flatMap(family =>
    family.stemma.edges.map(edge => `${nameOf.get(edge.parent)} > ${nameOf.get(edge.child)}`),
  )
  const wanted = truth.edges.map(edge => `${edge.parent} > ${edge.child}`)
  const families = findings.families
    .map(family =>
      family.witnesses
        .map(id => nameOf.get(id)!)
        .sort()
        .join(" "),
    )
    .sort()
  return {
    familiesRight:
      JSON.stringify(families) === JSON.stringify(truth.families.map(family => [...family].sort().join(" ")).sort()),
    edgesRight: wanted.filter(edge => found.includes(edge)).length,
    edgesTrue: wanted.length,
    wrongEdges: found.filter(edge => !wanted.includes(edge)),
    missedEdges: wanted.filter(edge => !found.includes(edge)),
    lostFound: [...lostByChildren.values()].filter(id => [...nameOf.values()].includes(id)).length,
  }
}

const childrenOf = (edges: readonly { readonly parent: string; readonly child: string }[], id: string) =>
  edges
    .filter(edge => edge.parent === id)
    .map(edge => edge.child)
    .sort()
    .join(" ")

function nameLost(
  family: FamilyFindings,
  lostByChildren: ReadonlyMap<string, string>,
  nameOf: Map<string, string>,
): void {
  for (const node of family.stemma.nodes) {
    if (node.kind !== "lost") continue
    const edges = family.stemma.edges.map(({ parent, child }) => ({ parent, child: nameOf.get(child) ?? child }))
    nameOf.set(node.id, lostByChildren.get(childrenOf(edges, node.id)) ?? node.label)
  }
}
