import type { Segmented } from "../model/segmented.ts"
import type { Place } from "../model/span.ts"
import { sameHouse } from "./credits.ts"
import type { Hint } from "./hint.ts"

/** What the order of versions is worth: of one outlet, and of different ones. */
const UPDATE = { ownHouse: 4, other: 0.2 } as const

/** How far into a text the marks of a version stand. */
const HEAD = 600

const MARKS: readonly { readonly pattern: RegExp; readonly rank: (number: string | undefined) => number }[] = [
  { pattern: /\bupdate\s?(\d{1,2})\b/i, rank: k => Number(k) },
  { pattern: /\b(\d{1,2})(?:st|nd|rd|th)\s+(?:writethru|lead|ld)\b/i, rank: k => Number(k) },
  { pattern: /\bwritethru\b/i, rank: () => 1 },
  { pattern: /\bcorrect(?:s|ed|ing|ion)\b/i, rank: () => 1 },
  { pattern: /\((?:adds|updates|recasts|refiles)\b/i, rank: () => 1 },
]

interface Version {
  readonly rank: number
  readonly place?: Place
}

/** Which version a text says it is; 0 when it says nothing. Marks count only in capitals, in brackets or with a number. */
function versionOf(one: Segmented): Version {
  const head = one.witness.text.slice(0, HEAD)
  let version: Version = { rank: 0 }
  for (const { pattern, rank } of MARKS) {
    const match = pattern.exec(head)
    if (!match) continue
    const own = rank(match[1])
    const span = { start: match.index, end: match.index + match[0].length }
    if (own > version.rank) version = { rank: own, place: { witness: one.witness.id, span } }
  }
  return version
}

/** A correction or a later version comes after the text it corrects. */
export function updateHints(segmented: readonly Segmented[]): Hint[] {
  const versions = segmented.map(versionOf)
  const hints: Hint[] = []
  for (const [parent, later] of versions.entries())
    for (const [child, earlier] of versions.entries()) {
      if (later.rank <= earlier.rank || !later.place) continue
      const [a, b] = [segmented[parent]!.witness.outlet, segmented[child]!.witness.outlet]
      const own = a !== undefined && b !== undefined && sameHouse(a, b)
      const { start, end } = later.place.span
      const mark = segmented[parent]!.witness.text.slice(start, end)
      const note = `{${parent}} says it is a later version ("${mark}"), {${child}} does not.`
      const cost = own ? UPDATE.ownHouse : UPDATE.other
      hints.push({ parent, child, scope: "above", cost, evidence: { kind: "update", note, places: [later.place] } })
    }
  return hints
}
