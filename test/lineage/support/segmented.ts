import type { CreditLine, Witness } from "../../../src/model/report.ts"
import type { Flaw, Segmented, Sentence, Tokens } from "../../../src/model/segmented.ts"

/** What a test says of a report: its sentences, and what is known of it. */
export interface PlainReport {
  readonly id: string
  readonly sentences: readonly string[]
  readonly title?: string
  readonly outlet?: string
  readonly url?: string
  readonly published?: string
  readonly credit?: string
  /** Indexes into `sentences` of those that are broken in themselves. */
  readonly broken?: readonly number[]
}

/** A report as the segment stage would hand it on, with the sentences as they are given. */
export function segmentedOf(report: PlainReport): Segmented {
  const lines: { text: string; role: Sentence["role"]; gap: string }[] = []
  if (report.title !== undefined) lines.push({ text: report.title, role: "title", gap: "\n\n" })
  if (report.credit !== undefined) lines.push({ text: report.credit, role: "credit", gap: "\n\n" })
  for (const sentence of report.sentences) lines.push({ text: sentence, role: "body", gap: " " })
  let text = ""
  const sentences: Sentence[] = []
  const tokens = { starts: [] as number[], ends: [] as number[], words: [] as string[], kinds: [] as number[] }
  for (const line of lines) {
    const start = text.length
    const first = tokens.words.length
    for (const match of line.text.matchAll(/[\p{L}\p{N}'’-]+|[^\s]/gu)) {
      tokens.starts.push(start + match.index)
      tokens.ends.push(start + match.index + match[0].length)
      tokens.words.push(match[0].toLowerCase())
      tokens.kinds.push(/[\p{L}\p{N}]/u.test(match[0]) ? 0 : 2)
    }
    text += line.text
    const range = { first, end: tokens.words.length }
    sentences.push({ span: { start, end: text.length }, tokens: range, paragraph: 0, role: line.role })
    text += line.gap
  }
  const offset = sentences.length - report.sentences.length
  const flaws = (report.broken ?? []).map((index): Flaw => {
    const span = (sentences[offset + index] as Sentence).span
    return { span, sentence: offset + index, kind: "fragment", note: "sentence without a verb" }
  })
  return {
    witness: witnessOf(report, text, sentences),
    tokens: tokensOf(tokens),
    sentences,
    quotations: [],
    attributions: [],
    quoted: [],
    figures: [],
    names: [],
    flaws,
  }
}

function witnessOf(report: PlainReport, text: string, sentences: readonly Sentence[]): Witness {
  const line = sentences.find(s => s.role === "credit")
  const creditLines: CreditLine[] =
    line && report.credit ? [{ kind: "agency", name: report.credit, span: line.span }] : []
  const { id, title, outlet, url, published } = report
  const known = Object.fromEntries(Object.entries({ title, outlet, url, published }).filter(([, v]) => v !== undefined))
  return { id, where: id, credits: creditLines.map(c => c.name), creditLines, text, furniture: [], ...known }
}

function tokensOf(t: { starts: number[]; ends: number[]; words: string[]; kinds: number[] }): Tokens {
  return {
    length: t.words.length,
    starts: Int32Array.from(t.starts),
    ends: Int32Array.from(t.ends),
    kinds: Uint8Array.from(t.kinds),
    tags: new Uint8Array(t.words.length),
    words: t.words,
    lemmas: t.words,
  }
}
