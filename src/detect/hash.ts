/** The 32-bit hash of a word's first `length` UTF-16 units (FNV-1a, finalised). */
export function hashWord(word: string, length: number = word.length): number {
  let hash = 0x811c9dc5
  const end = Math.min(length, word.length)
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** The hash of two hashes in this order. */
export function hashBoth(first: number, second: number): number {
  return mix(Math.imul(first, 0x85ebca6b) ^ ((second << 13) | (second >>> 19)))
}

/** MurmurHash3's finaliser (Appleby 2011): spreads a hash over all 32 bits. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
