import { doubtsOf } from "../extract/extract.ts"
import type { Findings } from "../model/findings.ts"
import type { Witness } from "../model/report.ts"
import type { Stemma } from "../model/stemma.ts"
import { type Related, relate, relateFamily, tell } from "../pipeline.ts"
import type { Archive } from "./archive.ts"
import { witnessesOf } from "./circle.ts"
import { concerning, judgementsOf } from "./judgements.ts"
import { type Reader, readerOf } from "./reader.ts"
import { pack, unpack } from "./stored.ts"

/**
 * Everything Hearsay finds in one story: of the family named `family-…` (or `s-family-…`), or of the report with that number, witness id or
 * address, with its family where it has one. `undefined` when the archive has no such story. The findings of a family are kept, so the second
 * time costs little.
 */
export function storyOf(archive: Archive, name: string): Findings | undefined {
  const place = placeOf(archive, name)
  if (!place) return undefined
  return place.family === null ? findingsOfLoner(archive, place.report) : findingsOfFamily(archive, place.family)
}

/** Where a report or a family stands in the archive. */
export interface StoryPlace {
  /** The report's number; of a family that of one of its reports. */
  readonly report: number
  readonly family: string | null
}

/**
 * Finds a family by its name, or a report by its witness id, its number (`#12`, `12` or `report-12`), or its address. A name that a family had before
 * reports joined it leads to the family that its first report is in now.
 */
export function placeOf({ db }: Archive, name: string): StoryPlace | undefined {
  const select = "SELECT id AS report, family FROM reports WHERE"
  const plain = name.replace(/^s-/, "").replace(/^(?:#|report-)/, "")
  const found =
    db.prepare(`${select} family = ? LIMIT 1`).get(plain) ??
    db.prepare(`${select} witness = ?`).get(plain) ??
    (/^\d{1,15}$/.test(plain) ? db.prepare(`${select} id = ?`).get(Number(plain)) : undefined) ??
    db.prepare(`${select} id = (SELECT report FROM former_families WHERE id = ?)`).get(plain) ??
    (/^https?:/i.test(name) ? db.prepare(`${select} url = ? ORDER BY id DESC LIMIT 1`).get(name) : undefined)
  return found as StoryPlace | undefined
}

/** The findings of one family, from what is kept or worked out anew, and then kept. */
export function findingsOfFamily(archive: Archive, family: string): Findings {
  const kept = keptFindings(archive, family)
  if (kept) return kept
  const state = stateOf(archive, family)
  const findings = tellFamily(archive, family)
  keepFindings(archive, family, pack(findings), state)
  return findings
}

/** What is kept of a family that was looked into before. */
export function keptFindings({ db }: Archive, family: string): Findings | undefined {
  const kept = db.prepare("SELECT bytes FROM findings WHERE family = ?").get(family)
  return kept && (unpack(kept.bytes as Uint8Array) as Findings)
}

/** Works the findings of a family out anew. Costs a comparison for each edge of its tree. */
export function tellFamily(archive: Archive, family: string): Findings {
  const related = relatedAgain(archive, family)
  const witnesses = related.segmented.map(({ witness }) => witness)
  const judgements = concerning(judgementsOf(archive.db), witnesses)
  const decided = judgements.length === 0 ? {} : { judgements }
  return { ...tell(related, { judgements }), problems: problemsOf(witnesses), ...decided }
}

/** A family as it was related, its reports by witness id. */
export function relatedAgain(archive: Archive, family: string): Related {
  const { db } = archive
  const members = membersOf(archive, family)
  const places = new Map(members.map(({ report }, index) => [report, index]))
  const pairs = db
    .prepare("SELECT a, b FROM kinships WHERE family = ?")
    .all(family)
    .map(({ a, b }) => [places.get(a as number)!, places.get(b as number)!])
    .map(([x, y]) => ({ a: Math.min(x!, y!), b: Math.max(x!, y!), score: 0 }))
    .sort((x, y) => x.a - y.a || x.b - y.b)
  const { stemma } = db.prepare("SELECT stemma FROM families WHERE id = ?").get(family)!
  return relateFamily(
    members.map(({ witness }) => witness),
    pairs,
    { id: family, stemma: unpack(stemma as Uint8Array) as Stemma },
  )
}

/** What is told of reports when they are looked at. */
export const problemsOf = (witnesses: readonly Witness[]) =>
  witnesses.flatMap(witness => doubtsOf(witness, witness.where))

/** The witnesses of a family, sorted by id. */
function membersOf({ db }: Archive, family: string): { report: number; witness: Witness }[] {
  const reader = readerOf(db)
  return db
    .prepare("SELECT id, witness FROM reports WHERE family = ?")
    .all(family)
    .map(row => ({ report: row.id as number, witness: named(reader, row.id as number, row.witness as string) }))
    .sort((x, y) => (x.witness.id < y.witness.id ? -1 : 1))
}

function named(reader: Reader, report: number, id: string): Witness {
  const unnamed = reader.witness(report)!
  return { id, ...unnamed, where: unnamed.where ?? unnamed.url ?? id }
}

/** The witness with this number; its id is that among its kin, or, without kin, that of its content. */
export function witnessOf({ db }: Archive, report: number): Witness {
  const reader = readerOf(db)
  const { witness } = db.prepare("SELECT witness FROM reports WHERE id = ?").get(report)!
  return witness === null
    ? witnessesOf([report], reader.witness).witnesses[0]!
    : named(reader, report, witness as string)
}

/** The findings of a report without kin: its claims. */
export function findingsOfLoner({ db }: Archive, report: number): Findings {
  const { witnesses } = witnessesOf([report], readerOf(db).witness)
  return { ...tell(relate(witnesses)), problems: problemsOf(witnesses) }
}

// Result codes of SQLite: busy, locked, open for reading alone.
const CANNOT_WRITE: ReadonlySet<number> = new Set([5, 6, 8])

/** What the findings of a family are worked out from: its tree, and the judgements made and undone so far. */
export interface FamilyState {
  readonly stemma: Uint8Array
  readonly made: number
  readonly undone: number
}

const MADE = "(SELECT count(*) FROM judgements)"
const UNDONE = "(SELECT count(undone) FROM judgements)"

export function stateOf({ db }: Archive, family: string): FamilyState {
  const sql = `SELECT stemma, ${MADE} AS made, ${UNDONE} AS undone FROM families WHERE id = ?`
  return db.prepare(sql).get(family) as unknown as FamilyState
}

/**
 * Keeps the packed findings of a family, unless another has changed meanwhile what they were worked out from. Where they cannot be kept just now, they
 * are worked out again next time.
 */
export function keepFindings({ db }: Archive, family: string, packed: Uint8Array, state: FamilyState): void {
  db.exec("PRAGMA busy_timeout = 0")
  try {
    db.prepare(
      `INSERT OR REPLACE INTO findings SELECT id, ? FROM families WHERE id = ? AND stemma = ? AND ${MADE} = ? AND ${UNDONE} = ?`,
    ).run(packed, family, state.stemma, state.made, state.undone)
  } catch (error) {
    if (!CANNOT_WRITE.has(((error as { errcode?: number }).errcode ?? 0) & 0xff)) throw error
  } finally {
    db.exec("PRAGMA busy_timeout = 30000")
  }
}
