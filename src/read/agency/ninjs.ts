import type { Contents } from "../contents.ts"
import { htmlText } from "../html-text.ts"
import { type AgencyItem, datesOf, localCode, reportOfItem, statusOf } from "./report.ts"

type Fields = Readonly<Record<string, unknown>>

/** Whether a JSON object is a ninjs item: the IPTC's News in JSON, versions 1 to 3. */
export function isNinjs(fields: Fields): boolean {
  if (typeof fields.uri !== "string") return false
  return Object.keys(fields).some(key => /^(?:body_[a-z]+|bodies|headlines?|versioncreated|pubstatus)$/i.test(key))
}

/** The report that a ninjs item is. Its names are read in any case: versions differ in theirs. */
export function readNinjs(given: Fields, where: string): Contents {
  const fields: Fields = Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]))
  const item: AgencyItem = {
    text: bodyOf(fields),
    title: string(fields.headline) ?? byRole(fields.headlines, "main") ?? string(fields.title),
    outlet: string(fields.copyrightholder) ?? string(fields.provider) ?? string(fields.source),
    slug: string(fields.slugline) ?? string(fields.slug),
    byline: string(fields.byline) ?? string(fields.by),
    ...datesOf(string(fields.firstcreated), string(fields.versioncreated)),
    language: string(fields.language),
    guid: string(fields.uri),
    version: typeof fields.version === "number" ? String(fields.version) : string(fields.version),
    status: statusOf(string(fields.pubstatus)),
    signals: strings(fields.signal ?? fields.signals).map(code => localCode(code)!),
    derivedFrom: strings(fields.derivedfrom ?? fields.evolvedfrom),
    credits: [...strings(fields.creditline), ...strings(fields.infosources ?? fields.infosource)],
  }
  return reportOfItem(item, where, string(fields.type))
}

/** HTML first: the plain body often has lost its paragraphs. */
function bodyOf(fields: Fields): string | undefined {
  const bodies = records(fields.bodies)
  const html =
    string(fields.body_xhtml) ?? string(fields.body_html) ?? textIn(bodies.find(body => /html/i.test(kindOf(body))))
  if (html !== undefined) return htmlText(html)
  const other = Object.keys(fields).find(key => key.startsWith("body_"))
  return string(fields.body_text) ?? textIn(bodies[0]) ?? (other && string(fields[other]))
}

const kindOf = (body: Fields) =>
  Object.entries(body)
    .find(([key]) => key.toLowerCase() === "contenttype")?.[1]
    ?.toString() ?? ""
const textIn = (body: Fields | undefined) => string(body?.value)
const records = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter(each => typeof each === "object" && each !== null) : []
const string = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined)

function byRole(values: unknown, role: string): string | undefined {
  const all = records(values)
  return textIn(all.find(each => each.role === role) ?? all[0])
}

/** One text, several, or records with a name. */
function strings(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap(
    each =>
      string(each) ??
      string((each as Fields | null)?.name) ??
      string((each as Fields | null)?.uri) ??
      string((each as Fields | null)?.literal) ??
      [],
  )
}
