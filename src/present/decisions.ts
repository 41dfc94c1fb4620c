import type { Findings, Judgement } from "../model/findings.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, naming } from "./naming.ts"
import { oneLine } from "./visible.ts"

/**
 * What a person decided, a sentence a judgement, in the order in which it was made: on one line, harmless to show. Reports are called by their siglum
 * and outlet, one that is not among the findings by its id.
 */
export function decisions(findings: Findings, names: Naming = naming(findings)): string[] {
  const called = (id: string): string => {
    const name = names.get(id)
    return name ? [name.siglum, name.outlet].filter(Boolean).join(" ") : id
  }
  return (findings.judgements ?? []).map(judgement => oneLine(sentence(judgement, called)))
}

function sentence(judgement: Judgement, called: (id: string) => string): string {
  switch (judgement.kind) {
    case "pin-edge":
      return `It was decided that ${called(judgement.child)} was made from ${called(judgement.parent)}.`
    case "forbid-edge":
      return `It was decided that ${called(judgement.child)} was not made from ${called(judgement.parent)}.`
    case "independent":
      return `It was decided that ${called(judgement.a)} and ${called(judgement.b)} are independent.`
    case "outlet-agency":
      return `It was decided that ${judgement.outlet} is ${judgement.agency}.`
    case "dismiss-variant":
      return `It was decided that what ${called(judgement.witness)} has at ${judgement.span.start}–${judgement.span.end} is no change.`
  }
}

/** The same as a list of a page. */
export function decisionList(findings: Findings, names: Naming): Markup {
  return html`<ul class="decisions">${decisions(findings, names).map(text => html`<li dir="auto">${text}</li>`)}</ul>`
}
