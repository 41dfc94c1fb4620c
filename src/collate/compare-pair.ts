import { isContent } from "../align/words.ts"
import type { Bead } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { VariantKind } from "../model/variant.ts"
import { type BeadPair, beadPair, type Draft, linkOfA, linkOfB, type Pair, type Rule } from "./pair.ts"
import { attribution } from "./rules/attribution.ts"
import { clauses } from "./rules/clauses.ts"
import { dates } from "./rules/dates.ts"
import { exchange } from "./rules/exchange.ts"
import { figures } from "./rules/figures.ts"
import { hedges } from "./rules/hedges.ts"
import { names } from "./rules/names.ts"
import { contrary, negation } from "./rules/polarity.ts"
import { quotations } from "./rules/quotations.ts"
import { roles } from "./rules/roles.ts"
import { spellings } from "./rules/spelling.ts"
import { credits, debris, missingSentences, order } from "./rules/whole.ts"
import { relationWords, replacedWords } from "./rules/words.ts"
import { closenessOf } from "./weight.ts"

// In this order: what a rule has accounted for, the next ones pass over.
const RULES: readonly Rule[] = [
  dates,
  figures,
  exchange,
  names,
  roles,
  contrary,
  negation,
  quotations,
  attribution,
  hedges,
  relationWords,
  replacedWords,
  spellings,
  clauses,
]

/** What else is known of the two witnesses being compared. */
export interface PairContext {
  /** The base is a fellow child of a lost text, so that either side may be the one that changed. */
  readonly fellows: boolean
  /** Sentences of the base that the witness has from another parent in other words; of the witness, that another parent explains. */
  readonly accountedA: (sentence: number) => boolean
  readonly accountedB: (sentence: number) => boolean
}

/** All differences of two aligned witnesses, typed. Costs the product of the tokens of each bead that is not verbatim. */
export function comparePair(pair: Pair, context: PairContext): Draft[] {
  const perBead = once(
    pair,
    [...pair.beads, ...titleBead(pair)]
      .filter(bead => !bead.verbatim)
      .flatMap(bead => compareBead(beadPair(pair, bead))),
  )
  return [
    ...corrected(perBead),
    ...missingSentences(pair, context.accountedA, context.accountedB),
    ...debris(pair, context.fellows),
    ...order(pair),
    ...credits(pair),
  ]
}

// Who puts more words than this in the place of others rewords; who puts fewer corrects.
const MOST_REPLACED = 2

/** A lone word put in the place of another is a change of detail where such are few in the pair: where there are many it was spun. */
function corrected(drafts: readonly Draft[]): Draft[] {
  const replaced = drafts.filter(({ kind }) => kind === "word-replaced").length
  return drafts.map(draft => (draft.lone && replaced <= MOST_REPLACED ? { ...draft, severity: "detail" } : draft))
}

/** A word changed wherever it stands is one variant, at its first place; the note says how many there are. */
function once(pair: Pair, drafts: readonly Draft[]): Draft[] {
  const words = ({ tokens }: Segmented, { first, end }: Range) => tokens.words.slice(first, end).join(" ")
  const groups = Map.groupBy(drafts, draft =>
    REPEATABLE.has(draft.kind) ? `${draft.kind} ${words(pair.a, draft.a)} > ${words(pair.b, draft.b)}` : draft,
  )
  return [...groups.values()].map(([first, ...others]) =>
    others.length === 0 ? first! : { ...first!, note: `${first!.note.slice(0, -1)}, in ${others.length + 1} places.` },
  )
}

const REPEATABLE: ReadonlySet<VariantKind> = new Set([
  "name-garbled",
  "name-replaced",
  "place-replaced",
  "organisation-replaced",
  "number-changed",
  "unit-changed",
  "date-changed",
  "sense-reversed",
  "spelling",
  "word-replaced",
])

function compareBead(pair: BeadPair): Draft[] {
  const drafts = RULES.flatMap(rule => [...rule(pair)])
  const all = isReworded(pair) ? [...drafts, reworded(pair)] : drafts
  return all.map(draft => ({ ...draft, closeness: closenessOf(pair, draft) }))
}

/** Whether words of content differ beyond what the rules have named. */
function isReworded(pair: BeadPair): boolean {
  const { rangeA, rangeB } = pair.links
  for (let i = rangeA.first; i < rangeA.end; i++) if (isContent(pair.a, i) && linkOfA(pair, i) < 0) return true
  for (let j = rangeB.first; j < rangeB.end; j++) if (isContent(pair.b, j) && linkOfB(pair, j) < 0) return true
  return pair.links.kindA.some(kind => kind > 1)
}

function reworded({ links, a, bead }: BeadPair): Draft {
  const isTitle = a.sentences[bead.a.first]!.role === "title"
  return {
    kind: "reworded",
    severity: "wording",
    note: isTitle ? "Another headline." : "Said in other words.",
    a: links.rangeA,
    b: links.rangeB,
  }
}

/** The two headlines, as one more bead. */
function titleBead({ a, b }: Pair): Bead[] {
  const titleOf = ({ sentences }: Segmented): Range | undefined => {
    const index = sentences.findIndex(sentence => sentence.role === "title")
    return index < 0 ? undefined : { first: index, end: index + 1 }
  }
  const left = titleOf(a)
  const right = titleOf(b)
  if (!left || !right) return []
  const words = ({ tokens, sentences }: Segmented, range: Range) => {
    const { first, end } = sentences[range.first]!.tokens
    return tokens.words.slice(first, end).join(" ")
  }
  return [{ a: left, b: right, similarity: 0.5, verbatim: words(a, left) === words(b, right) }]
}
