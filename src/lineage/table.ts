import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Span } from "../model/span.ts"
import type { Cluster } from "./clusters.ts"
import { collateColumns, NOTHING } from "./columns.ts"

/** Columns without a word of a text, one after the other, that make an omission rather than a change of wording. */
const OMISSION_WORDS = 5

/** A run of columns that the same witnesses have. */
export interface Stretch {
  /** For every witness of the family 1 where it has the stretch, else 0. */
  readonly readings: Uint8Array
  readonly words: number
  spanOf(witness: number): Span | undefined
}

/** The texts of a cluster's members, collated. */
export interface Table {
  /** For each member the tokens that are words, and the words. */
  readonly tokens: readonly (readonly number[])[]
  readonly texts: readonly (readonly string[])[]
  readonly columns: readonly (readonly number[])[]
  /** For each member and column 1 where it leaves out a whole stretch. */
  readonly omitted: readonly Uint8Array[]
  readonly stretches: readonly Stretch[]
}

/** Datelines and credits are not part of the wording: they come and go by other rules. */
const isCredit = ({ witness }: Segmented, start: number): boolean =>
  witness.creditLines.some(({ span }) => span.start <= start && start < span.end)

/** The words of one member's sentences of a cluster, as indexes of tokens. */
export function wordTokens(one: Segmented, sentences: readonly number[]): number[] {
  const made: number[] = []
  for (const index of sentences) {
    const { first, end } = one.sentences[index]!.tokens
    for (let at = first; at < end; at++)
      if (one.tokens.kinds[at] !== TOKEN.punctuation && !isCredit(one, one.tokens.starts[at]!)) made.push(at)
  }
  return made
}

/** The members of a cluster side by side. */
export function tabulate(segmented: readonly Segmented[], cluster: Cluster): Table {
  const { members } = cluster
  const tokens = members.map(m => wordTokens(segmented[m.witness]!, m.sentences))
  const texts = tokens.map((list, m) => list.map(at => segmented[members[m]!.witness]!.tokens.words[at]!))
  const columns = collateColumns(texts)
  const omitted = members.map((_, m) => omissions(columns, m))
  return { tokens, texts, columns, omitted, stretches: stretchesOf(segmented, cluster, tokens, columns, omitted) }
}

function omissions(columns: readonly (readonly number[])[], member: number): Uint8Array {
  const marks = new Uint8Array(columns.length)
  let start = 0
  for (let at = 0; at <= columns.length; at++) {
    if (at < columns.length && columns[at]![member] === NOTHING) continue
    if (at - start >= OMISSION_WORDS) marks.fill(1, start, at)
    start = at + 1
  }
  return marks
}

function stretchesOf(
  segmented: readonly Segmented[],
  { members }: Cluster,
  tokens: readonly (readonly number[])[],
  columns: readonly (readonly number[])[],
  omitted: readonly Uint8Array[],
): Stretch[] {
  const made: Stretch[] = []
  for (let first = 0, end = 0; first < columns.length; first = end) {
    end = first + 1
    while (end < columns.length && omitted.every(marks => marks[end] === marks[first])) end++
    const [from, until] = [first, end]
    const readings = new Uint8Array(segmented.length)
    for (const [m, { witness }] of members.entries()) readings[witness] = omitted[m]![first] ? 0 : 1
    const spanOf = (witness: number) => {
      const m = members.findIndex(member => member.witness === witness)
      return spanOver(
        segmented[witness]!,
        tokens[m]!,
        columns.slice(from, until).map(column => column[m]!),
      )
    }
    made.push({ readings, words: end - first, spanOf })
  }
  return made
}

/** From the first to the last of some words of a witness, given as indexes into its word tokens; undefined when it has none. */
export function spanOver(one: Segmented, tokens: readonly number[], indexes: readonly number[]): Span | undefined {
  const filled = indexes.filter(at => at !== NOTHING)
  if (filled.length === 0) return undefined
  const start = one.tokens.starts[tokens[Math.min(...filled)]!]!
  const end = one.tokens.ends[tokens[Math.max(...filled)]!]!
  return { start, end }
}
