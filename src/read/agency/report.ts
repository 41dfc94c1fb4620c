import type { PublishingStatus, Report } from "../../model/report.ts"
import { type Contents, failed } from "../contents.ts"
import { problem } from "../problems.ts"

/** What an agency's item says, whichever format it came in. */
export type AgencyItem = { readonly [K in keyof Report]: Report[K] | undefined }

/** The report that an item is, or why it is none. */
export function reportOfItem(item: AgencyItem, where: string, kind: string | undefined): Contents {
  const text = item.text?.trim()
  if (!text) return failed(noText(item, where, kind))
  const entries = Object.entries({ ...item, text, where }).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  )
  return { reports: [Object.fromEntries(entries) as Report], problems: [] }
}

function noText({ guid, status }: AgencyItem, where: string, kind: string | undefined) {
  const what =
    kind !== undefined && kind !== "text" ? `The item is of the kind “${kind}”, not text` : "The item holds no text"
  const name = guid === undefined ? "" : ` (${guid}${status === undefined || status === "usable" ? "" : `, ${status}`})`
  return problem("no-text-field", where, `${what}${name}.`)
}

/** `stat:canceled`, `canceled`, `http://cv.iptc.org/newscodes/pubstatusg2/withheld` … */
export function statusOf(code: string | undefined): PublishingStatus | undefined {
  const local = localCode(code)
  if (local === "canceled" || local === "cancelled") return "cancelled"
  return local === "usable" || local === "withheld" ? local : undefined
}

/** A code without its scheme: `correction` of `sig:correction`. */
export function localCode(code: string | undefined): string | undefined {
  return code?.slice(Math.max(code.lastIndexOf(":"), code.lastIndexOf("/"), code.lastIndexOf("#")) + 1).toLowerCase()
}

/** When a first version was made is when the text was published; when this one was, if later, when it was changed. */
export function datesOf(
  first: string | undefined,
  version: string | undefined,
): Pick<AgencyItem, "published" | "modified"> {
  const published = first ?? version
  return { published, modified: version === published ? undefined : version }
}
