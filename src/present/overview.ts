import type { Findings } from "../model/findings.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, nameFor } from "./naming.ts"
import { inline, langOf, reportLink } from "./report-link.ts"
import type { Summary } from "./summary.ts"
import { dayAndTime } from "./when.ts"
import { KIND, SEVERITIES } from "./words.ts"

/** The headline of the case with its key numbers. */
export function opening({ headline, sentences, ...numbers }: Summary, title: string | undefined): Markup {
  return html`<header><p class="masthead">Hearsay <span>case file</span>${title !== undefined && html` · ${inline(title)}`}</p>
<h1>${headline}</h1>${sentences.length > 0 && html`<p class="standfirst">${sentences.join(" ")}</p>`}
<dl class="numbers">
${number(numbers.reports, "reports")}${number(numbers.outletsOfOneText, "outlets carry one text")}${number(numbers.families, "families of copies")}${number(
  numbers.loners,
  "made from no other report here",
)}${number(numbers.sense, "changes of sense")}${number(numbers.detail, "changes of detail")}${fraction(numbers.ofOneOrigin, numbers.shared, "repeated claims have one origin")}</dl></header>`
}

function number(value: number, name: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function fraction(part: number, whole: number, name: string): Markup {
  return html`<div><dt>${name}</dt><dd>${part}<small> of ${whole}</small></dd></div>`
}

/** The form that filters changes; shown by the script, which it needs. */
export function filterForm({ families }: Findings, names: Naming): Markup {
  const variants = families.flatMap(family => family.variants)
  const kinds = (Object.keys(KIND) as (keyof typeof KIND)[]).filter(kind =>
    variants.some(variant => variant.kind === kind),
  )
  const severities = SEVERITIES.filter(severity => variants.some(variant => variant.severity === severity))
  const made = [...new Set(variants.flatMap(({ readings }) => readings.slice(1, 2).map(({ witness }) => witness)))]
  const witnesses = made
    .map(id => ({ id, name: nameFor(names, id) }))
    .sort((a, b) => (calledBy(a.name) < calledBy(b.name) ? -1 : 1))
  return html`<form id="filter" hidden aria-label="Filter the changes">
<span>Show only changes of</span> <label>severity <select name="severity"><option value="">all</option>${severities.map(severity => html`<option>${severity}</option>`)}</select></label>
<label>kind <select name="kind"><option value="">all</option>${kinds.map(kind => html`<option value="${kind}">${KIND[kind].name}</option>`)}</select></label>
<label>report <select name="witness"><option value="">all</option>${witnesses.map(({ id, name }) => html`<option value="${id}">${calledBy(name)}</option>`)}</select></label>
<button type="reset">Show all</button> <output></output></form>`
}

function calledBy({ siglum, outlet }: { readonly siglum?: string; readonly outlet: string }): string {
  return siglum === undefined ? outlet : `${siglum} ${outlet}`
}

/** The reports that are made from no other. */
export function loners({ witnesses, families }: Findings, names: Naming): Markup[] {
  const members = new Set(families.flatMap(family => family.witnesses))
  return witnesses
    .filter(({ id }) => !members.has(id))
    .map(({ id }) => {
      const { title, when, witness } = nameFor(names, id)
      return html`<li>${reportLink(names, id)} <span class="time">${when ? dayAndTime(when) : "no date"}</span> <cite${langOf(witness)} dir="auto">${title}</cite></li>`
    })
}

/** What a reader must know to read the page. */
export const GLOSSARY: Markup = html`<dl class="glossary">
<div><dt>Family</dt><dd>Reports made from one another or from the same text. A letter (A, B …) stands for each report; with several families the family's number comes first.</dd></div>
<div><dt>Lost text</dt><dd>A source that must have existed but was not handed in, such as a wire story. It has a Greek letter and a dashed grey circle.</dd></div>
<div><dt>Lines</dt><dd>A line leads from a source to what was made from it; the thicker, the surer. Dashed: a second source. A dotted circle: a report without a date. A hatched band: empty time left out. Times are UTC.</dd></div>
<div><dt>Change</dt><dd>A place where a report differs from its source. <del>Struck out</del> is what was there, <ins>underlined</ins> what came instead.</dd></div>
<div><dt>Origin</dt><dd>A line of descent that goes back to no other report. Six reports with one origin are one source, not six. Hearsay never says what is true.</dd></div>
</dl>`
