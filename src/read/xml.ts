import { markupParser } from "./markup-parser.ts"

/** An element of an XML document: its name with a usual prefix (see `SPACES`), its attributes by local name, what it holds. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** The base that addresses in it are relative to, where the document names one. */
  readonly base: string | undefined
  readonly language: string | undefined
}

/** A document's root, or why there is none. `unclosed`: the document ends inside an element. */
export type XmlDocument =
  | { readonly kind: "root"; readonly root: XmlElement; readonly unclosed: string | undefined }
  | { readonly kind: "none" | "too-deep" }

/** Namespaces that Hearsay knows, by the prefix it calls them; `""` are the languages of feeds and of news themselves. */
const SPACES: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2005/atom", ""],
  ["http://purl.org/atom/ns#", ""],
  ["http://purl.org/rss/1.0/", ""],
  ["http://my.netscape.com/rdf/simple/0.9/", ""],
  ["http://channel.netscape.com/rdf/simple/0.9/", ""],
  ["http://backend.userland.com/rss2", ""],
  ["http://blogs.law.harvard.edu/tech/rss", ""],
  ["http://iptc.org/std/nar/2006-10-01/", ""],
  ["http://iptc.org/std/nitf/2006-10-18/", ""],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://purl.org/rss/1.0/modules/content/", "content"],
  ["http://search.yahoo.com/mrss/", "media"],
  ["http://search.yahoo.com/mrss", "media"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://rssnamespace.org/feedburner/ext/1.0", "feedburner"],
])

/** Deeper nesting than this is broken or hostile. */
const DEEPEST = 200
/** After each piece it is seen whether to go on: in deep nesting the parser's work grows with the square. */
const PIECE = 65_536

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlElement | string)[]
  readonly base: string | undefined
  readonly language: string | undefined
  readonly spaces: Spaces
}

/** Namespaces by prefix; an element's stand on those around it, so that nothing is copied from element to element. */
type Spaces = Readonly<Record<string, string | undefined>>
const NO_SPACES: Spaces = Object.freeze(Object.create(null))

/**
 * Takes an XML document apart, forgiving what feeds often get wrong. Nothing outside the document is fetched, no entity but
 * XML's own is replaced, declared ones are passed over. Linear in the text.
 * @example parseXml("<a>x<b/></a>").root.children[0] // => "x"
 */
export function parseXml(text: string, address?: string): XmlDocument {
  const stack: Open[] = []
  let root: XmlElement | undefined
  let unclosed: string | undefined
  let tooDeep = false
  let hasEnded = false
  const parser = new (markupParser())(
    {
      onopentag(name, attributes) {
        if (stack.length >= DEEPEST) tooDeep = true
        if (tooDeep) return
        const element = open(name, attributes, stack.at(-1), address)
        stack.at(-1)?.children.push(element)
        stack.push(element)
        root ??= element
      },
      ontext(words) {
        const children = stack.at(-1)?.children
        if (!children) return
        if (typeof children.at(-1) === "string") children[children.length - 1] += words
        else children.push(words)
      },
      onclosetag(name) {
        // The end of the text closes what is open, from the inside out.
        if (hasEnded) unclosed ??= name
        stack.pop()
      },
    },
    { xmlMode: true },
  )
  for (let from = 0; from < text.length && !tooDeep; from += PIECE) parser.write(text.slice(from, from + PIECE))
  if (tooDeep) return { kind: "too-deep" }
  hasEnded = true
  parser.end()
  return root ? { kind: "root", root, unclosed } : { kind: "none" }
}

function open(
  written: string,
  attributes: Record<string, string>,
  parent: Open | undefined,
  address: string | undefined,
): Open {
  const spaces = withDeclared(parent?.spaces ?? NO_SPACES, attributes)
  const base = attributes["xml:base"]
  const language = attributes["xml:lang"] ?? parent?.language
  const outer = parent ? parent.base : address
  return {
    name: knownName(written, spaces),
    attributes: localAttributes(attributes),
    children: [],
    base: base === undefined ? outer : (resolveAddress(base, outer) ?? outer),
    language,
    spaces,
  }
}

function withDeclared(around: Spaces, attributes: Record<string, string>): Spaces {
  let spaces: Record<string, string | undefined> | undefined
  for (const name in attributes) {
    if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue
    spaces ??= Object.create(around) as Record<string, string | undefined>
    spaces[name.slice(6).toLowerCase()] = attributes[name]!
  }
  return spaces ?? around
}

function knownName(written: string, spaces: Spaces): string {
  const colon = written.indexOf(":")
  const prefix = colon < 0 ? "" : written.slice(0, colon).toLowerCase()
  const local = written.slice(colon + 1).toLowerCase()
  const space = spaces[prefix]?.trim().toLowerCase()
  const known = space === undefined ? undefined : SPACES.get(space)
  const usual = known ?? prefix
  return usual === "" ? local : `${usual}:${local}`
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  const local: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith("xmlns")) local[name.slice(name.indexOf(":") + 1).toLowerCase()] ??= value
  }
  return local
}

/** An address made whole; undefined where it is none. */
export function resolveAddress(address: string, base: string | undefined): string | undefined {
  return (URL.parse(address.trim(), base) ?? undefined)?.href
}

/** The first of the children with one of these names, in the order of the names. */
export function child(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    const found = childrenOf(element).find(each => each.name === name)
    if (found) return found
  }
  return undefined
}

/** The elements right inside an element, all or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = (element?.children ?? []).filter((each): each is XmlElement => typeof each !== "string")
  return name === undefined ? elements : elements.filter(each => each.name === name)
}

/** All text in an element, trimmed; undefined where there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined
  const gathered: string[] = []
  gather(element, gathered)
  return gathered.join("").trim() || undefined
}

function gather(element: XmlElement, into: string[]): void {
  for (const each of element.children) {
    if (typeof each === "string") into.push(each)
    else gather(each, into)
  }
}
