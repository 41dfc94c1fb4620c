import type { Findings } from "../model/findings.ts"
import type { Problem } from "../model/problem.ts"
import type { Witness } from "../model/report.ts"
import { html, type Markup } from "./html.ts"
import { markedText } from "./marked-text.ts"
import { byTime, type Naming, nameFor } from "./naming.ts"
import { anchor, spansByWitness } from "./places.ts"
import { langOf } from "./report-link.ts"
import { oneLine } from "./visible.ts"
import { dayAndTime, when } from "./when.ts"

/** All reports in full, by family and time, each folded; every place that a finding rests on can be linked to. */
export function reportTexts(findings: Findings, names: Naming): Markup {
  const spans = spansByWitness(findings)
  const order = byTime(names)
  const members = findings.families.map(family => family.witnesses.toSorted(order))
  const ids = [...new Set([...members.flat(), ...findings.witnesses.map(({ id }) => id).sort(order)])]
  return html`${ids.map(id => reportText(id, names, markedText(nameFor(names, id).witness, spans.get(id) ?? [])))}`
}

function reportText(id: string, names: Naming, text: Markup): Markup {
  const { siglum, outlet, title, when: moment, witness } = nameFor(names, id)
  const lang = langOf(witness)
  return html`
<details class="report-text" id="${anchor("text", id)}"><summary>${siglum !== undefined && html`<span class="siglum">${siglum}</span> `}<strong><bdi>${outlet}</bdi></strong> <span class="time">${
    moment ? dayAndTime(moment) : "no date"
  }</span> <cite${lang} dir="auto">${title}</cite></summary>
<p class="meta">${facts(witness)}</p>
<div class="text"${lang} dir="auto">${text}</div></details>`
}

/** What is known of a report. An address is shown, not linked: nothing here leads out of the file. */
function facts({ credits, published, observed, modified, url, where }: Witness): Markup {
  const dated = [
    ["published", published],
    ["seen", observed],
    ["changed", modified],
  ].flatMap(([name, iso]) => (iso === undefined ? [] : [`${name} ${momentText(iso)}`]))
  const known = [
    credits.length > 0 ? `credits ${credits.join(", ")}` : "credits nobody",
    ...dated,
    url ?? "",
    where,
  ].filter(Boolean)
  return html`${known.map((fact, index) => html`${index > 0 && " · "}<bdi>${oneLine(fact, 200)}</bdi>`)}`
}

function momentText(iso: string): string {
  const moment = when(iso)
  return moment ? dayAndTime(moment) : iso
}

/** What could not be read or decided. */
export function problemList(problems: readonly Problem[]): Markup {
  const lines = problems.map(
    ({ code, where, message, hint }) =>
      html`<li><code>${code}</code> <bdi>${oneLine(where, 200)}</bdi>: <span dir="auto">${oneLine(message)}</span>${hint !== undefined && html` <em>${oneLine(hint)}</em>`}</li>`,
  )
  return html`<ul class="problems">${lines}</ul>`
}
