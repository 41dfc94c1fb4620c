import { visible } from "../visible.ts"

/** A piece of XML that is well formed. Only `element` and `lines` make it. */
export interface Xml {
  readonly xml: string
}

/** Attributes by name; one without a value is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

const ENTITY: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" }

/**
 * An element. Texts are escaped; what XML 1.0 cannot hold (control characters, broken surrogates, two noncharacters) becomes its
 * picture or U+FFFD, one for one, so that offsets stay. Names of elements and attributes are our own.
 *
 * @example element("p", { n: 1 }, "a < b").xml // => '<p n="1">a &lt; b</p>'
 */
export function element(name: string, attributes: Attributes, ...content: readonly (string | Xml)[]): Xml {
  const head = [name, ...Object.entries(attributes).flatMap(([key, value]) => attribute(key, value))].join(" ")
  if (content.length === 0) return { xml: `<${head}/>` }
  return { xml: `<${head}>${content.map(piece).join("")}</${name}>` }
}

/** Elements one below the other, where white space means nothing. */
export function lines(elements: readonly Xml[]): Xml {
  return { xml: `\n${elements.map(({ xml }) => `${xml}\n`).join("")}` }
}

/** A whole document. */
export function xmlDocument({ xml }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`
}

/** The text as XML can hold it, not yet escaped. The same length in UTF-16 units. */
export function xmlText(text: string): string {
  return visible(text).replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
}

function attribute(key: string, value: string | number | undefined): string[] {
  if (value === undefined) return []
  // A reader turns a bare line feed or tab of an attribute into a space.
  const text = escaped(String(value)).replace(/[\n\t]/g, white => `&#${white.charCodeAt(0)};`)
  return [`${key}="${text}"`]
}

function piece(content: string | Xml): string {
  return typeof content === "string" ? escaped(content) : content.xml
}

function escaped(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, character => ENTITY[character]!)
}
