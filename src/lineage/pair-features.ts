import type { Segmented } from "../model/segmented.ts"
import { momentOf } from "./dates.ts"
import type { Grid } from "./grid.ts"
import { type Hint, isStated } from "./hint.ts"
import type { Mixing } from "./mixing.ts"
import { countPairs, type PairCounts } from "./pair-counts.ts"

/** Numbers that say how two witnesses may stand to each other: for each `a`, then each other `b`, a row of `width` numbers. */
export interface PairFeatures {
  readonly width: number
  readonly values: Float32Array
}

const HOUR = 3_600_000
/** Among more witnesses nothing was learned. */
const MOST_LEARNED = 32
/** No ratio counts for more. */
const MOST = 3

/** The rows of one block of features put after those of another, pair by pair. */
export function besideEachOther(blocks: readonly PairFeatures[]): PairFeatures {
  const width = blocks.reduce((sum, block) => sum + block.width, 0)
  const count = blocks[0]!.values.length / blocks[0]!.width
  const values = new Float32Array(count * width)
  for (let pair = 0; pair < count; pair++) {
    let at = pair * width
    for (const block of blocks) {
      values.set(block.values.subarray(pair * block.width, (pair + 1) * block.width), at)
      at += block.width
    }
  }
  return { width, values }
}

/** What `row` gives for each ordered pair of `n` witnesses. */
export function eachPair(n: number, row: (a: number, b: number) => readonly number[]): PairFeatures {
  const values: number[] = []
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) if (a !== b) values.push(...row(a, b))
  return { width: n > 1 ? values.length / (n * (n - 1)) : 0, values: Float32Array.from(values) }
}

/** All that the witnesses' texts, dates and credits say of each pair. O(witnesses² × (sites + witnesses)). */
export function pairFeatures(
  segmented: readonly Segmented[],
  grid: Grid,
  hints: readonly Hint[],
  mixings: readonly (readonly Mixing[])[],
): PairFeatures {
  const counts = countPairs(grid)
  return besideEachOther([
    wording(counts),
    nearness(counts),
    dates(segmented),
    said(segmented, hints),
    mixed(grid, mixings),
  ])
}

const { log1p } = Math

/** How much both have, what each has alone, and who changed what. */
function wording(c: PairCounts): PairFeatures {
  const { n } = c
  const words = c.words.map(count => Math.max(1, count))
  const most = Math.max(...words)
  return eachPair(n, (a, b) => {
    const [k, q] = [a * n + b, b * n + a]
    const told = c.aAlone[k]! + c.bAlone[k]! + c.eachAlone[k]! + c.neitherAlone[k]! + 1
    const two = c.onlyTwo[k]!
    const three = two + c.onlyThree[k]!
    const differ = c.differ[k]! + 1e-9
    return [
      Math.log(Math.min(n, MOST_LEARNED)),
      c.common[k]! / words[a]!,
      c.common[k]! / words[b]!,
      log1p(c.rows[k]!),
      log1p(c.differ[k]!),
      c.sameRows[k]! / Math.max(1, c.rows[k]!),
      c.changedShare[k]! / Math.max(1, c.rows[k]! - c.sameRows[k]!),
      log1p(c.differFacts[k]!),
      ...[k, q].flatMap((at, side) => [
        log1p(c.missingRuns[at]!),
        c.missingKnown[at]! / words[side ? b : a]!,
        c.missingOwn[at]! / words[side ? b : a]!,
        log1p(c.missingKnownRows[at]!),
        c.missingTail[at]! / words[side ? b : a]!,
      ]),
      ...[c.aAlone, c.bAlone, c.eachAlone, c.neitherAlone].flatMap(list => [log1p(list[k]!), list[k]! / told]),
      c.lean[k]! / (c.leanOver[k]! + 1),
      log1p(two),
      log1p(c.onlyThree[k]!),
      two / (differ + two),
      three / (differ + three),
      log1p(c.rowsOfTwo[k]!),
      log1p(c.rowsOfThree[k]!),
      c.words[a]! / most,
      c.words[b]! / most,
      c.onlyWords[a]! / words[a]!,
      c.onlyWords[b]! / words[b]!,
    ]
  })
}

/** How near the two are, beside how near others are to each of them. */
function nearness(c: PairCounts): PairFeatures {
  const { n, words } = c
  const alike = new Float64Array(n * n)
  const inside = new Float64Array(n * n)
  const rate = new Float64Array(n * n)
  for (let k = 0; k < n * n; k++) {
    const [a, b] = [Math.floor(k / n), k % n]
    if (a === b) continue
    const same = Math.max(0, c.common[k]! - c.differWords[k]!)
    alike[k] = same / Math.max(1, words[a]! + words[b]! - same)
    inside[k] = same / Math.max(1, words[a]!)
    rate[k] = (c.differ[k]! + 1) / (c.common[k]! + 8)
  }
  const far = alike.map(share => 1 - share)
  const still = rate.map(share => -share)
  const meanRate = rate.reduce((sum, x) => sum + x, 0) / Math.max(1, n * n - n)
  const means = Float64Array.from({ length: n }, (_, a) => {
    let sum = 0
    for (let b = 0; b < n; b++) sum += alike[a * n + b]!
    return sum / Math.max(1, n - 1)
  })
  const central = Math.max(1e-9, ...means)
  const best = (list: Float64Array, a: number) => {
    let most = 1e-9
    for (let o = 0; o < n; o++) if (o !== a) most = Math.max(most, list[a * n + o]!)
    return most
  }
  const bests = [alike, inside].map(list => Float64Array.from({ length: n }, (_, a) => best(list, a)))
  const rank = (list: Float64Array, a: number, b: number) => {
    let before = 0
    for (let o = 0; o < n; o++) if (o !== a && o !== b && list[a * n + o]! > list[a * n + b]!) before++
    return 1 / (1 + before)
  }
  return eachPair(n, (a, b) => {
    const [k, q] = [a * n + b, b * n + a]
    const [byWords, byChanges] = [between(far, n, a, b), between(rate, n, a, b)]
    return [
      rate[k]!,
      Math.log(rate[k]! / meanRate),
      alike[k]!,
      inside[k]!,
      inside[q]!,
      rank(alike, a, b),
      rank(alike, b, a),
      alike[k]! / bests[0]![a]!,
      alike[k]! / bests[0]![b]!,
      inside[q]! / bests[1]![b]!,
      inside[k]! / bests[1]![a]!,
      rank(inside, b, a),
      rank(inside, a, b),
      rank(still, a, b),
      rank(still, b, a),
      byWords.nearest,
      byChanges.nearest,
      byWords.closer / Math.max(1, n - 2),
      log1p(byWords.closer),
      byWords.detour,
      byChanges.detour,
      means[a]!,
      means[b]!,
      means[a]! / central,
      means[b]! / central,
    ]
  })
}

/**
 * Thirds between two, by some distance: the longer of the two ways by the best third, and the detour over it, as shares of the straight way
 * (relative neighbourhood: Toussaint 1980); how many thirds are closer to both than they are to each other.
 */
function between(far: Float64Array, n: number, a: number, b: number) {
  const straight = far[a * n + b]! + 1e-6
  let [nearest, detour, closer] = [MOST, MOST, 0]
  for (let o = 0; o < n; o++) {
    if (o === a || o === b) continue
    const [first, second] = [far[a * n + o]!, far[o * n + b]!]
    nearest = Math.min(nearest, Math.max(first, second) / straight)
    detour = Math.min(detour, (first + second - straight) / straight)
    if (first < straight && second < straight) closer++
  }
  return { nearest, detour, closer }
}

/** Who was published when, as far as it is known. */
function dates(segmented: readonly Segmented[]): PairFeatures {
  const hours = segmented.map(one => {
    const moment = momentOf(one)
    return moment && (moment.from + moment.until) / 2 / HOUR
  })
  const dated = hours.flatMap(hour => hour ?? [])
  const first = Math.min(...dated)
  const rank = hours.map(hour =>
    hour === undefined ? 0.5 : dated.filter(other => other < hour).length / Math.max(1, dated.length - 1),
  )
  const since = hours.map(hour => (hour === undefined ? 0 : log1p(hour - first)))
  return eachPair(segmented.length, (a, b) => {
    const [x, y] = [hours[a], hours[b]]
    const gap = x === undefined || y === undefined ? undefined : y - x
    return [
      gap === undefined ? 0 : 1,
      gap === undefined ? 0 : Math.sign(gap) * log1p(Math.abs(gap)),
      gap === undefined ? 0 : Math.sign(Math.round(gap * 4)),
      x === undefined ? 0 : 1,
      y === undefined ? 0 : 1,
      rank[a]!,
      rank[b]!,
      since[a]!,
      since[b]!,
    ]
  })
}

/** What else speaks for or against an edge: credits, errors, marks of an update. What was stated is left out: it has a weight of its own. */
function said(segmented: readonly Segmented[], hints: readonly Hint[]): PairFeatures {
  const n = segmented.length
  const kinds = ["direct", "credit", "error", "other"] as const
  const sums = Object.fromEntries(kinds.map(kind => [kind, new Float64Array(n * n)])) as Record<
    (typeof kinds)[number],
    Float64Array
  >
  for (const hint of hints) {
    const { parent, child, scope, cost, evidence } = hint
    if (evidence.kind === "date" || isStated(hint)) continue
    const kind =
      scope === "direct" ? "direct" : evidence.kind === "credit" || evidence.kind === "error" ? evidence.kind : "other"
    sums[kind][parent * n + child]! += cost
  }
  return eachPair(n, (a, b) => {
    const [one, other] = [segmented[a]!.witness, segmented[b]!.witness]
    return [
      ...kinds.flatMap(kind => [sums[kind][a * n + b]!, sums[kind][b * n + a]!]),
      one.outlet !== undefined && one.outlet === other.outlet ? 1 : 0,
      Math.min(5, one.credits.length),
      Math.min(5, other.credits.length),
    ]
  })
}

/** What would be gained by each of the two as second source of the other, in nats, and the share of the rows that it would give. */
function mixed({ n, rows }: Grid, mixings: readonly (readonly Mixing[])[]): PairFeatures {
  const gains = new Float64Array(n * n)
  const shares = new Float64Array(n * n)
  for (const { child, source, gain, run } of mixings.flat()) {
    const k = source * n + child
    if (gain <= gains[k]!) continue
    gains[k] = gain
    shares[k] = run.reduce((sum, one) => sum + one, 0) / rows.length
  }
  return eachPair(n, (a, b) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([s, c]) => [log1p(gains[s! * n + c!]!), shares[s! * n + c!]!]),
  )
}
