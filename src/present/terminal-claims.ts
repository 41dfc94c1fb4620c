import type { Claim } from "../model/claim.ts"
import type { Findings } from "../model/findings.ts"
import { attributionInShort, datesInShort } from "./attribution.ts"
import { claimsAlone, claimsInOrder, type OriginGroup, originGroups } from "./claim-order.ts"
import { cutTo, wrap } from "./columns.ts"
import { figureInShort } from "./figure.ts"
import { byTime, called, type Naming, nameFor } from "./naming.ts"
import type { Page } from "./terminal-page.ts"
import { oneLine } from "./visible.ts"
import { CONFLICT, counted, origins, sentence, unstopped } from "./words.ts"

const MOST_SHOWN = 12
/** Of what nobody else says. */
const MOST_REPORTS = 12
const MOST_ALONE = 4

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
  const said = attributionInShort(claim)
  if (said !== "" && voices.length < 2) counts.push(said)
  else if (voices.length > 0) counts.push(`${voices.length === 1 ? "voice" : "voices"}: ${voices.join(", ")}`)
  counts.push(...datesInShort(claim))
  const head = wrap(counts.join(" · "), page.width).map(line => page.ink.bold(line))
  const words = wrap(`“${oneLine(claim.text, 240)}”`, page.width, "  ")
  const groups = originGroups(claim).flatMap(group => wrap(statedBy(group, names), page.width, "  ", "    "))
  const why = claim.why.flatMap(({ note, doubt }) =>
    wrap(oneLine(note), page.width, doubt ? "  unsure: " : "  because ", " ".repeat(10)),
  )
  return [...head, ...words, ...groups.map(page.ink.dim), ...why.map(page.ink.dim), ""]
}

/** What nobody else says: the claims of one report only, under that report, a line each. */
export function aloneLines({ claims }: Findings, names: Naming, page: Page): string[] {
  const reports = claimsAlone(claimsInOrder(claims).single, byTime(names))
  const lines = reports.slice(0, MOST_REPORTS).flatMap(({ witness, claims: own }) => {
    const more = own.length > MOST_ALONE ? [page.ink.dim(`    … and ${own.length - MOST_ALONE} more`)] : []
    const said = own.slice(0, MOST_ALONE).map(claim => cutTo(`    “${oneLine(claim.text, 240)}”`, page.width))
    return [cutTo(`  ${page.ink.bold(called(names, witness))}`, page.width), ...said, ...more]
  })
  const left = reports.length - MOST_REPORTS
  return left > 0 ? [...lines, page.ink.dim(`  … and ${left} more reports (--all shows them)`)] : lines
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
    const start = firstBy && names.has(firstBy) ? [`first in ${called(names, firstBy)}`] : []
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
