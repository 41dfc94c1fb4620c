import { elementText, htmlText } from "../html-text.ts"
import { childrenOf, textOf, type XmlElement } from "../xml.ts"

/** Text without white space at its edges; undefined where nothing is left. */
export const plainText = (text: string): string | undefined =>
  text.replace(/[\u0080-\u009f]/g, western).trim() || undefined

/** References such as `&#146;` mean Windows-1252 in practice, where Unicode has control characters. */
const western = (control: string) => new TextDecoder("windows-1252").decode(Uint8Array.of(control.charCodeAt(0)))

/**
 * The text of a title, summary or content, whatever it is written in: plain, escaped HTML, HTML in CDATA, inline XHTML, Base64.
 * Undefined where there is none or where it is not text.
 */
export function constructText(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined
  const { type = "", mode = "", src } = element.attributes
  if (src !== undefined && element.children.length === 0) return undefined
  const kind = type.toLowerCase().split(";")[0]!.trim()
  if (mode === "base64" || isBase64(kind)) return plainText(ofKind(kind, decodeBase64(textOf(element) ?? "")))
  if (kind === "xhtml" || kind === "application/xhtml+xml" || mode === "xml" || childrenOf(element).length > 0) {
    return plainText(elementText(element))
  }
  return plainText(ofKind(kind, textOf(element) ?? ""))
}

/** Atom lets content of any type but text and XML come in Base64. */
function isBase64(kind: string): boolean {
  return kind.includes("/") && !kind.startsWith("text/") && !/[+/]xml$/.test(kind)
}

const decodeBase64 = (text: string) => Buffer.from(text, "base64").toString("utf8")

/** RSS does not say whether a text is HTML; nearly all of it is, and plain text with nothing that looks like a tag is both. */
function ofKind(kind: string, text: string): string {
  if (kind === "text" || kind === "text/plain")
    return text
      .split("\n")
      .map(line => line.trim())
      .join("\n")
  return /[<&]/.test(text) ? htmlText(text) : text
}
