import type { Manner } from "./reword.ts"

/** What an editor of one kind does. Probabilities and shares in [0, 1] unless said otherwise. */
export interface Hand {
  /** How often such a copy is made, against the others. */
  readonly often: number
  /** The end is cut off, from a paragraph on. */
  readonly cutEnd: number
  /** Each later paragraph, or each sentence of those kept, is left out. */
  readonly dropParagraph: number
  readonly dropSentence: number
  readonly manner: Manner
  /** A name is garbled; a figure is changed. */
  readonly garble: number
  readonly number: number
  /** Paragraphs of own text, so many at most. */
  readonly own: number
  /** A paragraph is moved. */
  readonly move: number
  /** Another headline. */
  readonly headline: number
  /** Each source named is no longer named. */
  readonly loseCredit: number
}

export type HandKind = "reprint" | "cut" | "light" | "deep" | "spin" | "translate" | "update"

const untouched: Manner = { touched: 0, phrases: 0, small: 0, twins: 0 }
const none = { garble: 0, number: 0, own: 0, move: 0, dropParagraph: 0, dropSentence: 0 }

/** How often a date is missing, of the day only, too early by up to so many hours, and off by some hours. */
export interface Dates {
  readonly missing: number
  readonly dayOnly: number
  readonly early: { readonly often: number; readonly hours: number }
  readonly zone: { readonly often: number; readonly hours: number }
}

/** The editors by kind: a reprint under another headline, a cut copy, light and deep rewriting by hand, machines, a later version. */
export const HANDS: Readonly<Record<HandKind, Hand>> = {
  reprint: { ...none, often: 1.2, cutEnd: 0, manner: untouched, headline: 0.7, loseCredit: 0.1 },
  cut: {
    ...none,
    often: 3,
    cutEnd: 0.8,
    dropParagraph: 0.05,
    dropSentence: 0.03,
    manner: { touched: 0.12, phrases: 0.4, small: 0.08, twins: 0.1 },
    own: 1,
    headline: 0.7,
    loseCredit: 0.15,
  },
  light: {
    often: 4,
    cutEnd: 0.45,
    dropParagraph: 0.08,
    dropSentence: 0.05,
    manner: { touched: 0.35, phrases: 0.6, small: 0.12, twins: 0.1 },
    garble: 0.08,
    number: 0.12,
    own: 1,
    move: 0.1,
    headline: 0.8,
    loseCredit: 0.3,
  },
  deep: {
    often: 3.5,
    cutEnd: 0.5,
    dropParagraph: 0.12,
    dropSentence: 0.1,
    manner: { touched: 0.8, phrases: 0.8, small: 0.25, twins: 0.3 },
    garble: 0.12,
    number: 0.15,
    own: 2,
    move: 0.3,
    headline: 0.95,
    loseCredit: 0.5,
  },
  spin: {
    ...none,
    often: 1.5,
    cutEnd: 0.25,
    manner: { touched: 1, phrases: 0.9, small: 0.15, twins: 0 },
    garble: 0.3,
    headline: 0.9,
    loseCredit: 0.7,
  },
  translate: {
    ...none,
    often: 1.8,
    cutEnd: 0.35,
    dropParagraph: 0.06,
    dropSentence: 0.04,
    manner: { touched: 1, phrases: 0.6, small: 0.6, twins: 0.9 },
    garble: 0.5,
    number: 0.08,
    headline: 0.95,
    loseCredit: 0.6,
  },
  update: {
    often: 1.8,
    cutEnd: 0.2,
    dropParagraph: 0.08,
    dropSentence: 0.05,
    manner: { touched: 0.12, phrases: 0.5, small: 0.1, twins: 0.1 },
    garble: 0,
    number: 0.6,
    own: 1,
    move: 0.1,
    headline: 0.6,
    loseCredit: 0,
  },
}

/** Everything else that is drawn. Seeds 1 to 1000 are for tuning; 5001 to 5100 are measured; 6001 to 6147 have the sample. */
export const RATES = {
  /** The most frequent words of the passages, which stand for themselves and not for a thing said. */
  smallWords: 150,
  /** Stories of the collections that are long enough to be cut, and not a list of figures. */
  wireSentences: { least: 12, most: 40 },
  /** Traditions made of passages that have real back-translations; the others are made of a wire story. */
  passages: 0.5,
  /** Sentences of a story that is put together from passages. */
  storySentences: { least: 14, most: 34 },
  witnesses: { least: 6, most: 29 },
  /** Inner texts that are lost. */
  lost: { least: 0.34, most: 0.6 },
  /** How much more a text is copied that has been copied already, or that is among the last four. */
  copiedAgain: 1.3,
  recent: 2,
  /** Traditions with a witness made from two sources; how many at most; the share of text from the second. */
  merges: { traditions: 0.6, most: 2, share: { least: 0.27, most: 0.45 } },
  /** The first text is an agency's. */
  agencyFirst: 0.7,
  /** A text ends after this share of its sentences, and never before so many. */
  cutTo: { least: 0.35, most: 0.9, sentences: 5 },
  /** A source is named where the parent is another outlet. */
  creditOutlet: 0.2,
  /** A copy credits its own desk. */
  creditSelf: 0.12,
  /** A named source is put in another form. */
  reformCredit: 0.4,
  /** A later version says so in its headline. */
  updateMark: 0.3,
  url: 0.8,
  /** Hours between a text and its copy: the least, and what is added times the square of chance. */
  delay: { least: 0.2, more: 14 },
  /** Dates: missing; the day only; too early by hours; an hour count off, as by a wrong time zone. */
  dates: { missing: 0.12, dayOnly: 0.08, early: { often: 0.07, hours: 36 }, zone: { often: 0.06, hours: 8 } },
  /**
   * Traces, in words that a text has and its source has not in the same sentence: of a copy of a lost text; of a text that is copied
   * itself; how many of its parent's a copy keeps; how many of a lost text's two copies share; how
   * many each of two copies of a lost text keeps that the other changed; of each source of a merged text against the other.
   */
  visible: { copy: 4, source: 6, inherited: 3, lost: 3, apart: 2, second: 8 },
} as const
