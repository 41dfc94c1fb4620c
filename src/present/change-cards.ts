import type { FamilyFindings } from "../model/findings.ts"
import type { Reading, Severity } from "../model/variant.ts"
import type { Change } from "./changes.ts"
import { changesOf, gist } from "./changes.ts"
import { leadIn, leadOut } from "./context.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, nameFor } from "./naming.ts"
import { anchor, placeAnchor, placeOf } from "./places.ts"
import { inline, langOf, reportLink } from "./report-link.ts"
import { oneLine } from "./visible.ts"
import { type Marked, markWords } from "./word-marks.ts"
import { counted, KIND, SEVERITIES, SEVERITY_MEANING, SEVERITY_TITLE } from "./words.ts"

const CONTEXT_UNITS = 70
const MOST_UNITS = 700
/** Changes of detail beyond these are folded. Changes of sense never are. */
const MOST_OPEN = 20

/** The changes of a family side by side, worst first, grouped by severity; wording and form folded. */
export function changeSection(family: FamilyFindings, names: Naming): Markup {
  const changes = changesOf(family)
  if (changes.length === 0) return html`<p class="none">No change was found between these texts.</p>`
  return html`${SEVERITIES.map(severity => severityGroup(family, severity, changes, names))}`
}

function severityGroup(family: FamilyFindings, severity: Severity, changes: readonly Change[], names: Naming): Markup {
  const cards = changes.flatMap((change, index) =>
    change.variant.severity === severity ? [card(family, change, index, names)] : [],
  )
  if (cards.length === 0) return html``
  const title = html`${SEVERITY_TITLE[severity]} <span class="count">${cards.length}</span>`
  const meaning = html`<p class="meaning">${SEVERITY_MEANING[severity]}</p>`
  if (severity === "sense" || severity === "detail") {
    const open = severity === "sense" ? cards.length : MOST_OPEN
    return html`<section class="severity ${severity}"><h4>${title}</h4>${meaning}${cards.slice(0, open)}${folded(cards.slice(open))}</section>`
  }
  return html`<details class="severity ${severity}"><summary><h4>${title}</h4></summary>${meaning}${cards}</details>`
}

function folded(cards: readonly Markup[]): Markup {
  if (cards.length === 0) return html``
  return html`<details class="more"><summary>and ${cards.length} more</summary>${cards}</details>`
}

function card(family: FamilyFindings, change: Change, index: number, names: Naming): Markup {
  const { variant, before, after, inherited } = change
  const { badge, name } = KIND[variant.kind]
  const id = anchor("change", `${family.id}-${index + 1}`)
  const [first, second] = family.stemma.undecided === undefined ? ["before", "after"] : ["one text", "the other"]
  const marks = markWords(wordsOf(before), wordsOf(after))
  const witnesses = [...new Set([after.witness, ...inherited])]
  return html`
<article class="change" id="${id}" data-severity="${variant.severity}" data-kind="${variant.kind}" data-witnesses="${witnesses.join(" ")}">
<h5><span class="badge ${variant.severity}">${badge}</span> <span class="kind">${name}</span> <span class="note">${inline(gist(variant))}</span><a class="link" href="#${id}" aria-label="Link to this change">#</a></h5>
<div class="sides">${side("before", first, before, marks.a, names)}${side("after", second, after, marks.b, names)}</div>
<p class="heirs">${authorship(family, change, names)}</p>
</article>`
}

/** Whose doing it is; where the descent cannot be told, that this cannot be told either. */
function authorship({ stemma }: FamilyFindings, { after, inherited, lost }: Change, names: Naming): Markup {
  if (stemma.undecided !== undefined) return html`Which of them changed it cannot be told.`
  if (lost)
    return html`Made in the lost text <span class="siglum lost">${oneLine(lost.label, 12)}</span>; ${heirs([after.witness, ...inherited], names)} have it from there.`
  return html`Made by ${reportLink(names, after.witness)}${inherited.length > 0 && html`; taken over by ${heirs(inherited, names)}`}.`
}

function wordsOf(reading: Reading): string {
  return reading.kind === "text" ? reading.text.slice(0, MOST_UNITS) : ""
}

function heirs(inherited: readonly string[], names: Naming): Markup {
  const shown = inherited.slice(0, 12).map((id, index) => html`${index > 0 && ", "}${reportLink(names, id)}`)
  return html`${shown}${inherited.length > 12 && ` and ${inherited.length - 12} more`}`
}

function side(
  kind: "before" | "after",
  name: string,
  reading: Reading,
  marks: readonly Marked[],
  names: Naming,
): Markup {
  const { witness } = nameFor(names, reading.witness)
  const { text } = witness
  const { start, end } = placeOf(reading).span
  return html`<div class="side ${kind}"><p class="who"><span class="side-name">${name}</span> ${reportLink(names, reading.witness)}</p>
<p class="words"${langOf(witness)} dir="auto"><span class="context">${leadIn(text, start, CONTEXT_UNITS)}</span><a class="reading" href="#${placeAnchor(
    placeOf(reading),
  )}">${readingMarkup(reading, kind, marks)}</a><span class="context">${leadOut(text, end, CONTEXT_UNITS)}</span></p></div>`
}

function readingMarkup(reading: Reading, kind: "before" | "after", marks: readonly Marked[]): Markup {
  if (reading.kind !== "text") {
    const what = reading.kind === "omission" ? "left out here" : "cut off here: cannot be told"
    return html`<span class="missing">‸ ${what}</span>`
  }
  const more = reading.text.length - MOST_UNITS
  const pieces = marks.map(({ text, changed }) => {
    if (!changed) return html`${text}`
    return kind === "before" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
  })
  return html`${pieces}${more > 0 && html`<span class="missing">… and ${counted(more, "more character")}</span>`}`
}
