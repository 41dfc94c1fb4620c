/** How often what is planted, in [0, 1] unless said otherwise. Seeds 1 to 1000 are for tuning; 7001 to 7200 are measured; 8001 to 8012 are the sample. */
export const ODDS = {
  /** Families of a story, and reports without kin; of each at least one. */
  families: { least: 1, most: 3 },
  loners: { least: 1, most: 4 },
  /** Witnesses of a family. */
  witnesses: { least: 4, most: 9 },
  /** Sentences of a report without kin. */
  lonerSentences: { least: 6, most: 14 },
  claims: { least: 4, most: 7 },
  /** Kinds of claim by weight: figure, quotation, statement. */
  kinds: [6, 3, 2],
  /** The first text of a family states the claim, or a report without kin does. */
  atFirst: 0.65,
  byLoner: 0.45,
  /** A copy of a family whose first text has not the claim states it from elsewhere; and another copy does too, without knowing of it. */
  added: 0.5,
  addedTwice: 0.5,
  /** A figure is stated otherwise: by a family or report of its own; by a copy in error; by a later version of the same outlet. */
  otherValue: 0.12,
  error: 0.45,
  update: 0.6,
  /** Of later versions with another figure those that put right what was wrong, and of them those that say so in the headline. */
  correction: 0.35,
  inHeadline: 0.5,
  /** A quotation is given in part. */
  inPart: 0.25,
  /** A statement or a quotation is a sentence of so many words. */
  sentenceWords: { least: 9, most: 26 },
} as const
