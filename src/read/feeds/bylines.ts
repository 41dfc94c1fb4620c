import { child, childrenOf, textOf, type XmlElement } from "../xml.ts"
import { constructText } from "./constructs.ts"

/** Who signed an entry: names without addresses, joined by commas. */
export function bylineOf(entry: XmlElement): string | undefined {
  const names = childrenOf(entry)
    .filter(({ name }) => ["author", "dc:creator", "creator"].includes(name))
    .map(nameOf)
    .filter(name => name !== undefined)
  const all = names.length > 0 ? names : [constructText(child(entry, "itunes:author", "dc:author"))]
  return [...new Set(all.filter(Boolean))].join(", ") || undefined
}

const EMAIL = /^[^\s<>()@]{1,200}@[^\s<>()@]{1,200}$/

/** Atom names a person in an element of its own; RSS writes `desk@bell.example (Jo Bell)`, others the other way round. */
function nameOf(author: XmlElement): string | undefined {
  if (childrenOf(author).length > 0) return textOf(child(author, "name"))
  const written = constructText(author)?.slice(0, 500)
  if (written === undefined) return undefined
  const parts = written.split(/[()<>]/).map(part => part.trim())
  return parts.some(part => EMAIL.test(part)) ? parts.find(part => part !== "" && !EMAIL.test(part)) : written
}
