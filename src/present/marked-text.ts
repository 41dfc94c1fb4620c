import type { Witness } from "../model/report.ts"
import type { Span } from "../model/span.ts"
import { html, type Markup, trusted } from "./html.ts"
import { placeAnchor } from "./places.ts"

/** A stretch to mark in a text. Without `id` it is a later piece of one that another stretch cuts through. */
interface Stretch extends Span {
  readonly id?: string
  /** The whole stretch that this is a piece of. */
  readonly of?: string
  readonly furniture?: string
}

/**
 * A witness's whole text with an element around each span that findings rest on, so that each can be linked to, and its
 * furniture in grey. Spans that cross are cut into pieces; the first piece has the id. O(text + spans²) where many spans cross.
 */
export function markedText(witness: Witness, spans: readonly Span[]): Markup {
  const length = witness.text.length
  const stretches: Stretch[] = [
    ...witness.furniture.map(({ span, kind }) => ({ ...span, furniture: kind })),
    ...spans.map(span => ({ ...span, id: placeAnchor({ witness: witness.id, span }) })),
  ]
  return render(witness.text, nested(stretches.filter(({ start, end }) => start >= 0 && start <= end && end <= length)))
}

/** The stretches cut so that any two are apart or one inside the other, in the order in which they open. */
function nested(stretches: readonly Stretch[]): Stretch[] {
  const queue = stretches.toSorted(opensFirst)
  const result: Stretch[] = []
  const open: Stretch[] = []
  while (queue.length > 0) {
    const next = queue.shift()!
    while (open.length > 0 && open.at(-1)!.end <= next.start) open.pop()
    const outer = open.at(-1)
    if (outer && next.end > outer.end) {
      result.push({ ...next, end: outer.end })
      insert(queue, { ...withoutId(next), start: outer.end })
      open.push({ ...next, end: outer.end })
    } else {
      result.push(next)
      open.push(next)
    }
  }
  return result
}

function withoutId({ id, of, ...rest }: Stretch): Stretch {
  const whole = id ?? of
  return whole === undefined ? rest : { ...rest, of: whole }
}

function insert(queue: Stretch[], stretch: Stretch): void {
  const at = queue.findIndex(other => opensFirst(stretch, other) < 0)
  queue.splice(at < 0 ? queue.length : at, 0, stretch)
}

function opensFirst(a: Stretch, b: Stretch): number {
  return a.start - b.start || b.end - a.end
}

function render(text: string, stretches: readonly Stretch[]): Markup {
  const pieces: Markup[] = []
  const ends: number[] = []
  let at = 0
  const advance = (to: number) => {
    while (ends.length > 0 && ends.at(-1)! <= to) {
      const end = ends.pop()!
      pieces.push(html`${text.slice(at, end)}`, trusted("</span>"))
      at = end
    }
    pieces.push(html`${text.slice(at, to)}`)
    at = to
  }
  for (const stretch of stretches) {
    advance(stretch.start)
    pieces.push(opening(stretch))
    if (stretch.start === stretch.end) pieces.push(trusted("</span>"))
    else ends.push(stretch.end)
  }
  advance(text.length)
  return html`${pieces}`
}

function opening({ start, end, id, of, furniture }: Stretch): Markup {
  if (furniture !== undefined) return html`<span class="furniture" title="page furniture: ${furniture}">`
  if (start === end) return html`<span class="gap" id="${id}" title="left out here">`
  return id === undefined ? html`<span class="place" data-of="${of}">` : html`<span class="place" id="${id}">`
}
