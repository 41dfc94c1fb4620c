import { identified, type Unnamed } from "../extract/identify.ts"
import type { Judgement } from "../model/findings.ts"
import type { Witness } from "../model/report.ts"
import type { Family } from "../model/stemma.ts"
import { relate } from "../pipeline.ts"
import { countOutlets } from "../present/naming.ts"
import { pack } from "./stored.ts"
import { utc } from "./utc.ts"

/** What the archive writes of one family. Reports are named by number, witnesses by id. */
export interface FamilyRecord {
  readonly id: string
  readonly members: readonly number[]
  readonly outlets: number
  readonly lost: number
  /** Texts in its tree that have no parent. */
  readonly origins: number
  /** The first and the last date, in UTC. */
  readonly first: string | null
  readonly last: string | null
  readonly credits: string
  readonly title: string | null
  /** The whole record, compressed. */
  readonly stemma: Uint8Array
  readonly descent: readonly { readonly parent: string; readonly child: string; readonly confidence: number }[]
  readonly kinships: readonly {
    readonly a: number
    readonly b: number
    readonly kind: string
    readonly coverageA: number
    readonly coverageB: number
    readonly longestRunWords: number
    /** JSON: the spans on both sides, as `[aStart, aEnd, bStart, bEnd]`. */
    readonly passages: string
  }[]
}

/** What was found out about a circle: reports of which each may be kin to another, all that may be kin to one of them among them. */
export interface CircleRecord {
  readonly circle: number
  readonly witnesses: readonly {
    readonly report: number
    readonly id: string
    readonly credits: string | null
    readonly title: string | null
    /** ISO 8601, as it was understood. */
    readonly published: string | null
  }[]
  readonly families: readonly FamilyRecord[]
  /** Why its reports could not be related; then nothing is known of them. */
  readonly failed?: string
}

/** The witnesses of a circle with their ids, and the number of the report each is, in the same order. */
export function witnessesOf(
  reports: readonly number[],
  read: (report: number) => Unnamed | undefined,
): { witnesses: Witness[]; numbers: number[] } {
  const found = reports.flatMap(report => {
    const unnamed = read(report)
    return unnamed ? [{ report, unnamed }] : []
  })
  const named = identified(found.map(({ unnamed }) => unnamed))
  return {
    witnesses: named.map(({ witness }) => witness),
    numbers: named.map(({ index }) => found[index]!.report),
  }
}

/** Relates the reports of a circle to each other. The order of the numbers makes no difference. */
export function relateCircle(
  circle: number,
  reports: readonly number[],
  read: (report: number) => Unnamed | undefined,
  judgements: readonly Judgement[],
): CircleRecord {
  const { witnesses, numbers } = witnessesOf(reports, read)
  const reportOf = new Map(witnesses.map(({ id }, i) => [id, numbers[i]!]))
  const witnessOf = new Map(witnesses.map(witness => [witness.id, witness]))
  const { families } = relate(witnesses, { judgements })
  return {
    circle,
    witnesses: witnesses.map(({ id, credits, title, published }, i) => ({
      report: numbers[i]!,
      id,
      credits: credits.length === 0 ? null : JSON.stringify(credits),
      title: title ?? null,
      published: published ?? null,
    })),
    families: families.map(family => familyRecord(family, reportOf, witnessOf)),
  }
}

function familyRecord(
  family: Family,
  reportOf: ReadonlyMap<string, number>,
  witnessOf: ReadonlyMap<string, Witness>,
): FamilyRecord {
  const { id, witnesses, kinships, stemma } = family
  const own = witnesses.map(witness => witnessOf.get(witness)!)
  const dates = own.flatMap(({ published }) => (published === undefined ? [] : utc(published))).sort()
  const children = new Set(stemma.edges.map(({ child }) => child))
  return {
    id,
    members: witnesses.map(witness => reportOf.get(witness)!),
    outlets: countOutlets(own),
    lost: stemma.nodes.filter(({ kind }) => kind === "lost").length,
    origins: stemma.nodes.filter(node => !children.has(node.id)).length,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    credits: JSON.stringify([...new Set(own.flatMap(({ credits }) => credits))].sort()),
    title: titleOf(own, children),
    stemma: pack(stemma),
    descent: stemma.edges.map(({ parent, child, confidence }) => ({ parent, child, confidence })),
    kinships: kinships.map(({ a, b, kind, coverage, longestRunWords, passages }) => ({
      a: reportOf.get(a)!,
      b: reportOf.get(b)!,
      kind,
      coverageA: coverage.a,
      coverageB: coverage.b,
      longestRunWords,
      passages: JSON.stringify(passages.map(p => [p.a.start, p.a.end, p.b.start, p.b.end])),
    })),
  }
}

/** The headline of the text all others come from, else the earliest: a copy's may say what it changed. */
function titleOf(own: readonly Witness[], made: ReadonlySet<string>): string | null {
  const titled = own.filter(({ title }) => title !== undefined)
  const rank = ({ id, published }: Witness) =>
    `${made.has(id) ? 1 : 0} ${published === undefined ? "~" : utc(published)} ${id}`
  return titled.sort((x, y) => (rank(x) < rank(y) ? -1 : 1))[0]?.title ?? null
}
