// Scripts that write no spaces come as one token a character.
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

/**
 * Whether a token is of a script that writes no spaces between words: then it is one character.
 *
 * @example
 * isUnspaced("海") // => true
 */
export function isUnspaced(word: string): boolean {
  return word.charCodeAt(0) > 0x0dff && UNSPACED.test(word)
}
