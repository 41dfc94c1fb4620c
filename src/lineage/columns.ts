/** A row of a collation table: one word of one text of the cluster, or nothing. */
export const NOTHING = -1

/** Longer texts are compared only at their ends, so that cost stays bounded. */
const MOST_CELLS = 2_000_000

/**
 * The texts of one cluster collated word by word: each column gives, for every text, the index of its word, or {@link NOTHING}.
 * The text most like the others is the guide, the others are aligned to it one by one; what they have and it has not is collated
 * in turn, in its place. Costs O(texts × length²), with the length bounded.
 */
export function collateColumns(texts: readonly (readonly string[])[]): number[][] {
  const [first = []] = texts
  if (texts.every(text => isSame(text, first))) return first.map((_, at) => texts.map(() => at))
  return collateRanges(
    texts,
    texts.map(text => ({ first: 0, end: text.length })),
  )
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at])
}

interface Stretch {
  readonly first: number
  readonly end: number
}

const lengthOf = (s: Stretch): number => s.end - s.first

function collateRanges(texts: readonly (readonly string[])[], ranges: readonly Stretch[]): number[][] {
  const filled = ranges.flatMap((r, text) => (lengthOf(r) > 0 ? [text] : []))
  if (filled.length === 0) return []
  const guide = guideOf(texts, ranges, filled)
  const own = ranges[guide]!
  const length = lengthOf(own)
  const rows = Array.from({ length }, (_, at) => {
    const row = new Array<number>(texts.length).fill(NOTHING)
    row[guide] = own.first + at
    return row
  })
  const gaps = Array.from({ length: length + 1 }, () => ranges.map(() => ({ first: 0, end: 0 })))
  for (const text of filled) {
    if (text === guide) continue
    let last = ranges[text]!.first
    let gap = 0
    for (const [at, other] of pairWords(texts[guide]!, own, texts[text]!, ranges[text]!)) {
      if (other > last) gaps[gap]![text] = { first: last, end: other }
      rows[at]![text] = other
      last = other + 1
      gap = at + 1
    }
    if (ranges[text]!.end > last) gaps[gap]![text] = { first: last, end: ranges[text]!.end }
  }
  const columns: number[][] = []
  for (let at = 0; at <= length; at++) {
    if (filled.length > 1) columns.push(...collateRanges(texts, gaps[at]!))
    if (at < length) columns.push(rows[at]!)
  }
  return columns
}

/** The text that shares most words with the others; of equals the longest, then the first. */
function guideOf(texts: readonly (readonly string[])[], ranges: readonly Stretch[], filled: readonly number[]): number {
  if (filled.length < 3) return filled.reduce((x, y) => (lengthOf(ranges[y]!) > lengthOf(ranges[x]!) ? y : x))
  const holders = new Map<string, number>()
  const own = filled.map(text => new Set(texts[text]!.slice(ranges[text]!.first, ranges[text]!.end)))
  for (const set of own) for (const word of set) holders.set(word, (holders.get(word) ?? 0) + 1)
  let best = filled[0]!
  let most = -1
  for (const [index, set] of own.entries()) {
    let shared = 0
    for (const word of set) shared += holders.get(word)! - 1
    if (shared > most) [best, most] = [filled[index]!, shared]
  }
  return best
}

const SAME = 3
const SKIP = -1
/** A little better than leaving both out, so that a replaced word stands against what replaces it. */
const REPLACED = -1

/** Pairs of words that stand against each other, in order: the same, or one in the place of the other (Needleman and Wunsch 1970). */
function pairWords(a: readonly string[], inA: Stretch, b: readonly string[], inB: Stretch): [number, number][] {
  const pairs: [number, number][] = []
  let [start, from] = [inA.first, inB.first]
  while (start < inA.end && from < inB.end && a[start] === b[from]) pairs.push([start++ - inA.first, from++])
  let [end, until] = [inA.end, inB.end]
  while (end > start && until > from && a[end - 1] === b[until - 1]) {
    end--
    until--
  }
  const width = until - from
  const height = end - start
  if (width > 0 && height > 0 && (width + 1) * (height + 1) <= MOST_CELLS)
    pairs.push(...middle(a, start, end, b, from, until).map(([x, y]): [number, number] => [x - inA.first, y]))
  for (let k = 0; end + k < inA.end; k++) pairs.push([end + k - inA.first, until + k])
  return pairs
}

function middle(
  a: readonly string[],
  start: number,
  end: number,
  b: readonly string[],
  from: number,
  until: number,
): [number, number][] {
  const height = end - start
  const width = until - from
  const row = width + 1
  const score = new Int32Array((height + 1) * row)
  for (let i = height; i >= 0; i--)
    for (let j = width; j >= 0; j--) {
      if (i === height || j === width) {
        score[i * row + j] = SKIP * (height - i + width - j)
        continue
      }
      const both = score[(i + 1) * row + j + 1]! + (a[start + i] === b[from + j] ? SAME : REPLACED)
      score[i * row + j] = Math.max(both, score[(i + 1) * row + j]! + SKIP, score[i * row + j + 1]! + SKIP)
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < height && j < width; ) {
    const here = score[i * row + j]!
    const same = a[start + i] === b[from + j]
    if (here === score[(i + 1) * row + j + 1]! + (same ? SAME : REPLACED)) pairs.push([start + i++, from + j++])
    else if (here === score[(i + 1) * row + j]! + SKIP) i++
    else j++
  }
  return pairs
}
