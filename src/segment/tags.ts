import { type Sentence, TAG, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { straighten } from "../text/fold.ts"
import { loadTagger, type Tagger } from "./tagger.ts"
import type { RawTokens } from "./tokens.ts"

const TAG_OF: Record<string, number> = {
  NOUN: TAG.noun,
  PROPN: TAG.name,
  VERB: TAG.verb,
  AUX: TAG.auxiliary,
  ADJ: TAG.adjective,
  ADV: TAG.adverb,
  PRON: TAG.pronoun,
  DET: TAG.determiner,
  ADP: TAG.preposition,
  CCONJ: TAG.conjunction,
  SCONJ: TAG.conjunction,
  NUM: TAG.number,
  PART: TAG.particle,
  PUNCT: TAG.punctuation,
  SYM: TAG.punctuation,
}

const LEMMA_OF: ReadonlyMap<string, string> = new Map([
  ["n't", "not"],
  ["cannot", "not"],
  ["ca", "can"],
  ["wo", "will"],
  ["'re", "be"],
  ["'m", "be"],
  ["'ve", "have"],
  ["'ll", "will"],
  ["an", "a"],
])

// The tagger takes time with the square of a word's length; no word is this long.
const TOO_LONG = 300
const LONGEST_WORD = /\S{300,}/g

let tagger: Tagger | undefined

/** Parts of speech and dictionary forms, parallel to the tokens. */
export interface Tagged {
  readonly tags: Uint8Array
  readonly lemmas: readonly string[]
}

/** For a language without a tagger: tags unknown, lemma the folded word. */
export function untagged(raw: RawTokens): Tagged {
  return { tags: new Uint8Array(raw.words.length), lemmas: raw.words }
}

/** Where the tags of a sentence's words stand already: from `first` on, in the tokens of a witness with the same sentence. */
export type KnownTags = Map<string, { readonly tagged: Tagged; readonly first: number }>

/**
 * Parts of speech and dictionary forms of a text's English tokens, each sentence tagged by itself, so that they depend on it alone;
 * a sentence that is `known` is not tagged again.
 */
export function tagSentences(
  text: string,
  raw: RawTokens,
  sentences: readonly Pick<Sentence, "span" | "tokens">[],
  known: KnownTags,
): Tagged {
  const tagged = { tags: new Uint8Array(raw.words.length), lemmas: [...raw.words] }
  for (const { span, tokens } of sentences) {
    const sentence = text.slice(span.start, span.end)
    const before = known.get(sentence)
    if (before) copyTags(before.tagged, before.first, tagged, tokens)
    else {
      tag(sentence, raw, tokens, span.start, tagged)
      known.set(sentence, { tagged, first: tokens.first })
    }
  }
  return tagged
}

interface GrowingTags {
  readonly tags: Uint8Array
  readonly lemmas: string[]
}

function copyTags(from: Tagged, at: number, to: GrowingTags, { first, end }: Range): void {
  for (let i = first; i < end; i++) {
    to.tags[i] = from.tags[at + i - first]!
    to.lemmas[i] = from.lemmas[at + i - first]!
  }
}

/**
 * Tags the tokens of one sentence, which begins at `offset`, by wink-nlp (a perceptron tagger, about 2 MB a second).
 * The model is loaded at the first call. A token the tagger cuts otherwise takes the tag of the piece it starts in.
 */
function tag(sentence: string, raw: RawTokens, { first, end }: Range, offset: number, to: GrowingTags): void {
  const straight = withoutLongest(straighten(sentence))
  tagger = tagger?.isFresh() ? tagger : loadTagger()
  const { values, pos, lemmas } = tagger.read(straight)
  let piece = -1
  let pieceStart = 0
  let pieceEnd = 0
  for (let i = first; i < end; i++) {
    const start = raw.starts[i]! - offset
    while (piece + 1 < values.length && pieceEnd <= start) {
      piece++
      const at = straight.indexOf(values[piece]!, pieceEnd)
      if (at < 0 || at > start + 200) continue
      pieceStart = at
      pieceEnd = at + values[piece]!.length
    }
    const covers = piece >= 0 && pieceStart <= start && start < pieceEnd
    const word = raw.words[i]!
    const exact = covers && pieceStart === start && pieceEnd === raw.ends[i]! - offset
    to.tags[i] = tagOf(raw.kinds[i]!, covers ? pos[piece] : undefined)
    to.lemmas[i] =
      LEMMA_OF.get(word) ?? // The tagger has no lemma for some pieces.
      (exact ? (lemmas[piece]?.toLowerCase() ?? word) : word)
  }
}

function withoutLongest(text: string): string {
  return text.length < TOO_LONG ? text : text.replace(LONGEST_WORD, run => " ".repeat(run.length))
}

function tagOf(kind: number, pos: string | undefined): number {
  if (kind === TOKEN.punctuation) return TAG.punctuation
  if (kind === TOKEN.number) return TAG.number
  return pos === undefined ? TAG.unknown : (TAG_OF[pos] ?? TAG.unknown)
}
