/** The reading of a witness that has nothing at a locus. */
export const GAP = 0
/** The reading of a witness that has not the sentence the locus is in: nothing can be told. */
export const UNKNOWN = 255
