import type { Claim } from "../model/claim.ts"
import type { Findings } from "../model/findings.ts"
import { claimsInOrder, type OriginGroup, originGroups } from "./claim-order.ts"
import { wrap } from "./columns.ts"
import { called, type Naming, nameFor } from "./naming.ts"
import type { Page } from "./terminal-page.ts"
import { oneLine } from "./visible.ts"
import { CONFLICT, counted, figureInShort, origins, sentence, unstopped } from "./words.ts"

const MOST_SHOWN = 12

/** The claims that more than one report states, most repeated first; the others only counted, unless all are asked for. */
export function claimLines({ claims }: Findings, names: Naming, page: Page): string[] {
  const { shared, single } = claimsInOrder(claims)
  const shown = page.all ? [...shared, ...single] : shared.slice(0, MOST_SHOWN)
  const notes: string[] = []
  if (shown.length < shared.length) notes.push(`… and ${shared.length - shown.length} more (--all shows them)`)
  if (!page.all && single.length > 0)
    notes.push(`${counted(single.length, "claim")} of one report only (--all shows them)`)
  return [...shown.flatMap(claim => oneClaim(claim, names, page)), ...notes.map(note => page.ink.dim(note))]
}

function oneClaim(claim: Claim, names: Naming, page: Page): string[] {
  const voices = claim.voices.map(voice => oneLine(voice, 60))
  const counts = [origins(claim.origins), counted(claim.reports, "report")]
  if (claim.value) counts.push(oneLine(figureInShort(claim.value), 40))
  if (voices.length > 0) counts.push(`${voices.length === 1 ? "voice" : "voices"}: ${voices.join(", ")}`)
  const head = wrap(counts.join(" · "), page.width).map(line => page.ink.bold(line))
  const words = wrap(`“${oneLine(claim.text, 240)}”`, page.width, "  ")
  const groups = originGroups(claim).flatMap(group => wrap(statedBy(group, names), page.width, "  ", "    "))
  const why = claim.why.flatMap(({ note }) => wrap(oneLine(note), page.width, "  because ", " ".repeat(10)))
  return [...head, ...words, ...groups.map(page.ink.dim), ...why.map(page.ink.dim), ""]
}

function statedBy({ attestations, number }: OriginGroup, names: Naming): string {
  const shown = attestations
    .slice(0, 10)
    .map(({ witness }) => nameFor(names, witness))
    .map(({ siglum, outlet }) => siglum ?? outlet)
  const more = attestations.length > 10 ? ` and ${attestations.length - 10} more` : ""
  return `origin ${number}: ${shown.join(", ")}${more}`
}

/** Claims whose values differ, set under each other. */
export function conflictLines({ conflicts, claims }: Findings, names: Naming, page: Page): string[] {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return conflicts.flatMap(({ kind, claims: ids, note, firstBy, inheritedBy }) => {
    const sides = ids
      .flatMap(id => byId.get(id) ?? [])
      .flatMap(claim => {
        const first = claim.attestations[0]
        const by = first ? `${called(names, first.witness)}: ` : ""
        return wrap(`${by}“${oneLine(claim.text, 160)}” (${origins(claim.origins)})`, page.width, "  ", "    ")
      })
    const start = firstBy ? [`first in ${called(names, firstBy)}`] : []
    const heirs =
      inheritedBy.length > 0
        ? [
            `taken over by ${inheritedBy
              .slice(0, 6)
              .map(id => called(names, id))
              .join(", ")}`,
          ]
        : []
    const head = wrap(
      `${sentence(CONFLICT[kind])}: ${[unstopped(oneLine(note)), ...start, ...heirs].filter(Boolean).join("; ")}`,
      page.width,
    )
    return [...head, ...sides, ""]
  })
}
