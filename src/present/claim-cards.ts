import type { Attestation, Claim, Conflict } from "../model/claim.ts"
import type { Findings } from "../model/findings.ts"
import { attributionInShort, datesInShort } from "./attribution.ts"
import { claimsInOrder, type OriginGroup, originGroups } from "./claim-order.ts"
import { figureInShort } from "./figure.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, nameFor } from "./naming.ts"
import { anchor, placeAnchor } from "./places.ts"
import { reasonGroups } from "./reasons.ts"
import { inline, langOf, placeLinks, reportLink } from "./report-link.ts"
import { brief, oneLine } from "./visible.ts"
import { dayAndTime } from "./when.ts"
import { CONFLICT, counted, origins, sentence, unstopped } from "./words.ts"

const MOST_ATTESTATIONS = 12
const MOST_OPEN = 24

/** The claims as cards, most repeated first; those of one report only are folded. */
export function claimSection({ claims }: Findings, names: Naming): Markup {
  const { shared, single } = claimsInOrder(claims)
  const cards = (list: readonly Claim[]) => list.map(claim => card(claim, names))
  const folded = html`<details class="singles"><summary>What nobody else says: ${counted(single.length, "claim")} of one report only</summary><div class="claims">${cards(single)}</div></details>`
  const more = html`<details class="singles"><summary>and ${shared.length - MOST_OPEN} more</summary><div class="claims">${cards(shared.slice(MOST_OPEN))}</div></details>`
  return html`${
    shared.length > 0
      ? html`<div class="claims">${cards(shared.slice(0, MOST_OPEN))}</div>${shared.length > MOST_OPEN && more}`
      : html`<p class="none">No claim stands in more than one report.</p>`
  }${single.length > 0 && folded}`
}

function card(claim: Claim, names: Naming): Markup {
  const id = anchor("claim", claim.id)
  const said = attributionInShort(claim)
  const dates = datesInShort(claim)
  const lang = langOf(nameFor(names, claim.attestations[0]?.witness ?? "").witness)
  return html`
<article class="claim" id="${id}"><h3 class="origins">${dots(claim)}<strong>${origins(claim.origins)}</strong> of ${counted(claim.reports, "report")}${
    claim.voices.length > 0 && html` · ${counted(claim.voices.length, "voice")}`
  }<a class="link" href="#${id}" aria-label="Link to this claim">#</a></h3>
<blockquote${lang} dir="auto">${brief(claim.text)}</blockquote>
<p class="meta"><span class="badge plain">${claim.kind}</span> ${claim.value && html`<strong>${oneLine(figureInShort(claim.value), 80)}</strong> `}${said !== "" && html`<bdi>${said}</bdi> `}${voices(claim)}${dates.length > 0 && ` ${dates.join(" · ")}`}</p>
<ol class="by-origin">${originGroups(claim).map(group => originItem(group, names))}</ol>
${reasonGroups(claim).map(({ heading, reasons }) => html`<div class="because"><p>${heading}</p><ul>${reasons.map(({ note, places }) => html`<li>${inline(note)} ${placeLinks(places, names)}</li>`)}</ul></div>`)}</article>`
}

/** A filled dot for each sure origin, a ring for each that may be one more. */
function dots({ origins: { min, max } }: Claim): Markup {
  const most = Math.min(max, 8)
  const shown = Array.from({ length: most }, (_, index) => html`<i class="${index < min ? "sure" : "perhaps"}"></i>`)
  return html`<span class="dots" aria-hidden="true">${shown}</span>`
}

function voices({ voices: list, attributedTo }: Claim): Markup {
  const others = list.filter(voice => voice !== attributedTo)
  if (others.length === 0) return html``
  return html`${others.length === 1 ? "voice: " : "voices: "}${others.map((voice, index) => html`${index > 0 && ", "}<bdi>${oneLine(voice, 80)}</bdi>`)}`
}

function originItem({ attestations, number }: OriginGroup, names: Naming): Markup {
  const lines = attestations.map(attestation => attestationLine(attestation, names))
  const rest = lines.slice(MOST_ATTESTATIONS)
  return html`<li><span class="origin-name">Origin ${number}</span><ul>${lines.slice(0, MOST_ATTESTATIONS)}</ul>${
    rest.length > 0 && html`<details><summary>and ${rest.length} more</summary><ul>${rest}</ul></details>`
  }</li>`
}

function attestationLine({ witness, span, text }: Attestation, names: Naming): Markup {
  return html`<li>${reportLink(names, witness)} <a class="attested" href="#${placeAnchor({ witness, span })}"><q dir="auto">${brief(text)}</q></a></li>`
}

/** Claims whose values differ, set under each other with their times. */
export function conflictSection({ conflicts, claims }: Findings, names: Naming): Markup {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return html`${conflicts.map(conflict => conflictCard(conflict, byId, names))}`
}

function conflictCard(
  { kind, claims, note, firstBy, inheritedBy }: Conflict,
  byId: ReadonlyMap<string, Claim>,
  names: Naming,
): Markup {
  const sides = claims.flatMap(id => byId.get(id) ?? []).map(claim => conflictSide(claim, names))
  // Of a lost text the note says it.
  const first = firstBy !== undefined && names.has(firstBy) && html` First in ${reportLink(names, firstBy)}.`
  const heirs = inheritedBy.slice(0, 12).map((id, index) => html`${index > 0 && ", "}${reportLink(names, id)}`)
  return html`<article class="conflict"><h3>${sentence(CONFLICT[kind])}</h3><p>${inline(unstopped(note))}.${first}${
    heirs.length > 0 && html` Taken over by ${heirs}.`
  }</p><ul>${sides}</ul></article>`
}

function conflictSide(claim: Claim, names: Naming): Markup {
  const first = claim.attestations[0]
  const moment = first && nameFor(names, first.witness).when
  return html`<li><a href="#${anchor("claim", claim.id)}"><q dir="auto">${brief(claim.text)}</q></a> <span class="from">${origins(claim.origins)}, ${counted(
    claim.reports,
    "report",
  )}${first && html`; first here ${reportLink(names, first.witness)}`}${moment && `, ${dayAndTime(moment)}`}</span></li>`
}
