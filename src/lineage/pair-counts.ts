import type { Grid, Row, Site } from "./grid.ts"
import { UNKNOWN } from "./readings.ts"

/** What two witnesses have in common and where they differ, counted: matrices of n × n, at `a * n + b`. */
export interface PairCounts {
  readonly n: number
  /** Words of each witness, and those that no other has. */
  readonly words: Float64Array
  readonly onlyWords: Float64Array
  /** Words and rows that both have; rows in which both read alike; the share changed, summed over the others. */
  readonly common: Float64Array
  readonly rows: Float64Array
  readonly sameRows: Float64Array
  readonly changedShare: Float64Array
  /** Words and places where both have a row and read differently; places of names and figures among them. */
  readonly differWords: Float64Array
  readonly differ: Float64Array
  readonly differFacts: Float64Array
  /** Of what `a` has and `b` has not: runs of rows, words that a third has, rows that a third has, words that none has, words after the last common row. */
  readonly missingRuns: Float64Array
  readonly missingKnown: Float64Array
  readonly missingKnownRows: Float64Array
  readonly missingOwn: Float64Array
  readonly missingTail: Float64Array
  /** Of the places that differ, where a third has the row: those where `a` alone reads so, `b` alone, each alone, neither. */
  readonly aAlone: Float64Array
  readonly bAlone: Float64Array
  readonly eachAlone: Float64Array
  readonly neitherAlone: Float64Array
  /** How many more of the others read as `a` than as `b`, and over how many places that was asked. */
  readonly lean: Float64Array
  readonly leanOver: Float64Array
  /** Places where both read alike, and nobody else, or one other. */
  readonly onlyTwo: Float64Array
  readonly onlyThree: Float64Array
  /** Words of rows that both have, and nobody else, or one other. */
  readonly rowsOfTwo: Float64Array
  readonly rowsOfThree: Float64Array
}

type Counting = { -readonly [K in keyof PairCounts]: PairCounts[K] }

/** Counts every pair of witnesses. O(witnesses² × sites). */
export function countPairs(grid: Grid): PairCounts {
  const { n, rows, has } = grid
  const pairs = () => new Float64Array(n * n)
  const made: Counting = {
    n,
    words: new Float64Array(n),
    onlyWords: new Float64Array(n),
    common: pairs(),
    rows: pairs(),
    sameRows: pairs(),
    changedShare: pairs(),
    differWords: pairs(),
    differ: pairs(),
    differFacts: pairs(),
    missingRuns: pairs(),
    missingKnown: pairs(),
    missingKnownRows: pairs(),
    missingOwn: pairs(),
    missingTail: pairs(),
    aAlone: pairs(),
    bAlone: pairs(),
    eachAlone: pairs(),
    neitherAlone: pairs(),
    lean: pairs(),
    leanOver: pairs(),
    onlyTwo: pairs(),
    onlyThree: pairs(),
    rowsOfTwo: pairs(),
    rowsOfThree: pairs(),
  }
  const known = grid.sites.map(site => site.readings.reduce((sum, reading) => sum + Number(reading !== UNKNOWN), 0))
  for (let w = 0; w < n; w++)
    for (const [r, row] of rows.entries()) {
      if (!has[w]![r]) continue
      made.words[w]! += row.words
      if (row.holders.length === 1) made.onlyWords[w]! += row.words
    }
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) if (a !== b) countPair(made, grid, known, a, b)
  return made
}

function countPair(made: Counting, grid: Grid, known: readonly number[], a: number, b: number): void {
  const { n, rows, has } = grid
  const k = a * n + b
  let last = rows.length - 1
  while (last >= 0 && !(has[a]![last] && has[b]![last])) last--
  let isOpen = false
  for (const [r, row] of rows.entries()) {
    if (!has[a]![r]) continue
    if (has[b]![r]) {
      isOpen = false
      countRow(made, grid, known, row, a, b)
      continue
    }
    if (!isOpen) made.missingRuns[k]!++
    isOpen = true
    if (row.holders.length > 1) {
      made.missingKnown[k]! += row.words
      made.missingKnownRows[k]!++
    } else made.missingOwn[k]! += row.words
    if (r > last) made.missingTail[k]! += row.words
  }
}

/** A row that both have. */
function countRow(made: Counting, grid: Grid, known: readonly number[], row: Row, a: number, b: number): void {
  const k = a * grid.n + b
  made.common[k]! += row.words
  made.rows[k]!++
  if (row.holders.length === 2) made.rowsOfTwo[k]! += row.words
  if (row.holders.length === 3) made.rowsOfThree[k]! += row.words
  let changed = 0
  for (let s = row.firstSite; s < row.endSite; s++) {
    const [x, y] = [grid.readings[a]![s]!, grid.readings[b]![s]!]
    if (x === UNKNOWN || y === UNKNOWN) continue
    const site = grid.sites[s]!
    if (x === y) {
      if (known[s]! > 2 && site.holders[x] === 2) made.onlyTwo[k]! += site.places
      if (known[s]! > 2 && site.holders[x] === 3) made.onlyThree[k]! += site.places
      continue
    }
    changed += site.places
    made.differWords[k]! += site.words
    made.differ[k]! += site.places
    if (site.isFact[x] || site.isFact[y]) made.differFacts[k]!++
    if (known[s]! > 2) countSides(made, site, known[s]!, k, site.holders[x]!, site.holders[y]!)
  }
  if (changed === 0) made.sameRows[k]!++
  else made.changedShare[k]! += Math.min(1, changed / row.words)
}

/** A place where the two differ and others tell something of it: `asA` and `asB` have the readings of the two. */
function countSides(made: Counting, { places }: Site, known: number, k: number, asA: number, asB: number): void {
  if (asA === 1 && asB > 1) made.aAlone[k]! += places
  else if (asB === 1 && asA > 1) made.bAlone[k]! += places
  else if (asA === 1) made.eachAlone[k]! += places
  else made.neitherAlone[k]! += places
  made.lean[k]! += (places * (asA - asB)) / (known - 1)
  made.leanOver[k]! += places
}
