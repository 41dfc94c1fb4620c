import { sentencesIn } from "../../descent/made/draft.ts"
import { introductionOf, type Planned, type Register } from "./planted.ts"
import type { Told } from "./world.ts"

/** A claim with one value, where it stands, and how many texts have it from outside or made it. */
export interface KnownClaim {
  readonly id: string
  readonly kind: Planned["kind"]
  readonly number?: number
  /** The sentences that state it, by report. */
  readonly sentences: Readonly<Record<string, string>>
  readonly origins: number
  /** The reports that have it from each origin; a report with two sources may stand in two. */
  readonly lines: readonly (readonly string[])[]
}

/** Two values of one claim, in one family. */
export interface KnownConflict {
  /** Ids of claims: the value that was there before, the other. */
  readonly claims: readonly [string, string]
  readonly kind: "error" | "update" | "correction"
  /** The report that had the other value first; not there where that text is lost. */
  readonly firstBy?: string
  readonly inheritedBy: readonly string[]
}

/** What the texts attest: claims by number, and the conflicts of which both sides can be seen in one family. */
export function truthOf(
  told: readonly Told[],
  planned: readonly Planned[],
  register: Register,
): { claims: KnownClaim[]; conflicts: KnownConflict[] } {
  const standing = told.flatMap(({ draft, report, family }) =>
    sentencesIn(draft).flatMap(sentence => {
      const introduction = introductionOf(sentence, register)
      return introduction ? [{ report, family, introduction, text: sentence.text }] : []
    }),
  )
  const idOf = (index: number) => {
    const { claim, number } = register[index]!
    return number === undefined ? `${claim}` : `${claim}=${number}`
  }
  const seen = standing.filter(({ report }) => report !== undefined)
  const byId = Map.groupBy(seen, ({ introduction }) => idOf(register.indexOf(introduction)))
  const claims = [...byId].map(([id, places]): KnownClaim => {
    const { claim, number } = places[0]!.introduction
    const byOrigin = Map.groupBy(places, ({ introduction }) => introduction)
    return {
      id,
      kind: planned[claim]!.kind,
      ...(number === undefined ? {} : { number }),
      sentences: Object.fromEntries(places.map(({ report, text }) => [report!, text])),
      origins: byOrigin.size,
      lines: [...byOrigin.values()].map(line => line.map(({ report }) => report!)),
    }
  })
  const conflicts = [...new Set(seen.map(({ introduction }) => introduction))].flatMap((changed): KnownConflict[] => {
    if (changed.how === "stated") return []
    const before = idOf(changed.from!)
    const places = standing.filter(({ introduction }) => introduction === changed)
    const isSeen = seen.some(
      ({ introduction, family }) => introduction === register[changed.from!] && family === places[0]!.family,
    )
    if (!isSeen) return []
    const firstBy = places[0]!.report
    const inheritedBy = places.slice(1).flatMap(({ report }) => report ?? [])
    return [
      {
        claims: [before, idOf(register.indexOf(changed))],
        kind: changed.how,
        ...(firstBy === undefined ? {} : { firstBy }),
        inheritedBy,
      },
    ]
  })
  return { claims, conflicts }
}
