import type { Problem } from "../model/problem.ts"
import type { Report, Witness } from "../model/report.ts"
import { identify, type Unnamed } from "./identify.ts"
import { placeOf, toMaterial } from "./material.ts"
import { toWitness } from "./witness.ts"

export { placeOf } from "./material.ts"

/**
 * Turns reports into witnesses: finds the article of a page, the credits, datelines and bylines, marks furniture, reads dates,
 * tells the language. Witnesses are sorted by id; neither they nor the problems depend on the order of the reports.
 * Pure and linear in the text, but for the search for a page's article.
 * @example extract([{ text: "KELDER BAY (AP) — The ferry sank." }]).witnesses[0].credits // => ["Associated Press"]
 */
export function extract(reports: readonly Report[]): { witnesses: Witness[]; problems: Problem[] } {
  const unnamed: Unnamed[] = []
  const problems: Problem[] = []
  for (const report of reports) {
    const made = extractOne(report)
    if (made.witness) unnamed.push(made.witness)
    for (const each of made.problems) problems.push(each)
  }
  return { witnesses: identify(unnamed), problems: problems.sort(byPlace) }
}

/** The witness of one report before it has its id, and what was wrong with it. */
export function extractOne(report: Report): { witness?: Unnamed; problems: Problem[] } {
  const { material, problems } = toMaterial(report)
  if (!material) return { problems }
  const witness = toWitness(material)
  return { witness, problems: [...problems, ...doubtsOf(witness, placeOf(report))] }
}

/** Fewer words than this say too little to be compared; where words are not spaced, letters are counted. */
const FEWEST_WORDS = 5
const FEWEST_LETTERS = 20

/** What stands against a witness: too few words, another language than English, its sender's word that it is not to be used. */
export function doubtsOf(
  { text, language, status }: Pick<Witness, "text" | "language" | "status">,
  where: string,
): Problem[] {
  const found: Problem[] = []
  if (status === "cancelled" || status === "withheld") {
    const done = status === "cancelled" ? "withdrew the report (cancelled)" : "holds the report back (withheld)"
    found.push({ code: "withdrawn", where, message: `Its sender ${done}; it is compared and counted like any other.` })
  }
  if (isTooShort(text)) found.push({ code: "too-short", where, message: "Too short to be compared with anything." })
  if (language !== undefined && !/^en\b/i.test(language)) {
    const name = language === "und" ? "in a language Hearsay does not know" : `in the language "${language}"`
    found.push({
      code: "language-unsupported",
      where,
      message: `The report is ${name}: copies and families are found, typed changes and claims only in part.`,
    })
  }
  return found
}

function isTooShort(text: string): boolean {
  const head = text.slice(0, 1000)
  return isFewer(head, /\S*\p{L}\S*/gu, FEWEST_WORDS) && isFewer(head, /\p{L}/gu, FEWEST_LETTERS)
}

function isFewer(text: string, pattern: RegExp, than: number): boolean {
  let count = 0
  for (const _ of text.matchAll(pattern)) if (++count === than) return false
  return true
}

function byPlace(a: Problem, b: Problem): number {
  const keys = [a, b].map(({ where, code, message }) => `${where}\u0000${code}\u0000${message}`) as [string, string]
  return keys[0] < keys[1] ? -1 : keys[0] > keys[1] ? 1 : 0
}
