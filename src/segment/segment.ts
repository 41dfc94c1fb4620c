import type { Witness } from "../model/report.ts"
import type { Segmented, Tokens } from "../model/segmented.ts"
import { findAttributions } from "./attributions.ts"
import { cut, type KnownParagraphs } from "./cut.ts"
import { findFigures } from "./figures.ts"
import { findFlaws } from "./flaws.ts"
import { findNames } from "./names.ts"
import { findQuotations, quotedRanges } from "./quotations.ts"
import { sentencesOf } from "./sentences.ts"
import { type KnownTags, tagSentences, untagged } from "./tags.ts"

/**
 * Cuts each witness into sentences and tokens and finds what stands out in it: names, figures, quotations, flaws.
 * Comes in: witnesses. Goes out: one record each, in the same order. Compares nothing.
 * Parts of speech, names, figures and flaws are for English; other languages get tokens and sentences only.
 *
 * @example
 * segment(extract([{ text: "It sank. Two died." }]).witnesses)[0].sentences.length // => 2
 */
export function segment(witnesses: readonly Witness[]): Segmented[] {
  const known: Known = { paragraphs: new Map(), tags: new Map() }
  return witnesses.map(witness => segmentOne(witness, known))
}

/** What was read before: reports that are kin have most of their paragraphs and sentences in common. */
interface Known {
  readonly paragraphs: KnownParagraphs
  readonly tags: KnownTags
}

function segmentOne(witness: Witness, known: Known): Segmented {
  const { text } = witness
  const { tokens: raw, spans } = cut(text, known.paragraphs)
  // By itself, so that what is worked out later does not hold on to the paragraphs.
  const { tags } = known
  const english = witness.language === undefined || witness.language.startsWith("en")
  // The tagger takes nine tenths of the time: what rests on it is worked out when it is first asked for.
  const tagged = once(() => (english ? tagSentences(text, raw, sentences, tags) : untagged(raw)))
  const sentences = sentencesOf(witness, raw, spans)
  const tokens: Tokens = {
    length: raw.words.length,
    ...raw,
    get tags() {
      return tagged().tags
    },
    get lemmas() {
      return tagged().lemmas
    },
  }
  const names = once(() => (english ? findNames(text, tokens, sentences) : []))
  const quotations = once(() => findQuotations(text, tokens, sentences, names()))
  const quoted = once(() => quotedRanges(text, tokens, sentences))
  const attributions = once(() => (english ? findAttributions(text, tokens, sentences, names()) : []))
  const figures = once(() => (english ? findFigures(text, tokens, sentences) : []))
  const flaws = once(() => (english ? findFlaws(text, tokens, sentences, names()) : []))
  return {
    witness,
    tokens,
    sentences,
    get names() {
      return names()
    },
    get quotations() {
      return quotations()
    },
    get quoted() {
      return quoted()
    },
    get attributions() {
      return attributions()
    },
    get figures() {
      return figures()
    },
    get flaws() {
      return flaws()
    },
  }
}

/** The value that `make` gives, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
