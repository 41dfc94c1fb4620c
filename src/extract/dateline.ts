import type { CreditLine } from "../model/report.ts"
import { agenciesIn } from "./agencies.ts"
import type { Line } from "./lines.ts"

const UPPER_WORD = "\\p{Lu}[\\p{Lu}.'’-]+"
const UPPER_PLACE = `${UPPER_WORD}(?: (?:${UPPER_WORD}|\\p{Lu}|de|of|and|el|al)){0,4}(?:/${UPPER_WORD}(?: ${UPPER_WORD}){0,2}){0,2}`
const CAPITAL_WORD = "\\p{Lu}[\\p{L}.'’-]+"
const ANY_PLACE = `${CAPITAL_WORD}(?: ${CAPITAL_WORD}){0,3}(?:/${CAPITAL_WORD})?(?: \\[${CAPITAL_WORD}(?: ${CAPITAL_WORD}){0,2}\\])?`
const REGION = `(?:, (?:\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,2}))?`
const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?"
const DAY = `(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:, \\d{4}| \\d{4})?)`
const AGENCY = "\\(([^()]{2,60})\\)"
const LONG_DASH = `\\s?[—–―](?=[\\s\\p{Lu}"“'‘])`
/** A hyphen also joins words, so it counts only before a space. */
const HYPHEN = "\\s?--?(?=\\s)"
const SEPARATOR = `(?:${LONG_DASH}|${HYPHEN}|:(?=\\s))`

/** A shape of dateline, with the groups place and agency. `unknown`: an agency that nobody knows is believed in it. */
interface Shape {
  readonly pattern: RegExp
  /** What must stand on the line. */
  readonly needs: "bracket" | "dash"
  readonly unknown: boolean
}

/** A place in small letters needs an agency or a day to count. */
const SHAPES: readonly Shape[] = [
  {
    unknown: true,
    needs: "bracket",
    pattern: new RegExp(`^(${UPPER_PLACE}${REGION})${DAY}? ?${AGENCY} ?${SEPARATOR}`, "u"),
  },
  { unknown: false, needs: "bracket", pattern: new RegExp(`^(${UPPER_PLACE}${REGION})${DAY}? ?${AGENCY}(?=\\s)`, "u") },
  {
    unknown: true,
    needs: "bracket",
    pattern: new RegExp(`^(${ANY_PLACE}${REGION})${DAY} ?${AGENCY} ?${SEPARATOR}`, "u"),
  },
  { unknown: false, needs: "bracket", pattern: new RegExp(`^(${ANY_PLACE}${REGION}) ?${AGENCY} ?${SEPARATOR}`, "u") },
  {
    unknown: false,
    needs: "dash",
    pattern: new RegExp(`^(${UPPER_PLACE}${REGION})${DAY}?(?:${LONG_DASH}|${HYPHEN})()`, "u"),
  },
  {
    unknown: false,
    needs: "dash",
    pattern: new RegExp(`^(${ANY_PLACE}${REGION})${DAY}(?:${LONG_DASH}|${HYPHEN})()`, "u"),
  },
  { unknown: false, needs: "bracket", pattern: new RegExp(`^()${AGENCY} ?${SEPARATOR}`, "u") },
]

/** Words in capitals before a dash that are no place. */
const NO_PLACE =
  /^(?:BREAKING|LIVE|UPDATED?|UPDATE \d|WATCH|VIDEO|AUDIO|EXCLUSIVE|OPINION|ANALYSIS|COMMENT|FILE|PHOTOS?|CORRECTS?|CORRECTION|READ|RELATED|MORE|NEW|JUST IN|EXPLAINER|FACTBOX|TIMELINE|NOTE|Q|A|FACT CHECK|PREVIEW|REVIEW|PODCAST|BRIEF|WRAPUP|URGENT|ALERT|MUST|STORY|HEADLINES?|SUMMARY|THE|BY|COVID|TV|PROFILE|INTERVIEW|FEATURE|EDITORIAL|SPECIAL|ADVISORY|DEVELOPING|LATEST|TOP|WHAT|WHY|HOW|WHO|WHEN|NO|YES|I)\b/

/**
 * The dateline that a line opens with: its place (`Tehran, Iran`) and, where brackets name one, the agency. The span of the
 * dateline reaches over the dash. An agency nobody knows counts as written in the brackets, or in the full form that
 * `fullNames` has for it.
 * @example
 * extract([{ text: "KELDER BAY (Reuters) — The ferry sank." }]).witnesses[0].creditLines.map(({ kind }) => kind)
 * // => ["dateline", "agency"]
 */
export function findDateline(line: Line, fullNames: ReadonlyMap<string, string>): CreditLine[] {
  const head = line.text.slice(0, 160)
  const has = { bracket: head.includes("("), dash: /[—–―-]/.test(head) }
  if (!/^[\p{Lu}(]/u.test(head)) return []
  for (const { pattern, unknown, needs } of SHAPES) {
    const match = has[needs] ? pattern.exec(head) : null
    if (!match) continue
    const [whole, place = "", bracketed = ""] = match
    const agencies = bracketed
      ? agencyCredits(bracketed, line, whole.lastIndexOf(`(${bracketed})`) + 1, fullNames, unknown)
      : []
    if (NO_PLACE.test(place) || (bracketed && agencies.length === 0)) continue
    const span = { start: line.start, end: line.start + whole.trimEnd().length }
    return place ? [{ kind: "dateline", name: properCase(place), span }, ...agencies] : agencies
  }
  return []
}

function agencyCredits(
  bracketed: string,
  line: Line,
  offset: number,
  fullNames: ReadonlyMap<string, string>,
  unknown: boolean,
): CreditLine[] {
  const spanOf = (start: number, end: number) => ({
    start: line.start + offset + start,
    end: line.start + offset + end,
  })
  // What the text itself says a short form stands for comes before what it usually stands for.
  const explained = fullNames.get(bracketed)
  const known = explained === undefined ? agenciesIn(bracketed) : []
  if (known.length > 0) {
    return known.map(({ name, start, end }) => ({ kind: "agency", name, span: spanOf(start, end) }))
  }
  if (explained === undefined && !(unknown && isAgencyLike(bracketed))) return []
  const name = explained ?? bracketed
  return [{ kind: "agency", name, span: spanOf(0, bracketed.length) }]
}

/** A short name in brackets: one to three words that begin with capitals, and no day. */
function isAgencyLike(bracketed: string): boolean {
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(bracketed)) return false
  return /^(?:the )?\p{Lu}[\p{L}\p{N}.&'’/-]*(?: \p{Lu}[\p{L}\p{N}.&'’/-]*){0,3}$/u.test(bracketed)
}

/** "TEHRAN, Iran" as "Tehran, Iran"; words that are not all capitals stay. */
function properCase(place: string): string {
  return place.replace(/\p{Lu}[\p{Lu}'’]+/gu, word => word[0] + word.slice(1).toLowerCase())
}
