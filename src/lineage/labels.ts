const GREEK = "αβγδεζηθικλμνξοπρστυφχψ"

/** A, B … Z, AA, AB … for the witness at `index` in the order of their dates. */
export function siglum(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : siglum(Math.floor(index / 26) - 1) + letter
}

/** ω for the first lost text, that nearest the root; then α, β … ψ, α2 … */
export function greekLetter(index: number): string {
  if (index === 0) return "ω"
  const letter = GREEK[(index - 1) % GREEK.length]!
  const round = Math.floor((index - 1) / GREEK.length)
  return round === 0 ? letter : `${letter}${round + 1}`
}
