import { type Flaw, type Name, type Sentence, TAG, TOKEN, type Tokens } from "../model/segmented.ts"
import { hasFiniteVerb } from "./finite-verb.ts"

/** What a rule is shown: one sentence, with the whole text around it. */
interface Context {
  readonly text: string
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly index: number
  readonly firstPerson: boolean
  readonly names: readonly Name[]
}

type Found = Omit<Flaw, "sentence"> | undefined
type Rule = (context: Context) => Found

// Singular nouns of role or kind that English never leaves without an article after "is".
const NEEDS_ARTICLE = new Set(
  "member,country,ally,partner,city,town,neighbour,neighbor,state,company,man,woman,nation,target,rival,group,victim,sailor,worker,soldier,journalist,lawyer,person,expert,signatory,party,island,region,village,official,hero,friend,enemy,leader,subsidiary,branch,supplier,maker,producer,graduate,resident,citizen,native,veteran,student,son,daughter,brother,sister,author,owner,product,symbol,sign,supporter,opponent,critic,candidate,port,border,town,village,station,factory,hospital".split(
    ",",
  ),
)
const NAMING = new Set<number>([TAG.noun, TAG.adjective, TAG.name])
const OPEN_END = new Set<number>([TAG.determiner, TAG.conjunction])
const QUOTES = new Set(['"', "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"])

/**
 * Places where a report is broken in itself, seen without comparing it to another: what machine translation, spinning and
 * careless cutting leave behind; at most one a sentence. Rules of form only; English only. Each flaw names its span and what is wrong. O(tokens).
 */
export function findFlaws(
  text: string,
  tokens: Tokens,
  sentences: readonly Sentence[],
  names: readonly Name[],
): Flaw[] {
  const body = sentences.filter(sentence => sentence.role === "body").length
  const firstPersons = sentences.filter(sentence => opensInFirstPerson(tokens, sentence)).length
  const firstPerson = firstPersons > Math.max(1, 0.15 * body)
  const namesBySentence = Map.groupBy(names, name => name.sentence)
  const flaws: Flaw[] = []
  sentences.forEach((sentence, index) => {
    if (sentence.role !== "body") return
    const context = { text, tokens, sentences, index, firstPerson, names: namesBySentence.get(index) ?? [] }
    for (const rule of RULES) {
      const found = rule(context)
      if (!found) continue
      flaws.push({ ...found, sentence: index })
      break
    }
  })
  return flaws
}

const sentenceOf = ({ sentences, index }: Context): Sentence => sentences[index]!

/** "Turkey, a": ends on an article or a conjunction. */
const cutOff: Rule = context => {
  const { tokens } = context
  const sentence = sentenceOf(context)
  let last = sentence.tokens.end - 1
  const stopped = /[.!?\u2026]/u.test(tokens.words[last] ?? "")
  while (last >= sentence.tokens.first && tokens.kinds[last] === TOKEN.punctuation) last--
  const ends = OPEN_END.has(tokens.tags[last] ?? 0) || (tokens.tags[last] === TAG.preposition && !stopped)
  if (last <= sentence.tokens.first || !ends || tokens.words[last] === "that" || tokens.words[last] === "this")
    return undefined
  if (isQuoted(context)) return undefined
  return { kind: "cut-off", span: sentence.span, note: `The sentence breaks off after "${tokens.words[last]}".` }
}

/** "I'm making.": a few words in the first person, outside quotation marks, in a report that is not told so. */
const strayFirstPerson: Rule = context => {
  const sentence = sentenceOf(context)
  const words = wordCount(context, sentence)
  if (context.firstPerson || words > 5 || !opensInFirstPerson(context.tokens, sentence) || isQuoted(context))
    return undefined
  return {
    kind: "fragment",
    span: sentence.span,
    note: "A few words spoken by nobody that belong to nothing around them.",
  }
}

/** A line in the body with no finite verb: a headline or a half sentence that lost its beginning. */
const headless: Rule = context => {
  const { tokens } = context
  const sentence = sentenceOf(context)
  const words = wordCount(context, sentence)
  if (words < 2 || words > 40 || isQuoted(context) || hasFiniteVerb(tokens, sentence)) return undefined
  if (!hasNeighbours(context) || /[:?]\s*$/u.test(context.text.slice(sentence.span.start, sentence.span.end)))
    return undefined
  if (words < 5) return { kind: "fragment", span: sentence.span, note: "A fragment: no verb says what happens." }
  return { kind: "headless", span: sentence.span, note: "The sentence has lost its beginning or its verb." }
}

/** "the the", "of of". */
const doubledWord: Rule = context => {
  const { tokens } = context
  const sentence = sentenceOf(context)
  for (let i = sentence.tokens.first + 1; i < sentence.tokens.end; i++) {
    const tag = tokens.tags[i]!
    const twice = tag === TAG.auxiliary && tokens.tags[i + 1] === TAG.verb
    const small =
      twice || tag === TAG.determiner || tag === TAG.preposition || tag === TAG.conjunction || tag === TAG.pronoun
    if (small && tokens.words[i] === tokens.words[i - 1] && tokens.words[i] !== "that" && tokens.words[i] !== "her")
      return { kind: "doubled", span: spanOf(tokens, i - 1, i + 1), note: `"${tokens.words[i]}" stands twice.` }
  }
  return undefined
}

/** ". ." or ",," between words. */
const strayMark: Rule = context => {
  const { tokens } = context
  const sentence = sentenceOf(context)
  for (let i = sentence.tokens.first + 1; i < sentence.tokens.end; i++) {
    const mark = tokens.words[i]!
    const pair = (mark === "." || mark === ",") && (tokens.words[i - 1] === mark || tokens.words[i - 1] === ",")
    const apart = tokens.starts[i]! > tokens.ends[i - 1]!
    if (pair && (mark === "," || apart))
      return { kind: "stray", span: spanOf(tokens, i - 1, i + 1), note: "A stray mark between sentences." }
  }
  return undefined
}

/** "which is NATO member", "Biden's visited Israel", "an partner": grammar that a writer of the language does not produce. */
const brokenGrammar: Rule = context => {
  const { tokens } = context
  const sentence = sentenceOf(context)
  for (let i = sentence.tokens.first; i < sentence.tokens.end - 2; i++) {
    const end =
      missingArticle(tokens, i, sentence.tokens.end) ??
      possessedVerb(tokens, i) ??
      wrongArticle(context.text, tokens, i) ??
      brokenVerb(tokens, i) ??
      verblessClause(tokens, i)
    if (end !== undefined) {
      const span = spanOf(tokens, i, end)
      return { kind: "grammar", span, note: `Not English as it stands: "${context.text.slice(span.start, span.end)}".` }
    }
  }
  return undefined
}

/** "The union, a Chief executive Helena Marchetti said …": an article that belongs to nothing before another sentence begins. */
const runTogether: Rule = context => {
  const { tokens, names } = context
  const sentence = sentenceOf(context)
  for (let i = sentence.tokens.first + 1; i < sentence.tokens.end - 3; i++) {
    if (tokens.words[i] !== "a" && tokens.words[i] !== "an") continue
    let t = i + 1
    const opensName = (at: number) => names.some(other => other.tokens.first === at)
    while (t < i + 4 && !opensName(t) && NAMING.has(tokens.tags[t]!)) t++
    const name = names.find(
      other => other.kind === "person" && other.tokens.first <= t && other.tokens.end > t && other.tokens.first > i,
    )
    if (!name || name.tokens.end - name.tokens.first < 2 || tokens.tags[name.tokens.end] !== TAG.verb) continue
    const span = spanOf(tokens, sentence.tokens.first, i + 1)
    return { kind: "cut-off", span, note: `The sentence breaks off after "${tokens.words[i]}", and another begins.` }
  }
  return undefined
}

/** "Asked its members …": the sentence opens with its verb, and who did it is gone. */
const subjectLost: Rule = context => {
  const { tokens } = context
  const sentence = sentenceOf(context)
  const { first, end } = sentence.tokens
  const opens = tokens.tags[first] === TAG.verb && tokens.words[first]!.endsWith("ed")
  if (!opens || wordCount(context, sentence) < 4 || isQuoted(context) || tokens.words.slice(first, end).includes(","))
    return undefined
  return { kind: "headless", span: sentence.span, note: "The sentence has lost its subject." }
}

/** A paragraph that begins with a small letter: its beginning is gone. */
const beginningLost: Rule = context => {
  const { text, sentences, index } = context
  const sentence = sentenceOf(context)
  const before = sentences[index - 1]
  const opens = before !== undefined && before.paragraph !== sentence.paragraph && before.role === "body"
  const start = text.slice(sentence.span.start, sentence.span.start + 2)
  if (!opens || !/^\p{Ll}[\p{Ll} ]/u.test(start) || wordCount(context, sentence) > 30) return undefined
  return { kind: "headless", span: sentence.span, note: "The sentence has lost its beginning." }
}

const RULES: readonly Rule[] = [
  beginningLost,
  subjectLost,
  runTogether,
  cutOff,
  strayFirstPerson,
  headless,
  doubledWord,
  strayMark,
  brokenGrammar,
]

function missingArticle(tokens: Tokens, i: number, end: number): number | undefined {
  if (tokens.lemmas[i] !== "be" || tokens.words[i] === "are" || tokens.words[i] === "were") return undefined
  let noun = i + 1
  while (noun < end && (tokens.tags[noun] === TAG.name || tokens.tags[noun] === TAG.adjective)) noun++
  const known = NEEDS_ARTICLE.has(tokens.words[noun] ?? "") && tokens.tags[noun] === TAG.noun
  const follows = tokens.tags[noun + 1]
  const closed = follows === TAG.punctuation || follows === TAG.preposition || follows === TAG.pronoun
  return known && closed && noun > i ? noun + 1 : undefined
}

function possessedVerb(tokens: Tokens, i: number): number | undefined {
  const owner = tokens.tags[i] === TAG.name && tokens.words[i + 1] === "'s"
  const verb = tokens.tags[i + 2] === TAG.verb && /ed$/.test(tokens.words[i + 2] ?? "")
  const object = tokens.tags[i + 3]
  const goesOn = object === TAG.name || object === TAG.determiner || object === TAG.pronoun
  return owner && verb && goesOn ? i + 3 : undefined
}

function wrongArticle(text: string, tokens: Tokens, i: number): number | undefined {
  if (tokens.tags[i] !== TAG.determiner) return undefined
  const article = tokens.words[i]
  const next = text.slice(tokens.starts[i + 1]!, tokens.ends[i + 1]!)
  if (article === "an" && /^[bcdfgjkpqtvwz][a-z]{2,}$/u.test(next)) return i + 2
  if (article === "a" && /^(?:[aeio])[a-z]{3,}$/u.test(next) && !/^(?:eu|one|once|u)/u.test(next)) return i + 2
  if (
    (article === "a" || article === "the" || article === "an") &&
    tokens.tags[i + 1] === TAG.preposition &&
    tokens.words[i + 1] === "of"
  )
    return i + 2
  return undefined
}

/** "would be prosecute", "have has offered": verb forms that do not go together. */
function brokenVerb(tokens: Tokens, i: number): number | undefined {
  const word = tokens.words[i]
  const next = tokens.words[i + 1] ?? ""
  if ((word === "have" || word === "has") && (next === "has" || next === "have")) return i + 2
  const bare =
    tokens.tags[i + 1] === TAG.verb && tokens.lemmas[i + 1] === next && !/(?:ed|en|t|ut|ne|wn|me|d|n)$/.test(next)
  const after = tokens.tags[i + 2]
  const closed = after === TAG.punctuation || after === TAG.preposition
  return (word === "be" || word === "been") && bare && closed ? i + 2 : undefined
}

/** ", which Namibian border town,": a clause that has lost its verb. */
function verblessClause(tokens: Tokens, i: number): number | undefined {
  if (tokens.words[i] !== "which" || tokens.words[i - 1] !== ",") return undefined
  let t = i + 1
  while (t < i + 6 && (tokens.tags[t] === TAG.name || tokens.tags[t] === TAG.adjective || tokens.tags[t] === TAG.noun))
    t++
  return t > i + 2 && tokens.words[t] === "," && tokens.tags[t - 1] === TAG.noun ? t : undefined
}

function hasNeighbours({ sentences, index }: Context): boolean {
  const before = sentences[index - 1]
  const after = sentences[index + 1]
  return before?.role === "body" && (after === undefined || after.role === "body" || after.role === "furniture")
}

function isQuoted({ tokens, sentences, index }: Context): boolean {
  const sentence = sentences[index]!
  for (let i = sentence.tokens.first; i < sentence.tokens.end; i++) if (QUOTES.has(tokens.words[i]!)) return true
  return false
}

function opensInFirstPerson(tokens: Tokens, sentence: Sentence): boolean {
  const first = tokens.words[sentence.tokens.first]
  return first === "i" || first === "we" || first === "you" || first === "thank"
}

function wordCount({ tokens }: Context, sentence: Sentence): number {
  let count = 0
  for (let i = sentence.tokens.first; i < sentence.tokens.end; i++) if (tokens.kinds[i] !== TOKEN.punctuation) count++
  return count
}

function spanOf(tokens: Tokens, first: number, end: number): { start: number; end: number } {
  return { start: tokens.starts[first]!, end: tokens.ends[end - 1]! }
}
