import { type Contents, failed, inBatches } from "../contents.ts"
import { elementText, htmlText } from "../html-text.ts"
import { problem } from "../problems.ts"
import { child, childrenOf, textOf, type XmlElement } from "../xml.ts"
import { isNitf, type NitfText, readNitf } from "./nitf.ts"
import { type AgencyItem, datesOf, localCode, reportOfItem, statusOf } from "./report.ts"

const CARRIERS = new Set(["newsmessage", "newsitem", "packageitem", "nitf"])

/** Whether an XML document is NewsML-G2 or NITF. */
export const isAgencyXml = ({ name }: XmlElement): boolean => CARRIERS.has(name)

/**
 * The reports in NewsML-G2 (a news item, or a message with a set of them) or NITF: text, guid, version, status, signals, what it was
 * derived from, credits. `where` of a message's third item is `path#3`. An item without text is a problem. Linear.
 */
export function readNewsMl(root: XmlElement, where: string): AsyncGenerator<Contents> {
  return inBatches(where, items(root, where))
}

function* items(root: XmlElement, where: string): Generator<Contents> {
  if (root.name === "nitf") yield reportOfItem(ofNitf(readNitf(root)), where, undefined)
  else if (root.name === "newsitem") yield readItem(root, where)
  else {
    const found = childrenOf(root, "itemset").flatMap(set => childrenOf(set, "newsitem"))
    for (const [index, item] of found.entries()) yield readItem(item, `${where}#${index + 1}`)
    if (found.length === 0) yield failed(problem("no-text-field", where, "The message holds no news item."))
  }
}

function readItem(item: XmlElement, where: string): Contents {
  const [itemMeta, contentMeta] = [child(item, "itemmeta"), child(item, "contentmeta")]
  const body = bodyOf(child(item, "contentset"))
  const report: AgencyItem = {
    ...body,
    ...filledOver(ofMetadata(itemMeta, contentMeta), body),
    text: withDateline(body.text, textOf(child(contentMeta, "dateline"))),
    guid: item.attributes.guid,
    version: item.attributes.version,
    outlet: providerOf(itemMeta) ?? textOf(child(child(child(item, "rightsinfo"), "copyrightholder"), "name")),
    language: child(contentMeta, "language")?.attributes.tag ?? item.language,
  }
  return reportOfItem(report, where, localCode(codeOf(child(itemMeta, "itemclass"))))
}

function ofMetadata(itemMeta: XmlElement | undefined, contentMeta: XmlElement | undefined): AgencyItem {
  const bylines = childrenOf(contentMeta, "by").map(textOf)
  const creators = childrenOf(contentMeta, "creator").map(creator => textOf(child(creator, "name")))
  return {
    title: textOf(child(contentMeta, "headline")) ?? textOf(child(itemMeta, "title")),
    slug: textOf(child(contentMeta, "slugline")),
    byline: names(bylines) || names(creators) || undefined,
    ...datesOf(textOf(child(itemMeta, "firstcreated")), textOf(child(itemMeta, "versioncreated"))),
    status: statusOf(codeOf(child(itemMeta, "pubstatus"))),
    signals: present(childrenOf(itemMeta, "signal").map(signal => localCode(codeOf(signal)))),
    derivedFrom: derivedFrom(itemMeta),
    credits: [
      ...present(childrenOf(contentMeta, "creditline").map(textOf)),
      ...present(childrenOf(contentMeta, "infosource").map(nameOf)),
    ],
  }
}

/** What the metadata says goes before what the body says. */
function filledOver(metadata: AgencyItem, body: AgencyItem): AgencyItem {
  return Object.fromEntries(Object.entries(metadata).filter(([key, value]) => value !== undefined || !(key in body)))
}

const present = (values: readonly (string | undefined)[]): string[] => values.filter(value => value !== undefined)
const names = (values: readonly (string | undefined)[]): string => present(values).join(", ")
const codeOf = (element: XmlElement | undefined) => element?.attributes.qcode ?? element?.attributes.uri
const nameOf = (element: XmlElement): string | undefined =>
  textOf(child(element, "name")) ?? element.attributes.literal ?? codeOf(element)?.replace(/^[\w.-]{1,40}:(?!\/\/)/, "")

/** An address is no name. */
function providerOf(itemMeta: XmlElement | undefined): string | undefined {
  const provider = child(itemMeta, "provider")
  const name = provider && nameOf(provider)
  return name !== undefined && /^https?:/.test(name) ? undefined : name
}

/** Relations that say where the text comes from; others lead to pictures, packages, background. */
const DESCENT = new Set([
  "derivedfrom",
  "evolvedfrom",
  "previousversion",
  "translationof",
  "translatedfrom",
  "revisionof",
  "updateof",
  "sameas",
])

function derivedFrom(itemMeta: XmlElement | undefined): string[] {
  const links = childrenOf(itemMeta, "link").filter(({ attributes: { rel, reluri } }) =>
    DESCENT.has(localCode(rel ?? reluri) ?? ""),
  )
  const others = childrenOf(itemMeta, "derivedfrom")
  return [
    ...new Set(
      present(
        [...links, ...others].map(
          ({ attributes: { residref, guidref, href, qcode, uri } }) => residref ?? guidref ?? href ?? uri ?? qcode,
        ),
      ),
    ),
  ]
}

/** The first rendition of the content that is text. */
function bodyOf(contentSet: XmlElement | undefined): AgencyItem {
  for (const rendition of childrenOf(contentSet)) {
    const body =
      rendition.name === "inlinexml"
        ? inlineXml(rendition)
        : rendition.name === "inlinedata"
          ? inlineData(rendition)
          : {}
    if (body.text) return body
  }
  return {}
}

function inlineXml(rendition: XmlElement): AgencyItem {
  const [root] = childrenOf(rendition)
  if (!root) return { text: textOf(rendition) }
  return isNitf(root) ? ofNitf(readNitf(root)) : { text: elementText(root) }
}

function inlineData(rendition: XmlElement): AgencyItem {
  const text = textOf(rendition)
  return { text: text !== undefined && /html/i.test(rendition.attributes.contenttype ?? "") ? htmlText(text) : text }
}

function ofNitf({ dateline, ...nitf }: NitfText): AgencyItem {
  return { ...nitf, text: withDateline(nitf.text, dateline) }
}

/** A dateline given apart opens the text, as it does in print, unless it stands there already. */
function withDateline(text: string | undefined, dateline: string | undefined): string | undefined {
  if (!text || !dateline) return text
  const line = dateline.replace(/\s+/g, " ")
  return text.startsWith(line.slice(0, 12)) ? text : `${line}\n\n${text}`
}
