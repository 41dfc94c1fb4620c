import type { Witness } from "./report.ts"
import type { Range, Span } from "./span.ts"

/** Parts of speech, as far as Hearsay needs them. 0 where the language is not supported. */
export const TAG = {
  unknown: 0,
  noun: 1,
  name: 2,
  verb: 3,
  auxiliary: 4,
  adjective: 5,
  adverb: 6,
  pronoun: 7,
  determiner: 8,
  preposition: 9,
  conjunction: 10,
  number: 11,
  particle: 12,
  punctuation: 13,
} as const

/** What a token is made of. */
export const TOKEN = { word: 0, number: 1, punctuation: 2 } as const

/**
 * The tokens of one witness as parallel arrays of equal length. A possessive `'s` is a token of its own;
 * a text without spaces between words has one token a character.
 * This working form never leaves memory, so it may use typed arrays.
 */
export interface Tokens {
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** {@link TOKEN} */
  readonly kinds: Uint8Array
  /** {@link TAG} */
  readonly tags: Uint8Array
  /** Folded: NFKC, lower case, straight apostrophes. */
  readonly words: readonly string[]
  /** Dictionary form for English, else the folded word. */
  readonly lemmas: readonly string[]
}

export interface Sentence {
  readonly span: Span
  readonly tokens: Range
  /** Index of the paragraph it stands in. */
  readonly paragraph: number
  /** `body` is the report's own text; everything else is left out of alignment and claims. */
  readonly role: "title" | "body" | "furniture" | "credit"
}

/** A stretch between quotation marks. `span` is without the marks. Split quotations are several with the same `utterance`. */
export interface Quotation {
  readonly span: Span
  readonly tokens: Range
  readonly sentence: number
  readonly utterance: number
  /** The words that name the speaker, where found. */
  readonly speaker?: Span
  /** The speaker in full as far as the report tells: "Hossein Amirabdollahian" for "he". */
  readonly speakerName?: string
}

/**
 * Somebody said, in a text, to say, think or want something. Spans are of the witness; `content` has one a stretch, with its quotation marks.
 */
export interface Attribution {
  /**
   * What is put down to the speaker: something said, something thought, found or shown ("believes that"), an aim ("declined to
   * comment"), or what is spoken of ("criticized the plan").
   */
  readonly kind: "statement" | "thought" | "aim" | "view"
  /** The words that say so: "said", "according to". */
  readonly cue: Span
  readonly content: readonly Span[]
  /** That of the cue. */
  readonly sentence: number
  /** All the words that tell of the speaker: "Ana Brok, the mayor". Absent where nobody is named. */
  readonly speaker?: Span
  /** Those of them that name the speaker: "Ana Brok". */
  readonly speakerHead?: Span
  /** The speaker in full as far as the report tells. */
  readonly speakerName?: string
  /** Index of the attribution in whose content this one stands: the next link of a chain of voices. */
  readonly within?: number
}

/** A number as the report states it. */
export interface Figure {
  readonly span: Span
  /** The number with its hedge and what it counts: "at least 19 injured". */
  readonly phrase: Span
  readonly tokens: Range
  readonly sentence: number
  /** 4100000 for "4.1 million". */
  readonly number: number
  /** For ranges: the upper end. */
  readonly upTo?: number
  /** Usual form: "ton", "%", "USD", "year"; "" when it only counts. */
  readonly unit: string
  /** Lemma of what is counted: "people", "grain". */
  readonly of: string
  /** "at least", "nearly". */
  readonly hedge?: string
  readonly ordinal: boolean
}

/** A name of a person, place or organisation. */
export interface Name {
  readonly span: Span
  readonly tokens: Range
  readonly sentence: number
  readonly kind: "person" | "place" | "organisation" | "other"
}

/** A place where a witness is broken in itself, seen without comparing: debris of translation, a fragment, a cut sentence. */
export interface Flaw {
  readonly span: Span
  readonly sentence: number
  readonly kind: "fragment" | "headless" | "cut-off" | "doubled" | "grammar" | "stray"
  readonly note: string
}

/** A witness cut into sentences and tokens, with what stands out in it. */
export interface Segmented {
  readonly witness: Witness
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  /** The tokens between quotation marks, as in {@link quotations}, but told without looking for speakers. */
  readonly quoted: readonly Range[]
  readonly attributions: readonly Attribution[]
  readonly figures: readonly Figure[]
  readonly names: readonly Name[]
  readonly flaws: readonly Flaw[]
}
