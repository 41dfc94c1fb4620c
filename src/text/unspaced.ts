// Scripts that write no spaces come as one token a character.
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u
const EACH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]\p{M}*/gu

/**
 * Whether a token is of a script that writes no spaces between words: then it is one character.
 *
 * @example
 * isUnspaced("海") // => true
 */
export function isUnspaced(word: string): boolean {
  return word.charCodeAt(0) > 0x0dff && UNSPACED.test(word)
}

/**
 * The text with a space around each character of a script that writes none, so that an index of words takes each for a word.
 *
 * @example
 * spacedOut("the 海港 closed") // => "the  海  港  closed"
 */
export function spacedOut(text: string): string {
  return text.replace(EACH, " $& ")
}
