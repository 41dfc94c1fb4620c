import type { ChangesPage, ClaimsPage, StoryPage, WitnessLine } from "../../src/model/desk.ts"
import type { FamilyFindings, Findings } from "../../src/model/findings.ts"
import type { Kinship } from "../../src/model/passage.ts"
import type { Witness } from "../../src/model/report.ts"
import { type Change, changesOf } from "../../src/present/changes.ts"
import { familyTrees, type TreeNode } from "../../src/present/family-tree.ts"
import { type Naming, naming } from "../../src/present/naming.ts"
import { type Loaded, loaded, together } from "./loaded.ts"

/** A story as the views share it: the server's answers, put together as findings whose witnesses have no text. */
export interface StoryFile {
  /** As it stands in addresses; it changes when reports join, and what it was before leads here. */
  readonly id: string
  readonly page: StoryPage
  readonly names: Naming
  readonly lineById: ReadonlyMap<string, WitnessLine>
  readonly family: FamilyFindings
  readonly findings: Findings
  readonly changes: readonly Change[]
}

const made = new WeakMap<StoryPage, readonly [ChangesPage, ClaimsPage, StoryFile]>()

/** The story with that id, asked of the server once. */
export function storyFile(id: string): Loaded<StoryFile> {
  const at = `/api/stories/${encodeURIComponent(id)}`
  const all = together<[StoryPage, ChangesPage, ClaimsPage]>(
    loaded<StoryPage>(at),
    loaded<ChangesPage>(`${at}/changes`),
    loaded<ClaimsPage>(`${at}/claims`),
  )
  return all.kind === "here" ? { kind: "here", value: kept(...all.value) } : all
}

function kept(page: StoryPage, changes: ChangesPage, claims: ClaimsPage): StoryFile {
  const before = made.get(page)
  if (before && before[0] === changes && before[1] === claims) return before[2]
  const file = toFile(page, changes, claims)
  made.set(page, [changes, claims, file])
  return file
}

function toFile(page: StoryPage, { variants }: ChangesPage, { claims, conflicts }: ClaimsPage): StoryFile {
  const { id } = page.row
  const kinships: Kinship[] = page.kinships.map(line => ({ ...line, passages: [] }))
  const witnesses = page.witnesses.map(toWitness)
  const family = { id, witnesses: witnesses.map(witness => witness.id).sort(), kinships, stemma: page.stemma, variants }
  const isLoner = witnesses.length < 2
  const findings = { witnesses, families: isLoner ? [] : [family], stories: [], claims, conflicts, problems: [] }
  const names = naming({ witnesses, families: [family] })
  const lineById = new Map(page.witnesses.map(line => [line.id, line]))
  return { id, page, names, lineById, family, findings, changes: changesOf(family) }
}

/** A witness of which no text is here. */
export function toWitness({ id, outlet, title, url, published, credits, language }: WitnessLine): Witness {
  const told = { ...(outlet !== undefined && { outlet }), ...(url !== undefined && { url }) }
  const more = { ...(published !== undefined && { published }), ...(language !== undefined && { language }) }
  return {
    id,
    where: id,
    title: title ?? "without a title",
    ...told,
    ...more,
    credits,
    creditLines: [],
    text: "",
    furniture: [],
  }
}

/** The trees of a story. Plain copies of one text are folded into one node where there are many, but not below the texts named in `open`. */
export function treesOf({ family, names }: StoryFile, open: ReadonlySet<string>): TreeNode[] {
  if (open.size === 0) return familyTrees(family, names)
  const isOpen = open.has("all")
  // Only plain copies are folded: below an open text, none counts as one.
  const kinships: Kinship[] = family.stemma.edges.map(({ parent, child }) => {
    const [a, b] = [parent, child].sort() as [string, string]
    const found = family.kinships.find(kinship => kinship.a === a && kinship.b === b)
    const kind = isOpen || open.has(parent) ? "rewrite" : (found?.kind ?? "copy")
    return { a, b, kind, coverage: { a: 0, b: 0 }, longestRunWords: 0, passages: [] }
  })
  return familyTrees({ ...family, kinships }, names)
}
