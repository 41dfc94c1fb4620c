import { elementText } from "../html-text.ts"
import { child, childrenOf, textOf, type XmlElement } from "../xml.ts"

/** The text of an NITF document and what its head says of it. */
export interface NitfText {
  readonly text: string | undefined
  readonly title: string | undefined
  readonly byline: string | undefined
  readonly dateline: string | undefined
}

/** Whether an element is an NITF document. */
export const isNitf = ({ name }: XmlElement): boolean => name === "nitf" || name === "nitf:nitf"

/** The parts of an NITF document: the paragraphs of its content with the line that closes it, headline, byline, dateline. */
export function readNitf(root: XmlElement): NitfText {
  const body = child(root, "body", "nitf:body")
  const head = child(body, "body.head", "nitf:body.head")
  const headline = child(head, "hedline", "nitf:hedline")
  const content = child(body, "body.content", "nitf:body.content") ?? body
  const closing = child(child(body, "body.end", "nitf:body.end"), "tagline", "nitf:tagline")
  const parts = [content && elementText(content), closing && elementText(closing)]
  return {
    text: parts.filter(Boolean).join("\n\n") || undefined,
    title: spaced(textOf(child(headline, "hl1", "nitf:hl1")) ?? textOf(child(child(root, "head"), "title"))),
    byline: spaced(
      childrenOf(head)
        .filter(({ name }) => /^(?:nitf:)?byline$/.test(name))
        .map(textOf)
        .join(", "),
    ),
    dateline: spaced(textOf(child(head, "dateline", "nitf:dateline"))),
  }
}

const spaced = (text: string | undefined) => text?.replace(/\s+/g, " ").trim() || undefined
