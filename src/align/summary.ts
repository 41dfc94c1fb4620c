import type { Range } from "../model/span.ts"
import type { TermSpace } from "./overlap.ts"
import type { Terms } from "./terms.ts"

// Share of a sentence's words that the other text must have for it to count towards a summary.
const HALF = 0.5
const LEAST_WORDS = 30
// A summary is at most this share of what it sums up.
const MOST_OF_OTHER = 0.25
// More than half of its own text, and so many words at least, must stand round it, or nothing shows that it stands out.
const MOST_OF_OWN = 0.5
const LEAST_AROUND = 80
// Share of their words that the sentences around it have in common with the other text: at least so much is reckoned with; where it
// is more, both texts are about one thing throughout.
const AROUND_SHARE = { least: 0.15, most: 0.33 }
// Log likelihood ratio, in nats, from which the stretch is taken for a summary rather than for more of the same.
const LEAST_EVIDENCE = 26
// A copy has its words from one place of the other text, a summary from all over it.
const MOST_IN_ONE_PLACE = 0.7
const LEAST_WINDOW = 60

interface Tally {
  /** Different words of content in a sentence, and how many of these the other text has anywhere. */
  readonly all: number
  readonly met: number
}

/**
 * The stretch of one text that says in few words what the whole other text says, if there is one: the sentences in a row most of
 * whose words of content the other text has, far more than the sentences around them (log likelihood ratio of two binomials,
 * Dunning 1993), and has scattered over its length rather than in one place. O(words).
 */
export function summaryIn(
  own: Terms,
  other: Terms,
  isSmall: readonly boolean[],
  { head }: TermSpace,
): Range | undefined {
  if (LEAST_WORDS > MOST_OF_OTHER * other.at.length) return undefined
  for (let k = 0; k < other.bag.length; k++) head[other.bag[k]!] = isSmall[other.bag[k]!] ? 0 : 1
  const tallies = tally(own, head, isSmall)
  const found = standsOut(own, other, tallies)
  const isScattered = found !== undefined && shareInOnePlace(own, found, other, head) <= MOST_IN_ONE_PLACE
  for (let k = 0; k < other.bag.length; k++) head[other.bag[k]!] = 0
  return isScattered ? found : undefined
}

function tally({ bag, offsets }: Terms, isInOther: Int32Array, isSmall: readonly boolean[]): Tally[] {
  return Array.from({ length: offsets.length - 1 }, (_, s) => {
    let all = 0
    let met = 0
    for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
      if (isSmall[bag[k]!]) continue
      all++
      met += isInOther[bag[k]!]!
    }
    return { all, met }
  })
}

function standsOut(own: Terms, other: Terms, tallies: readonly Tally[]): Range | undefined {
  const { first, end } = bestSentences(tallies)
  const found = { first: own.starts[first]!, end: own.starts[end]! }
  const words = found.end - found.first
  const most = Math.min(MOST_OF_OTHER * other.at.length, MOST_OF_OWN * own.at.length)
  if (words < LEAST_WORDS || words > most) return undefined
  const inside = sum(tallies.slice(first, end))
  const around = sum([...tallies.slice(0, first), ...tallies.slice(end)])
  return around.all >= LEAST_AROUND && evidence(inside, around) >= LEAST_EVIDENCE ? found : undefined
}

/** The sentences in a row that together stand highest above half of their words (Kadane's maximal segment). */
function bestSentences(tallies: readonly Tally[]): Range {
  let best = { first: 0, end: 0, height: 0 }
  let first = 0
  let height = 0
  tallies.forEach(({ all, met }, s) => {
    if (height <= 0) {
      height = 0
      first = s
    }
    height += met - HALF * all
    if (height > best.height) best = { first, end: s + 1, height }
  })
  return best
}

function sum(tallies: readonly Tally[]): Tally {
  let all = 0
  let met = 0
  for (const one of tallies) {
    all += one.all
    met += one.met
  }
  return { all, met }
}

function evidence(inside: Tally, around: Tally): number {
  const expected = Math.max(AROUND_SHARE.least, around.met / around.all)
  const share = inside.met / inside.all
  if (share <= expected || expected > AROUND_SHARE.most) return 0
  const missing = Math.max(0.001, 1 - share)
  return inside.met * Math.log(share / expected) + (inside.all - inside.met) * Math.log(missing / (1 - expected))
}

/** The largest share of the stretch's shared words that stands within as many words of the other text as the stretch has. */
function shareInOnePlace(own: Terms, { first, end }: Range, other: Terms, isInOther: Int32Array): number {
  const shared = new Set(own.at.subarray(first, end).filter(term => isInOther[term] === 1))
  const window = Math.max(LEAST_WINDOW, end - first)
  const counts = new Map<number, number>()
  let most = 0
  for (let place = 0; place < other.at.length; place++) {
    const coming = other.at[place]!
    if (shared.has(coming)) counts.set(coming, (counts.get(coming) ?? 0) + 1)
    const going = other.at[place - window]
    if (going !== undefined && shared.has(going)) {
      const left = counts.get(going)! - 1
      if (left > 0) counts.set(going, left)
      else counts.delete(going)
    }
    most = Math.max(most, counts.size)
  }
  return shared.size === 0 ? 1 : most / shared.size
}
