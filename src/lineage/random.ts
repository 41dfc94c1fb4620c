/** Chance that is the same for the same words: numbers in [0, 1) from a seed made of `ids` (FNV-1a, then mulberry32). */
export function chanceOf(ids: readonly string[]): () => number {
  let state = 0x811c9dc5
  for (const id of ids) {
    for (let at = 0; at < id.length; at++) state = Math.imul(state ^ id.charCodeAt(at), 0x01000193)
    state = Math.imul(state ^ 0xff, 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}
