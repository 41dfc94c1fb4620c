import type { ArchivedReport } from "../model/archive.ts"
import type { Inherited, ReportPage } from "../model/desk.ts"
import type { Findings } from "../model/findings.ts"
import type { Kinship, SpanPair } from "../model/passage.ts"
import type { Witness } from "../model/report.ts"
import type { Span } from "../model/span.ts"
import type { Stemma } from "../model/stemma.ts"
import { straighten } from "../text/fold.ts"

/** A line, or a sentence of it. */
const PIECE = /\S[^\n.!?]*[.!?]*["”’»]*/g
const LEAST_WORDS = 3
/** Sources beside the parents of lost ones are searched for short sentences no further. */
const MOST_SEARCHED = 8

/** One report with what it has from others and what is its own. Costs its sentences times its sources. */
export function reportPage(report: ArchivedReport, witness: Witness, findings: Findings): ReportPage {
  const inherited = inheritedBy(witness, findings)
  const body = countWords(witness.text) - countIn(witness, witness.furniture)
  const taken = body <= 0 ? 0 : Math.min(1, countIn(witness, inherited) / body)
  const { kin } = report
  return {
    report,
    witness,
    inherited,
    shares: {
      inherited: taken,
      own: 1 - taken,
      longestRunWords: Math.max(0, ...kin.map(one => one.longestRunWords)),
      nearestCoverage: Math.max(0, ...kin.map(one => one.coverageHere)),
    },
  }
}

/** The stretches that stand in a text it was made from; where two sources have a stretch, the one with more in common counts. */
function inheritedBy(witness: Witness, { families, witnesses }: Findings): Inherited[] {
  const family = families[0]
  if (!family) return []
  const witnessById = new Map(witnesses.map(one => [one.id, one]))
  const sources = sourcesOf(witness, family.stemma, witnesses)
  const ranked = family.kinships
    .map(kinship => seenFrom(kinship, witness.id))
    .filter(one => one !== undefined && sources.has(one.other))
    .sort((x, y) => y!.coverage - x!.coverage || (x!.other < y!.other ? -1 : 1))
  const found: Inherited[] = []
  for (const one of ranked) {
    const there = witnessById.get(one!.other)!
    for (const { here, other } of one!.sentences) {
      if (found.some(({ span }) => span.start < here.end && here.start < span.end)) continue
      const isSame = plain(witness.text, here) === plain(there.text, other)
      found.push({ span: here, from: there.id, there: other, kind: isSame ? "verbatim" : "reworded" })
    }
  }
  const there = ranked.slice(0, MOST_SEARCHED).map(one => witnessById.get(one!.other)!)
  return [...found, ...wordForWord(witness, found, there)].sort((x, y) => x.span.start - y.span.start)
}

/**
 * Titles and sentences too short to be aligned that stand in a source word for word. `taken`: stretches that are known. O(text), times the sources for what
 * is left of it.
 */
function wordForWord(witness: Witness, taken: readonly Inherited[], sources: readonly Witness[]): Inherited[] {
  const known = [...taken, ...witness.furniture].map(({ span }) => span)
  const texts = sources.map(({ id, text }) => ({ id, text: straighten(text) }))
  return [...straighten(witness.text).matchAll(PIECE)].flatMap(({ 0: words, index }): Inherited[] => {
    const span = { start: index, end: index + words.length }
    if (countWords(words) < LEAST_WORDS || known.some(({ start, end }) => start < span.end && span.start < end))
      return []
    const from = texts.find(({ text }) => text.includes(words))
    if (from === undefined) return []
    const start = from.text.indexOf(words)
    return [{ span, from: from.id, there: { start, end: start + words.length }, kind: "verbatim" }]
  })
}

/**
 * The witnesses a text may have its words from: its parents; of a lost parent, those that come from it too. A text at the root has none. Where
 * the descent cannot be told, those that were published before it.
 */
function sourcesOf({ id, published }: Witness, stemma: Stemma, witnesses: readonly Witness[]): ReadonlySet<string> {
  if (stemma.undecided !== undefined)
    return new Set(witnesses.filter(one => one.published && published && one.published < published).map(one => one.id))
  const children = Map.groupBy(stemma.edges, edge => edge.parent)
  const lost = new Set(stemma.nodes.filter(({ kind }) => kind === "lost").map(node => node.id))
  const mine = below(id, children)
  const parents = stemma.edges.filter(({ child }) => child === id).map(({ parent }) => parent)
  const sources = parents.flatMap(parent => (lost.has(parent) ? [...below(parent, children)] : [parent]))
  return new Set(sources.filter(source => !mine.has(source) && !lost.has(source)))
}

/** A text and all that was made from it. */
function below(id: string, children: ReadonlyMap<string, readonly { readonly child: string }[]>): Set<string> {
  const found = new Set([id])
  for (const one of found) for (const { child } of children.get(one) ?? []) found.add(child)
  return found
}

interface Seen {
  readonly other: string
  readonly coverage: number
  readonly sentences: readonly { readonly here: Span; readonly other: Span }[]
}

function seenFrom({ a, b, coverage, passages }: Kinship, id: string): Seen | undefined {
  if (a !== id && b !== id) return undefined
  const turn = (pair: SpanPair) => (a === id ? { here: pair.a, other: pair.b } : { here: pair.b, other: pair.a })
  const sentences = passages.flatMap(passage => passage.sentences).map(turn)
  return { other: a === id ? b : a, coverage: a === id ? coverage.a : coverage.b, sentences }
}

const plain = (text: string, { start, end }: Span) =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

const countWords = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

const countIn = ({ text }: Witness, stretches: readonly { readonly span: Span }[]) =>
  stretches.reduce((sum, { span }) => sum + countWords(text.slice(span.start, span.end)), 0)
