/** A stretch of words, and whether the other side has it too. */
export interface Marked {
  readonly text: string
  readonly changed: boolean
}

const MOST_CELLS = 250_000
const WORDS = /\s+|[\p{L}\p{M}\p{N}'’-]+|[^\s\p{L}\p{M}\p{N}]/gu

/**
 * Two readings word by word, with what differs marked. O(words of a × words of b); above 250,000 pairs only what is the same at
 * both ends is left unmarked.
 *
 * @example markWords("two gates", "two sluices").a // => [{ text: "two ", changed: false }, { text: "gates", changed: true }]
 */
export function markWords(a: string, b: string): { readonly a: readonly Marked[]; readonly b: readonly Marked[] } {
  const [left, right] = [a.match(WORDS) ?? [], b.match(WORDS) ?? []]
  const head = sameAtStart(left, right)
  const tail = sameAtStart(left.slice(head).reverse(), right.slice(head).reverse())
  const [one, other] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)]
  const kept =
    one.length * other.length > MOST_CELLS ? { a: new Set<number>(), b: new Set<number>() } : commonWords(one, other)
  return { a: joined(left, head, tail, kept.a), b: joined(right, head, tail, kept.b) }
}

function sameAtStart(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count++
  return count
}

/** Indexes of a longest common subsequence, by the table of its lengths. */
function commonWords(a: readonly string[], b: readonly string[]): { readonly a: Set<number>; readonly b: Set<number> } {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : skip
    }
  }
  const kept = { a: new Set<number>(), b: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.a.add(i++)
      kept.b.add(j++)
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return kept
}

function joined(words: readonly string[], head: number, tail: number, kept: ReadonlySet<number>): Marked[] {
  const stretches: { text: string; changed: boolean }[] = []
  const isChanged = (index: number) => index >= head && index < words.length - tail && !kept.has(index - head)
  for (const [index, text] of words.entries()) {
    const between =
      !/\S/.test(text) && index > 0 && isChanged(index - 1) && index + 1 < words.length && isChanged(index + 1)
    const changed = isChanged(index) || between
    const last = stretches.at(-1)
    if (last?.changed === changed) last.text += text
    else stretches.push({ text, changed })
  }
  return stretches
}
