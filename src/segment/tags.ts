import model from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"
import { type Sentence, TAG, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { straighten } from "../text/fold.ts"
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
const LONGEST_WORD = /\S{300,}/g

type Tagger = ReturnType<typeof winkNLP>
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
  const tags = new Uint8Array(raw.words.length)
  const lemmas: string[] = [...raw.words]
  const tagged = { tags, lemmas }
  for (const { span, tokens } of sentences) {
    const { first, end } = tokens
    const sentence = text.slice(span.start, span.end)
    const before = known.get(sentence)
    if (before) for (let i = first; i < end; i++) copyTag(before.tagged, before.first + i - first, tagged, i)
    else {
      const made = tag(sentence, tokensFrom(raw, tokens, span.start))
      for (let i = first; i < end; i++) copyTag(made, i - first, tagged, i)
      known.set(sentence, { tagged, first })
    }
  }
  return tagged
}

function copyTag(from: Tagged, at: number, to: { tags: Uint8Array; lemmas: string[] }, place: number): void {
  to.tags[place] = from.tags[at]!
  to.lemmas[place] = from.lemmas[at]!
}

/** The tokens of a range, with places counted from `start`. */
function tokensFrom(raw: RawTokens, { first, end }: Range, start: number): RawTokens {
  return {
    starts: raw.starts.slice(first, end).map(at => at - start),
    ends: raw.ends.slice(first, end).map(at => at - start),
    kinds: raw.kinds.subarray(first, end),
    words: raw.words.slice(first, end),
  }
}

/**
 * Parts of speech and dictionary forms of English tokens, by wink-nlp (a perceptron tagger, about 2 MB a second).
 * The model is loaded at the first call. A token the tagger cuts otherwise takes the tag of the piece it starts in.
 */
function tag(text: string, raw: RawTokens): Tagged {
  tagger ??= winkNLP(model, ["pos"])
  const nlp = tagger
  const its = nlp.its
  const straight = straighten(text).replace(LONGEST_WORD, run => " ".repeat(run.length))
  const found = nlp.readDoc(straight).tokens()
  const values = found.out() as string[]
  const pos = found.out(its.pos) as unknown as string[]
  const lemmas = found.out(its.lemma as never) as unknown as string[]
  const tags = new Uint8Array(raw.words.length)
  const lemmaOf: string[] = new Array(raw.words.length)
  let piece = -1
  let pieceStart = 0
  let pieceEnd = 0
  for (let i = 0; i < raw.words.length; i++) {
    const start = raw.starts[i]!
    while (piece + 1 < values.length && pieceEnd <= start) {
      piece++
      const at = straight.indexOf(values[piece]!, pieceEnd)
      if (at < 0 || at > start + 200) continue
      pieceStart = at
      pieceEnd = at + values[piece]!.length
    }
    const covers = piece >= 0 && pieceStart <= start && start < pieceEnd
    const word = raw.words[i]!
    const exact = covers && pieceStart === start && pieceEnd === raw.ends[i]
    tags[i] = tagOf(raw.kinds[i]!, covers ? pos[piece] : undefined)
    lemmaOf[i] =
      LEMMA_OF.get(word) ?? // The tagger has no lemma for some pieces.
      (exact ? (lemmas[piece]?.toLowerCase() ?? word) : word)
  }
  return { tags, lemmas: lemmaOf }
}

function tagOf(kind: number, pos: string | undefined): number {
  if (kind === TOKEN.punctuation) return TAG.punctuation
  if (kind === TOKEN.number) return TAG.number
  return pos === undefined ? TAG.unknown : (TAG_OF[pos] ?? TAG.unknown)
}
