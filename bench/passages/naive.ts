import { combined, type Detection, type Plagdet } from "./plagdet.ts"

/** {@link Plagdet} by its definition, counting characters one by one in sets: slow, and plain to see. */
export function naivePlagdet(cases: readonly Detection[], found: readonly Detection[]): Plagdet {
  const detecting = (one: Detection, others: readonly Detection[]) => others.filter(other => touches(one, other))
  const share = (one: Detection, others: readonly Detection[]) => {
    const own = charactersOf(one)
    const theirs = new Set(detecting(one, others).flatMap(other => [...charactersOf(other)]))
    return [...own].filter(character => theirs.has(character)).length / own.size
  }
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
  const recall = mean(cases.map(one => share(one, found)))
  const precision = mean(found.map(one => share(one, cases)))
  const counts = cases.map(one => detecting(one, found).length).filter(count => count > 0)
  const granularity = counts.length === 0 ? 1 : mean(counts)
  return { recall, precision, granularity, plagdet: combined(recall, precision, granularity) }
}

function charactersOf({ pair, susp, src }: Detection): Set<string> {
  const characters = new Set<string>()
  for (let at = susp.start; at < susp.end; at++) characters.add(`${pair} susp ${at}`)
  for (let at = src.start; at < src.end; at++) characters.add(`${pair} src ${at}`)
  return characters
}

function touches(a: Detection, b: Detection): boolean {
  if (a.pair !== b.pair) return false
  const [own, theirs] = [charactersOf(a), charactersOf(b)]
  const common = [...own].filter(character => theirs.has(character))
  return common.some(character => character.includes(" susp ")) && common.some(character => character.includes(" src "))
}

/**
 * The longest run of words that two texts have in common, as spans of both, by comparing every word with every word; `undefined`
 * where they have no word in common.
 */
export function longestCommonRun(a: string, b: string) {
  const [left, right] = [a, b].map(text => [...text.matchAll(/[\p{L}\p{N}]+/gu)])
  let best = { words: 0, i: 0, j: 0 }
  let above: number[] = []
  left!.forEach((word, i) => {
    const row: number[] = []
    right!.forEach((other, j) => {
      if (word[0].toLowerCase() !== other[0].toLowerCase()) return
      row[j] = (above[j - 1] ?? 0) + 1
      if (row[j] > best.words) best = { words: row[j], i, j }
    })
    above = row
  })
  const spanOf = (words: readonly RegExpExecArray[], last: number) => ({
    start: words[last - best.words + 1]!.index,
    end: words[last]!.index + words[last]![0].length,
  })
  return best.words === 0 ? undefined : { words: best.words, a: spanOf(left!, best.i), b: spanOf(right!, best.j) }
}
