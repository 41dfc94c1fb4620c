import type { Alignment } from "../model/passage.ts"
import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import type { Place } from "../model/span.ts"
import { type Cluster, type Clusters, clusterSentences } from "./clusters.ts"
import { GAP, UNKNOWN } from "./readings.ts"
import { spanOver, type Table, tabulate } from "./table.ts"

/** A stretch of text that a witness has or has not: a sentence, or the part of one that some leave out. */
export interface Row {
  readonly cluster: Cluster
  /** Words of the longest form. */
  readonly words: number
  /** Witnesses that have it. */
  readonly holders: readonly number[]
  /** Its sites, as a range of {@link Grid.sites}. */
  readonly firstSite: number
  readonly endSite: number
}

/** Places of a row at which the witnesses that have it differ in one and the same way; neighbouring words are one place. */
export interface Site {
  readonly row: number
  readonly places: number
  /** For every witness {@link GAP}, {@link UNKNOWN}, or a number from 1: equal numbers are equal readings. */
  readonly readings: Uint8Array
  /** For each reading how many have it. */
  readonly holders: readonly number[]
  readonly words: number
  /** For each reading whether it is a number or a name. */
  readonly isFact: readonly boolean[]
  placeOf(witness: number): Place | undefined
}

/** A family's texts side by side: rows in an order that fits all texts as far as one can, and the sites in them. */
export interface Grid {
  readonly n: number
  readonly rows: readonly Row[]
  readonly sites: readonly Site[]
  readonly clusters: Clusters
  /** For each witness and row 1 where it has the row. */
  readonly has: readonly Uint8Array[]
  /** For each witness and site its reading. */
  readonly readings: readonly Uint8Array[]
}

/** Of the readings at one site at most so many are told apart. */
const MOST_READINGS = 250

/** The witnesses side by side. `alignments` have indexes into `segmented`. Costs O(words × sentence length) times the witnesses that have each sentence. */
export function gridOf(segmented: readonly Segmented[], alignments: readonly Alignment[]): Grid {
  const n = segmented.length
  const clusters = clusterSentences(segmented, alignments)
  const rows: Row[] = []
  const sites: Site[] = []
  for (const cluster of inOrder(segmented, clusters)) {
    const table = tabulate(segmented, cluster)
    for (const { first, end } of stretches(table)) {
      const firstSite = sites.length
      sites.push(...sitesOf(segmented, cluster, table, first, end, rows.length))
      const holders = cluster.members.flatMap(({ witness }, m) => (table.omitted[m]![first] ? [] : [witness]))
      rows.push({ cluster, words: end - first, holders, firstSite, endSite: sites.length })
    }
  }
  const has = segmented.map((_, w) => Uint8Array.from(rows, row => Number(row.holders.includes(w))))
  const readings = segmented.map((_, w) => Uint8Array.from(sites, site => site.readings[w]!))
  return { n, rows, sites, clusters, has, readings }
}

/** Clusters in the order of the longest text; what it has not comes after what it follows in the next longest. */
function inOrder(segmented: readonly Segmented[], clusters: Clusters): Cluster[] {
  const longest = segmented
    .map((_, w) => w)
    .sort((a, b) => segmented[b]!.sentences.length - segmented[a]!.sentences.length || a - b)
  const next = new Map<Cluster | undefined, Cluster | undefined>([[undefined, undefined]])
  for (const w of longest) {
    let last: Cluster | undefined
    for (const [index, { role }] of segmented[w]!.sentences.entries()) {
      const cluster = role === "body" ? clusters.at(w, index) : undefined
      if (!cluster) continue
      if (!next.has(cluster)) {
        next.set(cluster, next.get(last))
        next.set(last, cluster)
      }
      last = cluster
    }
  }
  const order: Cluster[] = []
  for (let at = next.get(undefined); at; at = next.get(at)) order.push(at)
  return [...order, ...clusters.list.filter(cluster => !next.has(cluster))]
}

/** Ranges of columns that the same members leave out. */
function stretches({ columns, omitted }: Table): { first: number; end: number }[] {
  const made: { first: number; end: number }[] = []
  for (let first = 0, end = 0; first < columns.length; first = end) {
    end = first + 1
    while (end < columns.length && omitted.every(marks => marks[end] === marks[first])) end++
    made.push({ first, end })
  }
  return made
}

function sitesOf(
  segmented: readonly Segmented[],
  cluster: Cluster,
  table: Table,
  first: number,
  end: number,
  row: number,
): Site[] {
  const runsByKey = new Map<string, { readings: Uint8Array; runs: Run[] }>()
  let open: string | undefined
  for (let at = first; at < end; at++) {
    const readings = readingsAt(segmented.length, cluster, table, at)
    const key = readings && String.fromCharCode(...readings)
    if (key !== undefined) {
      const known = runsByKey.get(key)
      if (!known) runsByKey.set(key, { readings: readings!, runs: [{ from: at, until: at + 1 }] })
      else if (open === key) known.runs.at(-1)!.until = at + 1
      else known.runs.push({ from: at, until: at + 1 })
    }
    open = key
  }
  return [...runsByKey.values()].map(({ readings, runs }) => siteOf(segmented, cluster, table, readings, runs, row))
}

interface Run {
  readonly from: number
  until: number
}

/** The readings at a column, or undefined where all that have the stretch agree. */
function readingsAt(n: number, { members }: Cluster, table: Table, at: number): Uint8Array | undefined {
  const readings = new Uint8Array(n).fill(UNKNOWN)
  const numberByWord = new Map<string, number>()
  const met = new Set<number>()
  for (const [m, { witness }] of members.entries()) {
    if (table.omitted[m]![at]) continue
    const word = table.texts[m]![table.columns[at]![m]!]
    if (word !== undefined && !numberByWord.has(word))
      numberByWord.set(word, Math.min(MOST_READINGS, numberByWord.size + 1))
    readings[witness] = word === undefined ? GAP : numberByWord.get(word)!
    met.add(readings[witness])
  }
  return met.size > 1 ? readings : undefined
}

function siteOf(
  segmented: readonly Segmented[],
  { members }: Cluster,
  table: Table,
  readings: Uint8Array,
  runs: readonly Run[],
  row: number,
): Site {
  const holders: number[] = []
  const isFact: boolean[] = []
  for (const [m, { witness }] of members.entries()) {
    const reading = readings[witness]!
    if (reading === UNKNOWN) continue
    holders[reading] = (holders[reading] ?? 0) + 1
    for (const { from, until } of runs)
      for (let at = from; at < until; at++) {
        const index = table.tokens[m]![table.columns[at]![m]!]
        if (index !== undefined && factAt(segmented[witness]!, index)) isFact[reading] = true
      }
  }
  const { from, until } = runs[0]!
  const placeOf = (w: number): Place | undefined => {
    const m = members.findIndex(({ witness }) => witness === w)
    if (m < 0) return undefined
    const span = spanOver(
      segmented[w]!,
      table.tokens[m]!,
      table.columns.slice(from, until).map(column => column[m]!),
    )
    return span && { witness: segmented[w]!.witness.id, span }
  }
  const words = runs.reduce((sum, run) => sum + run.until - run.from, 0)
  return { row, places: runs.length, readings, holders, words, isFact, placeOf }
}

const factAt = ({ tokens }: Segmented, at: number): boolean =>
  tokens.kinds[at] === TOKEN.number || tokens.tags[at] === TAG.name || tokens.tags[at] === TAG.number
