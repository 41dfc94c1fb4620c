import type { Archive } from "../archive/archive.ts"
import { concerning, judgementActs } from "../archive/judgements.ts"
import { storyRowOf } from "../archive/stories.ts"
import type { StoryRow } from "../model/archive.ts"
import type { Claim } from "../model/claim.ts"
import type { StoryPage, WitnessLine } from "../model/desk.ts"
import type { Findings } from "../model/findings.ts"
import type { Witness } from "../model/report.ts"
import type { Stemma } from "../model/stemma.ts"
import type { Severity } from "../model/variant.ts"

/** A story for its tree and overview, from its findings. `report` is the number of a loner. */
export function storyPage(archive: Archive, findings: Findings, report: number): StoryPage {
  const family = findings.families[0]
  const stemma = family?.stemma ?? lonely(findings.witnesses[0]!)
  const row = family ? storyRowOf(archive, family.id)! : lonerRow(findings.witnesses[0]!, report)
  return {
    row,
    witnesses: witnessLines(archive, findings, stemma, report),
    stemma,
    kinships: (family?.kinships ?? []).map(({ passages: _, ...kinship }) => kinship),
    changes: changesOf(findings),
    claims: claimsOf(findings),
    conflicts: findings.conflicts.length,
    judgements: actsOn(archive, findings.witnesses),
  }
}

const lonely = ({ id }: Witness): Stemma => ({ nodes: [{ id, kind: "witness", label: "A" }], edges: [], rivals: [] })

/** A report without kin as a row of a list of stories. */
export function lonerRow({ title, outlet, published, credits }: Witness, report: number): StoryRow {
  return {
    id: `report-${report}`,
    title: title ?? null,
    reports: 1,
    outlets: outlet === undefined ? 0 : 1,
    lostTexts: 0,
    origins: 1,
    first: published ?? null,
    last: published ?? null,
    credits,
  }
}

function witnessLines({ db }: Archive, { witnesses }: Findings, stemma: Stemma, report: number): WitnessLine[] {
  const byWitness = db.prepare("SELECT id, words FROM reports WHERE witness = ?")
  const byNumber = db.prepare("SELECT id, words FROM reports WHERE id = ?")
  const witnessById = new Map(witnesses.map(witness => [witness.id, witness]))
  return stemma.nodes.flatMap(({ id, kind, label }) => {
    const witness = witnessById.get(id)
    if (kind !== "witness" || !witness) return []
    const row = (witnesses.length === 1 ? byNumber.get(report) : byWitness.get(id))!
    return [lineOf(witness, label, row.id as number, row.words as number)]
  })
}

/** A witness as lists show it. */
export function lineOf(witness: Witness, label: string, report: number, words: number): WitnessLine {
  const { id, outlet = witness.probableOutlet, title, url, published, credits, language } = witness
  return {
    id,
    label,
    report,
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    credits,
    words,
    ...(language !== undefined && { language }),
  }
}

function changesOf({ families }: Findings): Record<Severity, number> {
  const counts = { sense: 0, detail: 0, wording: 0, form: 0 }
  for (const { severity } of families.flatMap(family => family.variants)) counts[severity]++
  return counts
}

function claimsOf({ claims }: Findings): Record<Claim["kind"], number> {
  const counts = { quotation: 0, figure: 0, statement: 0 }
  for (const { kind } of claims) counts[kind]++
  return counts
}

/** The acts that hold and name one of the witnesses or an outlet of theirs, the newest first. */
function actsOn({ db }: Archive, witnesses: readonly Witness[]) {
  return judgementActs(db).filter(
    ({ undone, judgement }) => undone === undefined && concerning([judgement], witnesses).length > 0,
  )
}
