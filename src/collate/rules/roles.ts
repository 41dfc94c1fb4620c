import { LINK } from "../../align/likeness.ts"
import { type Segmented, TAG, TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { areDifferentBodies, BODIES, LEGAL_FORMS, OFFICES } from "../../text/bodies.ts"
import { isDeed, wordRelation } from "../../text/lexicon/wordnet.ts"
import { placeSense } from "../../text/places.ts"
import { isSaying } from "../../text/saying.ts"
import {
  type BeadPair,
  type Draft,
  isUsedA,
  isUsedB,
  linkKind,
  linkOfA,
  linkOfB,
  quote,
  type Rule,
  single,
  use,
} from "../pair.ts"
import { isPassive, possessorOf, recipientOf, rolesOf, sentenceAt, subjectOf, verbGoverning, verbOf } from "./clause.ts"

const PERSONAL = new Set(["he", "she", "who"])

/**
 * Who did what to whom: for every word of doing or being that both sides have, compares who does it, to whom, and whose it is.
 * Speaks only when both sides name somebody and the two are not one; a part that one side leaves open is no difference.
 */
export const roles: Rule = pair => {
  const { rangeA } = pair.links
  const drafts: RoleDraft[] = []
  if (isShouted(pair.a, pair.bead.a) || isShouted(pair.b, pair.bead.b)) return drafts
  for (let i = rangeA.first; i < rangeA.end; i++) {
    const j = linkOfA(pair, i)
    if (j < 0 || linkKind(pair, i) === LINK.replaced) continue
    const draft = compareRoles(pair, i, j)
    if (!draft || drafts.some(other => overlaps(other.a, draft.a)) || isVerbatim(pair, draft)) continue
    drafts.push(draft)
    // Only the two who are named: the rest of the stretch may hold other differences.
    use(pair, { a: draft.whoA, b: draft.whoB })
  }
  return drafts
}

/** The same words on both sides, or the same actor, cannot say it of another: then only the reading of the sentence differs. */
function isVerbatim({ a, b }: BeadPair, { a: rangeA, b: rangeB, whoA, whoB }: RoleDraft): boolean {
  const words = ({ tokens }: Segmented, { first, end }: Range) => tokens.words.slice(first, end).join(" ")
  return words(a, rangeA) === words(b, rangeB) || words(a, whoA) === words(b, whoB)
}

/** A headline in capitals: which of its words are verbs and which are names cannot be told well enough. */
function isShouted({ witness, sentences }: Segmented, { first }: Range): boolean {
  const { span, role } = sentences[first]!
  return role === "title" && !/\p{Ll}/u.test(witness.text.slice(span.start, span.end))
}

/** A difference of roles, with the token that names the actor on each side. */
interface RoleDraft extends Draft {
  readonly whoA: Range
  readonly whoB: Range
}

function compareRoles(pair: BeadPair, i: number, j: number): RoleDraft | undefined {
  const tag = pair.a.tokens.tags[i]
  if (tag !== pair.b.tokens.tags[j]) return undefined
  if (tag === TAG.noun) return compareOwners(pair, i, j) ?? actorLost(pair, i, j)
  const acted = tag === TAG.verb && !isSaying(pair.a.tokens, i) ? compareActors(pair, i, j) : undefined
  return acted ?? (isPredicate(pair.a, i) && isPredicate(pair.b, j) ? compareSubjects(pair, i, j) : undefined)
}

/** The owner of a noun, or the nation that its adjective names. */
function ownerOf(side: Segmented, noun: number): number {
  const owner = possessorOf(side, noun)
  if (owner >= 0) return owner
  return placeSense(side.tokens.words[noun - 1] ?? "")?.as === "adjective" ? noun - 1 : -1
}

/** "The West waged a campaign" against "this campaign drags on": who does it is no longer said. */
function actorLost(pair: BeadPair, i: number, j: number): RoleDraft | undefined {
  const told = [
    { verb: verbGoverning(pair.a, i), side: pair.a, bare: verbOf(pair.b, j), link: (t: number) => linkOfA(pair, t) },
    { verb: verbGoverning(pair.b, j), side: pair.b, bare: verbOf(pair.a, i), link: (t: number) => linkOfB(pair, t) },
  ].find(({ verb, bare }) => verb >= 0 && bare >= 0)
  if (!told) return undefined
  if (!isDeed(pair.a.tokens.lemmas[i]!) || isSaying(told.side.tokens, told.verb)) return undefined
  const fellow = told.link(told.verb)
  const isSameDeed = fellow >= 0 && fellow !== told.bare
  const actor = subjectOf(told.side, told.verb)
  if (
    isSameDeed ||
    actor < 0 ||
    !isName(told.side, actor) ||
    possessorOf(pair.a, i) >= 0 ||
    possessorOf(pair.b, j) >= 0
  )
    return undefined
  const [a, b] =
    told.side === pair.a
      ? [spanOver(i, told.verb), spanOver(j, told.bare)]
      : [spanOver(i, told.bare), spanOver(j, told.verb)]
  const actorWord = quote(told.side, single(actor))
  const [whoA, whoB] = told.side === pair.a ? [single(actor), single(j)] : [single(i), single(actor)]
  return {
    kind: "role-changed",
    severity: "detail",
    note: `Only one side says who does it (${actorWord}): ${quote(pair.a, a)}, ${quote(pair.b, b)}.`,
    a,
    b,
    whoA,
    whoB,
  }
}

/** "Iran's occupation" against "Russia's occupation of Iran"; "a Peruvian patrol" against "an Ecuadorean patrol". */
function compareOwners(pair: BeadPair, i: number, j: number): RoleDraft | undefined {
  const ownerA = ownerOf(pair.a, i)
  const ownerB = ownerOf(pair.b, j)
  if (ownerA < 0 || ownerB < 0 || isMeasured(pair.a, ownerA) || isMeasured(pair.b, ownerB)) return undefined
  if (!isName(pair.a, ownerA) || !isName(pair.b, ownerB) || sameEntity(pair, ownerA, ownerB)) return undefined
  return roleDraft(pair, { first: ownerA, end: i + 1 }, { first: ownerB, end: j + 1 }, ownerA, ownerB)
}

/** "10,000 Canadian dollars": the nation belongs to the unit, nobody owns anything. */
function isMeasured({ tokens, figures }: Segmented, owner: number): boolean {
  return tokens.kinds[owner - 1] === TOKEN.number || figures.some(({ tokens: { end } }) => end === owner)
}

function compareActors(pair: BeadPair, i: number, j: number): RoleDraft | undefined {
  const a = rolesOf(pair.a, i)
  const b = rolesOf(pair.b, j)
  const doneB = concerned(pair.b, j, b.patient)
  const doneA = concerned(pair.a, i, a.patient)
  // "is faced with a choice", "faces a choice"
  const isWith = pair.a.tokens.words[i + 1] === "with" || pair.b.tokens.words[j + 1] === "with"
  const isTurned =
    !isWith &&
    ((canTurn(pair.b, j, b.agent) && doneB.some(done => turned(pair, a.agent, done))) ||
      (canTurn(pair.a, i, a.agent) && doneA.some(done => turned(pair, done, b.agent))) ||
      (doneB.some(done => sameHead(pair, a.agent, done)) && doneA.some(done => sameHead(pair, done, b.agent))))
  if (isTurned) {
    const left = spanOver(i, a.agent, a.patient)
    const right = spanOver(j, b.agent, b.patient)
    return roleDraft(pair, left, right, a.agent >= 0 ? a.agent : i, b.agent >= 0 ? b.agent : j)
  }
  return a.agent >= 0 && b.agent >= 0 ? compareHeads(pair, a.agent, b.agent, i, j) : undefined
}

/** "handling the car" names no actor and is no passive: it does not say that the car is handled by another. */
const canTurn = (side: Segmented, verb: number, agent: number) => agent >= 0 || isPassive(side, verb)

/** Whoever it is done to or given to. */
const concerned = (side: Segmented, verb: number, patient: number) => [patient, recipientOf(side, verb)]

/** One named actor that does it on one side and has it done to it on the other. */
function turned(pair: BeadPair, doer: number, done: number): boolean {
  return doer >= 0 && done >= 0 && isName(pair.a, doer) && isName(pair.b, done) && sameEntity(pair, doer, done)
}

/** The same noun or name, both given, and no measure: "five percent", "billion dollars" do nothing. */
const sameHead = (pair: BeadPair, a: number, b: number) =>
  a >= 0 && b >= 0 && !isFigure(pair.a, a) && !isFigure(pair.b, b) && sameEntity(pair, a, b)

const isFigure = ({ figures }: Segmented, t: number) =>
  figures.some(({ tokens: { first, end } }) => t >= first && t < end)

function compareSubjects(pair: BeadPair, i: number, j: number): RoleDraft | undefined {
  const subjectA = subjectOf(pair.a, i)
  const subjectB = subjectOf(pair.b, j)
  return subjectA >= 0 && subjectB >= 0 ? compareHeads(pair, subjectA, subjectB, i, j) : undefined
}

function compareHeads(pair: BeadPair, headA: number, headB: number, i: number, j: number): RoleDraft | undefined {
  if (sameEntity(pair, headA, headB) || isUsedA(pair, headA) || isUsedB(pair, headB)) return undefined
  if (areOtherActors(pair, headA, headB)) return roleDraft(pair, spanOver(i, headA), spanOver(j, headB), headA, headB)
  if (isNamedBefore(pair, headA, j) || isNamedBefore(pair, headB, i, true)) return undefined
  const kindA = actorKind(pair.a, headA)
  const kindB = actorKind(pair.b, headB)
  if (kindA === "unknown" || kindB === "unknown") return undefined
  const pronoun = kindA === "neuter" || kindB === "neuter" || kindA === "personal" || kindB === "personal"
  if (pronoun && !cannotBeOne(kindA, kindB)) return undefined
  if (!pronoun && !(isElsewhere(pair.b, headB, pair.a, headA) || isElsewhere(pair.a, headA, pair.b, headB)))
    return undefined
  return roleDraft(pair, spanOver(i, headA), spanOver(j, headB), headA, headB)
}

/** "The company would pay", "The ministry would pay": nouns for actors that are not one, where the other text speaks of both. */
function areOtherActors(pair: BeadPair, headA: number, headB: number): boolean {
  const a = pair.a.tokens.lemmas[headA]!
  const b = pair.b.tokens.lemmas[headB]!
  const isActor = (lemma: string) => BODIES.has(lemma) || OFFICES.has(lemma)
  if (pair.a.tokens.tags[headA] !== TAG.noun || pair.b.tokens.tags[headB] !== TAG.noun) return false
  if (!isActor(a) || !isActor(b) || wordRelation(a, b) === "same" || wordRelation(a, b) === "near") return false
  if (BODIES.has(a) && BODIES.has(b) && !areDifferentBodies(a, b)) return false
  return pair.a.tokens.lemmas.includes(b)
}

/** Whether the actor of one side stands before the verb of the other as well ("the union's leader, Bryony Askew, accused"). */
function isNamedBefore(pair: BeadPair, head: number, verb: number, turnedRound = false): boolean {
  const side = turnedRound ? pair.a : pair.b
  const from = Math.max(sentenceAt(side, verb).first, verb - 8)
  for (let t = from; t < verb; t++) if (turnedRound ? sameEntity(pair, t, head) : sameEntity(pair, head, t)) return true
  return false
}

type ActorKind = "person" | "thing" | "personal" | "neuter" | "unknown"

function actorKind(side: Segmented, t: number): ActorKind {
  const word = side.tokens.words[t]!
  if (PERSONAL.has(word)) return "personal"
  if (word === "it") return "neuter"
  if (side.tokens.tags[t] === TAG.pronoun) return "unknown"
  const name = side.names.find(other => t >= other.tokens.first && t < other.tokens.end)
  if (!name) return "unknown"
  return name.kind === "person" ? "person" : name.kind === "place" || name.kind === "organisation" ? "thing" : "unknown"
}

const cannotBeOne = (a: ActorKind, b: ActorKind) =>
  (a === "person" && b === "neuter") ||
  (a === "neuter" && b === "person") ||
  (a === "thing" && b === "personal") ||
  (a === "personal" && b === "thing")

/** Whether the name of one side is spoken of on the other side too, so that another is meant and not another word for the same. */
function isElsewhere(side: Segmented, head: number, other: Segmented, otherHead: number): boolean {
  const word = side.tokens.words[head]!
  return (
    !LEGAL_FORMS.has(word) &&
    word !== other.tokens.words[otherHead] &&
    other.names.some(name => other.tokens.words[name.tokens.end - 1] === word)
  )
}

const isName = (side: Segmented, t: number) => side.tokens.tags[t] === TAG.name

function sameEntity(pair: BeadPair, a: number, b: number): boolean {
  if (linkOfA(pair, a) === b && linkKind(pair, a) !== LINK.replaced) return true
  const wordA = pair.a.tokens.words[a]!
  const wordB = pair.b.tokens.words[b]!
  if (wordA === wordB || pair.a.tokens.lemmas[a] === pair.b.tokens.lemmas[b]) return true
  const country = countryOf(pair.a, a)
  return country !== undefined && country === countryOf(pair.b, b)
}

/** The country that a word, or the whole name it stands in, names: "States" in "the United States". */
function countryOf({ tokens, names }: Segmented, t: number): string | undefined {
  const name = names.find(other => t >= other.tokens.first && t < other.tokens.end)
  const whole = name && placeSense(tokens.words.slice(name.tokens.first, name.tokens.end).join(" "))
  return (whole ?? placeSense(tokens.words[t]!))?.country
}

function isPredicate({ tokens }: Segmented, t: number): boolean {
  let before = t - 1
  while (before > 0 && tokens.tags[before] === TAG.adverb) before--
  const lemma = tokens.lemmas[before] ?? ""
  return /^(?:be|grow|become|remain|seem|appear|feel|look|stay|get)$/.test(lemma)
}

function spanOver(verb: number, ...heads: readonly number[]): Range {
  const named = [verb, ...heads.filter(head => head >= 0)]
  return { first: Math.min(...named), end: Math.max(...named) + 1 }
}

function roleDraft(pair: BeadPair, a: Range, b: Range, whoA: number, whoB: number): RoleDraft {
  const note = `Who does it, or whose it is, differs: ${quote(pair.a, single(whoA))} in ${quote(pair.a, a)}, ${quote(pair.b, single(whoB))} in ${quote(pair.b, b)}.`
  return { kind: "role-changed", severity: "sense", note, a, b, whoA: single(whoA), whoB: single(whoB) }
}

const overlaps = (x: Range, y: Range) => x.first < y.end && y.first < x.end
