const PLURAL: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied)$/, "y"],
  [/sses$/, "ss"],
  [/([^s])s$/, "$1"],
]
const ENDING =
  /(?:ingly|edly|fully|ings?|edness|ed|er|ers|est|ly|ments?|ness|ations?|itions?|ions?|ive|able|ible|al|ally|ance|ence|ity|ities)$/
const FEWEST_LETTERS = 4

/**
 * A folded word without the commonest English endings, so that its forms and near derivatives meet. It is a key, not a word:
 * cruder than Porter's stemmer (1980), and made to be the same for "exporting", "exports" and "exported". Words of three letters
 * and words that begin otherwise than with a Latin letter are left alone.
 *
 * @example
 * stem("exporting") === stem("exports") // => true
 */
export function stem(word: string): string {
  if (word.length < FEWEST_LETTERS || !/^[a-z]/.test(word)) return word
  const singular = PLURAL.reduce((form, [ending, instead]) => form.replace(ending, instead), word)
  const cut = singular.replace(ENDING, ending => (singular.length - ending.length >= FEWEST_LETTERS ? "" : ending))
  const bare = cut.length > FEWEST_LETTERS ? cut.replace(/e$/, "") : cut
  return bare.replace(/([bdfglmnprt])\1$/, "$1").replace(/i$/, "y")
}
