import type { Witness } from "../model/report.ts"
import type { Place } from "../model/span.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, nameFor } from "./naming.ts"
import { anchor, placeAnchor } from "./places.ts"
import { brief, oneLine } from "./visible.ts"

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}$/

/** A report's siglum and outlet, linked to its text. */
export function reportLink(names: Naming, id: string): Markup {
  const { siglum, outlet } = nameFor(names, id)
  const mark = siglum !== undefined && html`<span class="siglum">${siglum}</span> `
  return html`<a class="report" href="#${anchor("text", id)}">${mark}<bdi>${outlet}</bdi></a>`
}

/** Links to the characters a finding rests on, each with a few of its words. */
export function placeLinks(places: readonly Place[], names: Naming): Markup {
  if (places.length === 0) return html``
  const shown = places.slice(0, 6).map(place => {
    const { siglum, outlet, witness } = nameFor(names, place.witness)
    const words = oneLine(witness.text.slice(place.span.start, Math.min(place.span.end, place.span.start + 200)), 60)
    return html`<a class="place-link" href="#${placeAnchor(place)}"><span class="siglum">${siglum ?? outlet}</span> <q dir="auto">${words}</q></a>`
  })
  return html`<span class="places">${shown}${places.length > 6 && html`<span class="more">and ${places.length - 6} more</span>`}</span>`
}

/** The `lang` attribute for a report's own words; nothing when its language is unknown or no language tag. */
export function langOf({ language }: Pick<Witness, "language">): Markup {
  return language !== undefined && TAG.test(language) ? html` lang="${language}"` : html``
}

/** Words from outside inside a sentence of ours: short, on one line, in their own direction of reading. */
export function inline(text: string): Markup {
  return html`<span dir="auto">${brief(text)}</span>`
}
