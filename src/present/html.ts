import { visible } from "./visible.ts"

/** A piece of HTML that is safe to put into a page. Only `html` makes it. */
export interface Markup {
  readonly markup: string
}

type Value = string | number | Markup | readonly Markup[] | undefined | false

const ENTITY: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/**
 * HTML from a template. Texts put into it are escaped and freed of control characters; only pieces that `html` made itself go
 * in as they are. So a text of a report can never become an element, an attribute or a script.
 *
 * @example html`<p title="${'"'}">${"<b>"}</p>`.markup // => '<p title="&quot;">&lt;b&gt;</p>'
 */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: literals.reduce((before, literal, index) => before + toMarkup(values[index - 1]) + literal) }
}

function toMarkup(value: Value): string {
  if (value === undefined || value === false) return ""
  if (typeof value === "string") return visible(value).replace(/[&<>"']/g, character => ENTITY[character]!)
  if (typeof value === "number") return String(value)
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("")
}

/** Our own constant text (style sheet, script) as it is. Never for anything that comes from outside. */
export function trusted(constant: string): Markup {
  return { markup: constant }
}
