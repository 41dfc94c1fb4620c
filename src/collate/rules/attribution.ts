import type { Quotation, Segmented } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { BODIES, OFFICES } from "../../text/bodies.ts"
import { placeSense } from "../../text/places.ts"
import { accordingTo, closingSpeaker, isSaying, openingSpeaker } from "../../text/saying.ts"
import { type BeadPair, type Draft, gapInB, inside, linkOfA, linkOfB, quote, type Rule, use } from "../pair.ts"

// What ministers and secretaries are of.
const FIELDS = new Set(
  "prime,deputy,vice,health,interior,finance,foreign,defence,defense,justice,transport,trade,education,labour,labor,energy,home,state,general,public,secretary,attorney,member,mr,mrs,ms,dr".split(
    ",",
  ),
)

interface Attributed {
  readonly speaker: Range
  readonly verb: number
}

/** Who is said to have said it: dropped, added, or somebody else. */
export const attribution: Rule = pair => {
  const left = attributions(pair.a, pair.links.rangeA, pair.bead.a)
  const right = attributions(pair.b, pair.links.rangeB, pair.bead.b)
  const draft = speakerChanged(pair) ?? oneSided(pair, left, right)
  if (!draft) return []
  use(pair, draft)
  return [draft]
}

function attributions(side: Segmented, range: Range, sentences: Range): Attributed[] {
  const found: Attributed[] = []
  for (let s = sentences.first; s < sentences.end; s++) {
    const { first, end } = side.sentences[s]!.tokens
    const said = closingSpeaker(side.tokens, first, end) ?? openingSpeaker(side.tokens, first, end)
    if (said && inside(range, said.speaker)) found.push(said)
  }
  return found
}

/** Both sides quote the same words and name different people for them. */
function speakerChanged(pair: BeadPair): Draft | undefined {
  for (const quotation of pair.a.quotations) {
    if (!inside(pair.links.rangeA, quotation.tokens)) continue
    const other = pair.b.quotations.find(
      candidate => inside(pair.links.rangeB, candidate.tokens) && quotesSame(pair, quotation, candidate),
    )
    if (!other || !differ(quotation.speakerName, other.speakerName)) continue
    const note = `The words are given to another speaker: ${quotation.speakerName}, ${other.speakerName}.`
    return {
      kind: "speaker-changed",
      severity: "sense",
      note,
      a: speakerTokens(pair.a, quotation),
      b: speakerTokens(pair.b, other),
    }
  }
  return undefined
}

function quotesSame(pair: BeadPair, a: Quotation, b: Quotation): boolean {
  let linked = 0
  for (let i = a.tokens.first; i < a.tokens.end; i++) {
    const j = linkOfA(pair, i)
    if (j >= b.tokens.first && j < b.tokens.end) linked++
  }
  return linked >= 0.5 * Math.min(a.tokens.end - a.tokens.first, b.tokens.end - b.tokens.first)
}

/** Two names of people that share no word ("the minister" and "Okely" may be one). */
function differ(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const capitals = (name: string) =>
    name
      .split(/[\s\u00a0]+/u)
      .filter(word => /^\p{Lu}/u.test(word))
      .map(word => word.toLowerCase())
      .filter(word => !OFFICES.has(word) && !BODIES.has(word) && !FIELDS.has(word))
      // "the Chinese journalist" is not a name.
      .filter(word => placeSense(word)?.as !== "adjective")
  const namesA = capitals(a)
  const namesB = capitals(b)
  if (namesA.length === 0 || namesB.length === 0) return false
  const alike = (x: string, y: string) =>
    x === y || (x.slice(0, 2) === y.slice(0, 2) && Math.abs(x.length - y.length) <= 2) || x.slice(-3) === y.slice(-3)
  return !namesA.some(x => namesB.some(y => alike(x, y)))
}

function speakerTokens(side: Segmented, quotation: Quotation): Range {
  const speaker = quotation.speaker
  if (!speaker) return quotation.tokens
  const tokens = side.tokens
  let first = quotation.tokens.first
  while (first > 0 && tokens.starts[first]! > speaker.start) first--
  while (first < tokens.length - 1 && tokens.starts[first]! < speaker.start) first++
  let end = first + 1
  while (end < tokens.length && tokens.starts[end]! < speaker.end) end++
  return { first, end }
}

function oneSided(pair: BeadPair, left: readonly Attributed[], right: readonly Attributed[]): Draft | undefined {
  if (left.length > 0 && right.length === 0 && !anySaying(pair.b, pair.links.rangeB)) {
    const said = left.find(({ verb, speaker }) => linkOfA(pair, verb) < 0 && linkOfA(pair, speaker.end - 1) < 0)
    if (!said) return undefined
    const a = over(said)
    return {
      kind: "attribution-dropped",
      severity: "detail",
      note: `Who says so is dropped: ${quote(pair.a, a)}.`,
      a,
      b: gapInB(pair, a.first),
    }
  }
  if (right.length > 0 && left.length === 0 && !anySaying(pair.a, pair.links.rangeA)) {
    const said = right.find(({ verb, speaker }) => linkOfB(pair, verb) < 0 && linkOfB(pair, speaker.end - 1) < 0)
    if (!said) return undefined
    const b = over(said)
    return {
      kind: "attribution-added",
      severity: "detail",
      note: `Who says so is added: ${quote(pair.b, b)}.`,
      a: { first: pair.links.rangeA.end, end: pair.links.rangeA.end },
      b,
    }
  }
  return undefined
}

function over({ speaker, verb }: Attributed): Range {
  return { first: Math.min(speaker.first, verb), end: Math.max(speaker.end, verb + 1) }
}

function anySaying(side: Segmented, range: Range): boolean {
  for (let t = range.first; t < range.end; t++)
    if (isSaying(side.tokens, t) || accordingTo(side.tokens, t, range.end)) return true
  return false
}
