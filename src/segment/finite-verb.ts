import { type Sentence, TAG, type Tokens } from "../model/segmented.ts"

/** A verb that can carry a sentence: an auxiliary, or a verb that is neither after "to" nor a bare participle in -ing. */
export function hasFiniteVerb(tokens: Tokens, sentence: Sentence): boolean {
  for (let i = sentence.tokens.first; i < sentence.tokens.end; i++) {
    const tag = tokens.tags[i]
    if (tag === TAG.unknown || mayBeVerb(tokens, i)) return true
    const word = tokens.words[i]!
    const before = i > sentence.tokens.first ? tokens.words[i - 1]! : ""
    if (word === "'s" && tag === TAG.auxiliary) return true
    if (tag === TAG.auxiliary && before !== "to" && !isParticipial(word)) return true
    if (tag !== TAG.verb || before === "to" || word.endsWith("ing") || i === sentence.tokens.first) continue
    if (((before === "-" || before === "not") && word.endsWith("ed")) || isParticiple(tokens, i)) continue
    return true
  }
  return false
}

/** "being", "having". */
const isParticipial = (word: string) => word.endsWith("ing")

/** ", driven by the wind", ", the man accused of …": a form of the verb that cannot carry a sentence. */
function isParticiple({ words, lemmas, tags }: Tokens, i: number): boolean {
  const next = words[i + 1] ?? ""
  const follows = next === "by" || next === "in" || next === "with" || next === "from"
  return words[i] !== lemmas[i] && words[i - 1] === "," && follows && tags[i - 1] === TAG.punctuation
}

/** "This places Finland", "Sentsov timed his strike": what the tagger took for a noun, right behind a name or a pronoun. */
function mayBeVerb({ words, tags }: Tokens, i: number): boolean {
  const tag = tags[i]
  const behind =
    tags[i - 1] === TAG.name || tags[i - 1] === TAG.pronoun || words[i - 1] === "this" || words[i - 1] === "that"
  return behind && (tag === TAG.noun || tag === TAG.adjective) && /[^s]s$|ed$/.test(words[i]!)
}
