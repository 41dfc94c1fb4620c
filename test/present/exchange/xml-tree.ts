import { SaxesParser } from "saxes"

/** An element as a strict XML parser reads it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The root of a document. Throws when it is not well formed, has a document type or a processing instruction. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on("error", error => {
    throw error
  })
  parser.on("doctype", () => {
    throw new Error("a document type")
  })
  parser.on("processinginstruction", () => {
    throw new Error("a processing instruction")
  })
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element = { name, attributes: values, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on("closetag", () => open.pop())
  parser.on("text", piece => open.at(-1)!.children.push(piece))
  parser.write(text).close()
  return root.children.find(child => typeof child === "object")!
}

/** All elements of this name below, in the order of the document. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap(child => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The elements directly within. */
export function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter(child => typeof child === "object")
}

/** All text below. */
export function textOf({ children }: XmlElement): string {
  return children.map(child => (typeof child === "string" ? child : textOf(child))).join("")
}
