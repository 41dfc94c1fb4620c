import type { CreditLine, Furniture } from "../model/report.ts"
import { detectLanguage } from "../text/language.ts"
import { agenciesIn } from "./agencies.ts"
import { creditedNames, usualCredit } from "./credits.ts"
import { outletHint } from "./furniture.ts"
import type { Unnamed } from "./identify.ts"
import type { Line } from "./lines.ts"
import { markLines } from "./marking.ts"
import type { Material } from "./material.ts"
import { titleOfText } from "./title.ts"

/** A report's text read for what news needs: furniture and credits marked, title and language told. */
export function toWitness(material: Material): Unnamed {
  const { text, marks: _, byline, credits: known = [], language: given, ...metadata } = material
  const { lines, furniture, creditLines } = markLines(material)
  const title = metadata.title ?? titleOfText(lines, line => startsCredit(creditLines, line))
  const hint = probableOutlet(text, furniture, metadata.outlet)
  const language = given ?? detectLanguage(text)
  return {
    ...metadata,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(hint === undefined ? {} : { probableOutlet: hint }),
    ...(language === undefined ? {} : { language }),
    credits: [...new Set([...known.map(usualCredit), ...bylineAgencies(byline), ...creditedNames(creditLines)])],
    creditLines,
    text,
    furniture,
  }
}

/** Agencies that sign a report in a byline given apart from its text. */
function bylineAgencies(byline: string | undefined): string[] {
  return byline === undefined ? [] : agenciesIn(byline.slice(0, 300)).map(({ name }) => name)
}

const startsCredit = (creditLines: readonly CreditLine[], line: Line) =>
  creditLines.some(({ span }) => span.start === line.start)

/** The outlet that furniture names, where nobody else does. An agency's copyright line says where the text comes from, not who shows it. */
function probableOutlet(text: string, furniture: readonly Furniture[], outlet: string | undefined): string | undefined {
  if (outlet !== undefined) return undefined
  for (const { span } of furniture) {
    const line = text.slice(span.start, span.end)
    const hint = agenciesIn(line).length === 0 ? outletHint(line) : undefined
    if (hint) return hint
  }
  return undefined
}
