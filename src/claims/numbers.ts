import { TOKEN, type Tokens } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Groups } from "./groups.ts"

/** The numbers in digits in a range, without what groups their digits: "4,200" and "4.200" are "4200", "2.40" and "2:40" are "2.40". O(range). */
export function numbersIn({ kinds, words }: Tokens, { first, end }: Range): string[] {
  const found: string[] = []
  for (let i = first; i < end; i++) {
    if (kinds[i] !== TOKEN.number || !/\p{Nd}/u.test(words[i]!)) continue
    found.push(words[i]!.replace(/[.,'’](?=\p{Nd}{3}(?!\p{Nd}))/gu, "").replace(/[,:]/g, "."))
  }
  return [...new Set(found)]
}

/**
 * Groups of mentions in which no two statements contradict each other in digits, each having a number that the other has not: joining such groups does
 * nothing. That needs no knowledge of the language, so "3 Arbeiter" and "30 Arbeiter" are two claims.
 */
export function withNumbersApart(sets: Groups, mentions: readonly { readonly numbers?: readonly string[] }[]): Groups {
  const known = new Map<number, ReadonlySet<string>>()
  const numbersOf = (m: number): ReadonlySet<string> => known.get(sets.leader(m)) ?? new Set(mentions[m]!.numbers)
  const join = (x: number, y: number) => {
    const [one, other] = [numbersOf(x), numbersOf(y)]
    if (hasOwn(one, other) && hasOwn(other, one)) return
    sets.join(x, y)
    known.set(sets.leader(x), new Set([...one, ...other]))
  }
  return { ...sets, join }
}

const hasOwn = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some(number => !other.has(number))
