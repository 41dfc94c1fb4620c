import type { Tokens } from "../model/segmented.ts"
import { TAG, TOKEN } from "../model/segmented.ts"
import { mixedFraction } from "./number-words.ts"

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
const CLOCK = /^(?:am|pm|o'clock|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|eet|noon|midnight)$/
const LABEL =
  /^(?:article|section|chapter|page|room|gate|flight|route|highway|resolution|no|nos|number|phase|type|channel|paragraph|rule|act|scene|unit|block|exit|area|sector|district|precinct|apartment|apt|suite|formula|mark|bus|line|image|photo|slide|step|part|episode|volume|vol|version|season)$/
const IN_TIME =
  /^(?:in|since|until|till|by|from|to|before|after|during|of|and|through|between|early|late|mid|the|this|that|year|-|–|,|\()$/

/**
 * Whether the number at token `i` is (part of) a date, a time, a year, a score or a name ("Article 5", "F-16", "9/11")
 * and so counts nothing; gives the first token after it then. O(1).
 */
export function notCounting(tokens: Tokens, text: string, i: number, first: number): number | undefined {
  return (
    joined(tokens, i, first) ??
    clock(tokens, i) ??
    monthDay(tokens, text, i, first) ??
    year(tokens, i, first) ??
    label(tokens, text, i, first)
  )
}

const glued = (tokens: Tokens, i: number) => i > 0 && i < tokens.length && tokens.starts[i] === tokens.ends[i - 1]

/** Numbers chained by marks: 2:35, 9/11, 2022-07-19, 555-0123, 2-1, F-16. */
function joined(tokens: Tokens, i: number, first: number): number | undefined {
  const { words, kinds } = tokens
  if (mixedFraction(tokens, i) !== undefined) return undefined
  if (i - 2 >= first && glued(tokens, i) && /^[-–_/@.]$/.test(words[i - 1]!) && glued(tokens, i - 1)) {
    if (kinds[i - 2] === TOKEN.word && !MONTH.test(words[i - 2]!)) return i + 1
  }
  if (i - 1 >= first && (words[i - 1] === "#" || words[i - 1] === "@") && glued(tokens, i)) return i + 1
  let end = i + 1
  let links = 0
  let mark = ""
  while (kinds[i] === TOKEN.number && glued(tokens, end) && glued(tokens, end + 1) && kinds[end + 1] === TOKEN.number) {
    if (!/^[-–/:]$/.test(words[end]!)) break
    mark = words[end]!
    end += 2
    links++
  }
  if (links === 0) return undefined
  const rises = Number(words[end - 1]) > Number(words[i]) && words[i + 1]!.length > 0
  const isRange = links === 1 && /[-–]/.test(mark) && rises && !isYear(words[i]!)
  return isRange ? undefined : end
}

function clock(tokens: Tokens, i: number): number | undefined {
  const { words } = tokens
  for (const at of [i + 1, i + 3]) {
    if (at === i + 3 && !/^(?:[-–]|to|and)$/.test(words[i + 1] ?? "")) break
    const next = words[at] ?? ""
    if (CLOCK.test(next) || (/^[ap]$/.test(next) && words[at + 1] === "." && words[at + 2] === "m")) return at + 1
  }
  return /^\d{4}$/.test(words[i]!) && /^(?:hours|hrs|h)$/.test(words[i + 1] ?? "") && words[i]!.startsWith("0")
    ? i + 2
    : undefined
}

function isMonth(tokens: Tokens, text: string, i: number): boolean {
  return MONTH.test(tokens.words[i] ?? "") && /\p{Lu}/u.test(text[tokens.starts[i]!]!)
}

/** "July 19", "July 19-21, 2022", "19 July", "the 19th of July", "19-21 July". */
function monthDay(tokens: Tokens, text: string, i: number, first: number): number | undefined {
  const { words, kinds } = tokens
  let end = i + 1
  if (/^(?:st|nd|rd|th)$/.test(words[end] ?? "") && glued(tokens, end)) end++
  const before = words[i - 1] === "." ? i - 2 : i - 1
  if (before >= first && isMonth(tokens, text, before) && kinds[i] === TOKEN.number) {
    if (/^(?:[-–]|to|and)$/.test(words[end] ?? "") && /^\d{1,2}$/.test(words[end + 1] ?? "")) end += 2
    if (words[end] === "," && isYear(words[end + 1] ?? "")) end += 2
    return end
  }
  if (
    /^(?:[-–]|to)$/.test(words[end] ?? "") &&
    /^\d{1,2}$/.test(words[end + 1] ?? "") &&
    isMonth(tokens, text, end + 2)
  )
    end += 2
  if (words[end] === "of") end++
  if (!isMonth(tokens, text, end) || (kinds[i] !== TOKEN.number && words[end - 1] !== "of")) return undefined
  return isYear(words[end + 1] ?? "") ? end + 2 : end + 1
}

const isYear = (word: string) => /^(?:1[5-9]|20)\d\d$/.test(word)

/** A bare four-digit number after a word of time, or with no plural noun after it; decades ("1990s") always. */
function year(tokens: Tokens, i: number, first: number): number | undefined {
  const { words, tags, lemmas } = tokens
  if (/^\d+$/.test(words[i]!) && glued(tokens, i + 1) && words[i + 1] === "s") return i + 2
  if (!isYear(words[i]!)) return undefined
  const isPlural = tags[i + 1] === TAG.noun && words[i + 1] !== lemmas[i + 1]
  if (isPlural && !(i > first && IN_TIME.test(words[i - 1]!))) return undefined
  return /^(?:people|percent|%|million|billion)$/.test(words[i + 1] ?? "") ? undefined : i + 1
}

/** "Article 5", "No. 10", "Group of Seven", "Boeing 737", the "1." of a list. */
function label(tokens: Tokens, text: string, i: number, first: number): number | undefined {
  const { words, kinds, tags } = tokens
  if (i - 2 >= first && words[i - 1] === "of" && words[i - 2] === "group") return i + 1
  if (kinds[i] !== TOKEN.number) return undefined
  if (i === first && /^[.)]$/.test(words[i + 1] ?? "")) return i + 1
  const before = words[i - 1] === "." ? i - 2 : i - 1
  if (before < first) return undefined
  if (LABEL.test(words[before]!)) return i + 1
  const capital = /\p{Lu}/u.test(text[tokens.starts[before]!]!)
  const counts = tags[i + 1] === TAG.noun || tags[i + 1] === TAG.adjective || words[i + 1] === "%"
  return capital && before > first && tags[before] === TAG.name && !counts ? i + 1 : undefined
}
