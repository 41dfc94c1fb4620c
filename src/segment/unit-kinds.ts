/** What a UTF-16 unit is to the scanner of tokens; `rare` is what it does not read by itself. */
export const KIND = { space: 0, letter: 1, digit: 2, mark: 3, rare: 4 } as const

/** Units from here on are rare: scripts without spaces, halves of pairs. */
const USUAL = 0x2100
const UNITS = 0x10000
const SEVERAL =
  /[\p{M}\u200c\u02bc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

let made: Uint8Array | undefined

/** The {@link KIND} of each UTF-16 unit. Made once. */
export function kindsOfUnits(): Uint8Array {
  made ??= Uint8Array.from({ length: UNITS }, (_, unit) =>
    unit < USUAL ? kindOf(String.fromCharCode(unit)) : KIND.rare,
  )
  return made
}

function kindOf(character: string): number {
  if (SEVERAL.test(character)) return KIND.rare
  if (/\p{L}/u.test(character)) return KIND.letter
  if (/\p{N}/u.test(character)) return KIND.digit
  return /[^\s\p{Z}\p{Cc}\p{Cf}]/u.test(character) ? KIND.mark : KIND.space
}
