import { LINK } from "../../align/likeness.ts"
import type { Name, Segmented } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import type { VariantKind } from "../../model/variant.ts"
import { LEGAL_FORMS } from "../../text/bodies.ts"
import { placeSense } from "../../text/places.ts"
import { type NameDifference, nameDifference } from "../names.ts"
import { type BeadPair, type Draft, inside, isUsedA, linkKind, linkOfA, quote, type Rule, use } from "../pair.ts"
import { closenessOf } from "../weight.ts"
import { isShortFor } from "../word-forms.ts"
import { isSubject } from "./clause.ts"
import { isCode, isPlainWord, isRowLabel } from "./name-forms.ts"
import { isSpelling } from "./spelling.ts"

const RANKS = new Set([
  "general",
  "public",
  "chief",
  "senior",
  "deputy",
  "vice",
  "acting",
  "former",
  "first",
  "prime",
  "high",
])

const KIND_REPLACED: Record<Name["kind"], VariantKind> = {
  person: "name-replaced",
  place: "place-replaced",
  organisation: "organisation-replaced",
  other: "name-replaced",
}

/** Names spelled otherwise, garbled, or replaced by other names. */
export const names: Rule = pair => {
  const drafts: Draft[] = []
  for (const name of pair.a.names) {
    if (!inside(pair.links.rangeA, name.tokens) || isUsedA(pair, name.tokens.first)) continue
    if (isRowLabel(pair.a, name.tokens)) continue
    const draft = compareName(pair, name)
    if (!draft) continue
    drafts.push(draft)
    use(pair, draft)
  }
  return drafts
}

function compareName(pair: BeadPair, name: Name): Draft | undefined {
  const changed: number[] = []
  let kept = 0
  for (let i = name.tokens.first; i < name.tokens.end; i++) {
    const j = linkOfA(pair, i)
    if (j < 0) continue
    const kind = linkKind(pair, i)
    if (kind === LINK.same || kind === LINK.form || (kind === LINK.near && areOnePlace(pair, i, j))) kept++
    else if (isInName(pair.b, j)) changed.push(i)
  }
  if (changed.length === 0) return undefined
  const a = { first: changed[0]!, end: changed.at(-1)! + 1 }
  const fellows = changed.map(i => linkOfA(pair, i)).sort((x, y) => x - y)
  const b = { first: fellows[0]!, end: fellows.at(-1)! + 1 }
  if (b.end - b.first > a.end - a.first + 2 || isCode(pair.a, a) !== isCode(pair.b, b)) return undefined
  const differences = changed.map(i => differenceOf(pair, i, linkOfA(pair, i)))
  if (differences.every(difference => difference === "same") || isSamePlaceInFull(pair, name, b)) return undefined
  return describe(pair, name, a, b, differences, kept, changed)
}

function differenceOf(pair: BeadPair, i: number, j: number): NameDifference {
  const [a, b] = [word(pair.a, i), word(pair.b, j)]
  if (isShortFor(a.toLowerCase(), b.toLowerCase())) return "same"
  return nameDifference(a, b)
}

function areOnePlace(pair: BeadPair, i: number, j: number): boolean {
  const sense = placeSense(pair.a.tokens.words[i]!)
  return sense !== undefined && sense.country === placeSense(pair.b.tokens.words[j]!)?.country
}

/** "United States", "U.S.": one country in two words and in one. */
function isSamePlaceInFull(pair: BeadPair, name: Name, b: Range): boolean {
  const words = ({ tokens }: Segmented, { first, end }: Range) => tokens.words.slice(first, end).join(" ")
  const fellow = pair.b.names.find(other => inside(other.tokens, b) || inside(b, other.tokens))
  const sense = placeSense(words(pair.a, name.tokens))
  return sense !== undefined && sense.country === placeSense(words(pair.b, fellow?.tokens ?? b))?.country
}

function describe(
  pair: BeadPair,
  name: Name,
  a: Range,
  b: Range,
  differences: readonly string[],
  kept: number,
  changed: readonly number[],
): Draft | undefined {
  const both = `${quote(pair.a, a)}, ${quote(pair.b, b)}`
  if (!differences.includes("other")) {
    return isGarbled(pair, a, b, differences, kept)
      ? { kind: "name-garbled", severity: "detail", note: `A name is garbled: ${both}.`, a, b }
      : { kind: "spelling", severity: "form", note: `Another spelling of a name: ${both}.`, a, b }
  }
  // "Prosecutor General", "Public Prosecutor": words of a title, not names.
  if (
    kept > 0 &&
    changed.every(i => RANKS.has(pair.a.tokens.words[i]!) && RANKS.has(pair.b.tokens.words[linkOfA(pair, i)]!))
  )
    return undefined
  if (a.end - a.first === 1 && isPlainWord(pair.a, a.first) && isPlainWord(pair.b, b.first)) return undefined
  if (kept === 0 && !touches(pair, a, b) && !arePlaces(pair, changed)) return undefined
  if (isKnown(pair.a, pair.b, b) && isSubject(pair.a, a) && isSubject(pair.b, b))
    return { kind: "role-changed", severity: "sense", note: `It is said of another: ${both}.`, a, b }
  const fellow = pair.b.names.find(other => inside(other.tokens, b))
  const kind = KIND_REPLACED[name.kind !== "other" ? name.kind : (fellow?.kind ?? "other")]
  return { kind, severity: "detail", note: `Another name stands here: ${both}.`, a, b }
}

// In words that agree this closely nobody spells a name anew: it was mistyped, or put right.
const COPIED = 0.9

function isGarbled(pair: BeadPair, a: Range, b: Range, differences: readonly string[], kept: number): boolean {
  const [x, y] = [pair.a.tokens.words[a.first]!, pair.b.tokens.words[b.first]!]
  if (kept === 0 && a.end - a.first === 1 && (isPlainWord(pair.a, a.first) || isPlainWord(pair.b, b.first)))
    return false
  return differences.includes("garbled") || (closenessOf(pair, { a, b }) >= COPIED && !isSpelling(x, y))
}

/** Whether a name of `from` is spoken of in `side` as well, so that it has been moved rather than brought in. */
function isKnown(side: Segmented, from: Segmented, range: Range): boolean {
  const last = from.tokens.words[range.end - 1]!
  if (LEGAL_FORMS.has(last)) return false
  return side.names.some(name => side.tokens.words[name.tokens.end - 1] === last)
}

/** Whether the words before both are linked, or those behind both: the one stands in the other's place. */
function touches(pair: BeadPair, a: Range, b: Range): boolean {
  return linkOfA(pair, a.first - 1) === b.first - 1 || linkOfA(pair, a.end) === b.end
}

const arePlaces = (pair: BeadPair, changed: readonly number[]) =>
  changed.every(i => placeSense(pair.a.tokens.words[i]!) && placeSense(pair.b.tokens.words[linkOfA(pair, i)]!))

function isInName({ names: all }: Segmented, t: number): boolean {
  return all.some(name => t >= name.tokens.first && t < name.tokens.end)
}

function word({ witness, tokens }: Segmented, t: number): string {
  return witness.text.slice(tokens.starts[t]!, tokens.ends[t]!)
}
