import type { Alignment } from "../model/passage.ts"
import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import type { Place, Span } from "../model/span.ts"
import { type Cluster, type Clusters, clusterSentences } from "./clusters.ts"
import { NOTHING } from "./columns.ts"
import { GAP, UNKNOWN } from "./readings.ts"
import { spanOver, type Table, tabulate, wordTokens } from "./table.ts"

/**
 * A place where the witnesses of a family differ: a sentence that some leave out, or words in a sentence. Loci at which they differ in the same
 * way are one; the costs are sums over all of them.
 */
export interface Locus {
  readonly level: "sentence" | "word"
  /** For every witness {@link GAP}, {@link UNKNOWN}, or 1 … `count`: equal numbers are equal readings, by first occurrence. */
  readonly readings: Uint8Array
  /** How many readings there are, the gap left out. */
  readonly count: number
  /** Cost of each reading, from 1, put in the place of another; the rarer its words are in the family, the less likely two hit on them by chance. */
  readonly change: Float64Array
  /** Cost of leaving out, and of putting something in where nothing was. */
  drop: number
  add: number
  /** Words in all stretches together. */
  words: number
  /** Some of the places it stands for: every witness's own, {@link GAP} left out. */
  readonly examples: (readonly Place[])[]
}

/** One place where the wording differs. */
export interface Site {
  readonly locus: Locus
  /** For each witness where its reading begins in its text, -1 where it has none. */
  readonly starts: Int32Array
  /** Cost of each reading, as in {@link Locus}, for this place alone. */
  readonly change: readonly number[]
}

/** A family's texts taken apart. */
export interface Collation {
  readonly loci: readonly Locus[]
  /** All loci of wording, each place by itself. */
  readonly sites: readonly Site[]
  readonly clusters: Clusters
}

/** What it costs to change, leave out or put in one stretch. */
export interface EditCosts {
  readonly wordChange: number
  readonly wordDrop: number
  readonly wordAdd: number
  readonly sentenceDrop: number
  readonly sentenceAdd: number
}

export const COSTS: EditCosts = { wordChange: 1, wordDrop: 0.8, wordAdd: 0.8, sentenceDrop: 0.4, sentenceAdd: 1 }

/** Words of a usual sentence; omissions are counted in sentences. */
const SENTENCE_WORDS = 15
/** Names and numbers are not put otherwise as words are: `fixed`. Short words are frequent, in any text: below `long` letters a word counts less. */
export const RARITY = { fixed: 1.5, long: 9, power: 1.5 }
const EXAMPLES_KEPT = 4
/** Of the readings at one locus at most so many are told apart. */
const MOST_READINGS = 250

/** Cutting a paragraph is one act, writing one is more: how cost grows with the length of a stretch. */
const dropLength = (length: number): number => (length < 1 ? length : 1 + 0.4 * Math.log2(length))
const addLength = (length: number): number => (length < 1 ? length : 1 + 0.8 * Math.log2(length))

type Ledger = Map<string, Locus>

interface Costs {
  readonly change: readonly number[]
  readonly drop: number
  readonly add: number
  readonly words: number
}

function enter(
  ledger: Ledger,
  level: Locus["level"],
  readings: Uint8Array,
  costs: Costs,
  places: readonly Place[],
): Locus {
  const key = level + String.fromCharCode(...readings)
  let locus = ledger.get(key)
  if (!locus) {
    const count = readings.reduce((most, r) => (r === UNKNOWN ? most : Math.max(most, r)), 0)
    locus = { level, readings, count, change: new Float64Array(count + 1), drop: 0, add: 0, words: 0, examples: [] }
    ledger.set(key, locus)
  }
  for (const [reading, cost] of costs.change.entries()) locus.change[reading]! += cost
  locus.drop += costs.drop
  locus.add += costs.add
  locus.words += costs.words
  if (locus.examples.length < EXAMPLES_KEPT) locus.examples.push(places)
  return locus
}

/**
 * All loci of a family, in a fixed order. `alignments` have indexes into `segmented`.
 * Costs O(words × sentence length) times the witnesses that have each sentence.
 */
export function lociOf(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  costs: EditCosts = COSTS,
): Collation {
  const ledger: Ledger = new Map()
  const clusters = clusterSentences(segmented, alignments)
  const tables = new Map(clusters.list.map(cluster => [cluster, tabulate(segmented, cluster)]))
  enterStretches(segmented, clusters, tables, costs, ledger)
  const rarity = raritiesOf(segmented, clusters)
  const sites = clusters.list.flatMap(cluster =>
    cluster.members.length > 1 ? enterWords(segmented, cluster, tables.get(cluster)!, rarity, costs, ledger) : [],
  )
  const loci = [...ledger.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, locus]) => locus)
  return { loci, sites, clusters }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((reading, index) => reading === b[index])

/** Stretches that stand together and are had by the same witnesses are one. Each is entered where the first witness that has it has it. */
function enterStretches(
  segmented: readonly Segmented[],
  clusters: Clusters,
  tables: ReadonlyMap<Cluster, Table>,
  costs: EditCosts,
  ledger: Ledger,
): void {
  for (const [witness, one] of segmented.entries()) {
    let run: { readings: Uint8Array; start: number; end: number; words: number } | undefined
    const close = () => {
      if (!run) return
      const length = run.words / SENTENCE_WORDS
      const drop = costs.sentenceDrop * dropLength(length)
      const add = costs.sentenceAdd * addLength(length)
      const place = { witness: one.witness.id, span: { start: run.start, end: run.end } }
      enter(ledger, "sentence", run.readings, { change: [], drop, add, words: run.words }, [place])
      run = undefined
    }
    const done = new Set<Cluster>()
    for (const [index, sentence] of one.sentences.entries()) {
      const cluster = sentence.role === "body" ? clusters.at(witness, index) : undefined
      if (!cluster || done.has(cluster)) continue
      done.add(cluster)
      for (const stretch of tables.get(cluster)!.stretches) {
        const { readings, words } = stretch
        const span = readings.indexOf(1) === witness && readings.includes(GAP) ? stretch.spanOf(witness) : undefined
        if (!span) close()
        else if (run && same(run.readings, readings)) {
          run.end = Math.max(run.end, span.end)
          run.words += words
        } else {
          close()
          run = { readings, start: span.start, end: span.end, words }
        }
      }
    }
    close()
  }
}

/** How much a word's being chosen says, in [0.35, 1]: 1 for a word of one sentence of the family, little for one that stands in all. */
function raritiesOf(segmented: readonly Segmented[], clusters: Clusters): (word: string) => number {
  const spread = new Map<string, number>()
  const fixed = new Set<string>()
  for (const { members } of clusters.list) {
    const words = new Set<string>()
    for (const { witness, sentences } of members) {
      const { tokens } = segmented[witness]!
      for (const at of wordTokens(segmented[witness]!, sentences)) {
        words.add(tokens.words[at]!)
        if (tokens.kinds[at] === TOKEN.number || tokens.tags[at] === TAG.number || tokens.tags[at] === TAG.name)
          fixed.add(tokens.words[at]!)
      }
    }
    for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1)
  }
  const whole = Math.log(Math.max(2, clusters.list.length))
  return word => {
    const rare = 1 - (0.65 * Math.log(spread.get(word) ?? 1)) / whole
    return rare * (fixed.has(word) ? RARITY.fixed : Math.min(1, word.length / RARITY.long) ** RARITY.power)
  }
}

/** Neighbouring columns in which the witnesses differ in the same way are one locus. */
function enterWords(
  segmented: readonly Segmented[],
  cluster: Cluster,
  table: Table,
  rarity: (word: string) => number,
  costs: EditCosts,
  ledger: Ledger,
): Site[] {
  const sites: Site[] = []
  let run: { readings: Uint8Array; columns: (readonly number[])[] } | undefined
  const close = () => {
    if (!run) return
    const { readings, columns } = run
    const rare = rarities(readings, columns)
    const mean = rare.reduce((sum, r) => sum + r, 0) / Math.max(1, rare.length - 1)
    const change = rare.map(r => r * costs.wordChange * dropLength(columns.length))
    const drop = mean * costs.wordDrop * dropLength(columns.length)
    const add = mean * costs.wordAdd * addLength(columns.length)
    const spans = spansOf(segmented, cluster, table, columns)
    const places = [...spans].map(([witness, span]) => ({ witness: segmented[witness]!.witness.id, span }))
    const locus = enter(ledger, "word", readings, { change, drop, add, words: columns.length }, places)
    const starts = new Int32Array(segmented.length).fill(-1)
    for (const [witness, span] of spans) starts[witness] = span.start
    sites.push({ locus, starts, change })
    run = undefined
  }
  /** The mean rarity of the words of each reading. */
  const rarities = (readings: Uint8Array, columns: readonly (readonly number[])[]): number[] => {
    const made: number[] = [0]
    for (const [m, { witness }] of cluster.members.entries()) {
      const reading = readings[witness]!
      if (reading === GAP || reading === UNKNOWN || made[reading] !== undefined) continue
      made[reading] =
        columns.reduce(
          (sum, column) =>
            sum + rarity(table.texts[m]![column[m]!]!) * weightOf(segmented[witness]!, table.tokens[m]![column[m]!]!),
          0,
        ) / columns.length
    }
    return made
  }
  for (const [at, column] of table.columns.entries()) {
    const readings = readingsOf(segmented.length, cluster, table, at)
    if (!readings) close()
    else if (run && same(run.readings, readings)) run.columns.push(column)
    else {
      close()
      run = { readings, columns: [column] }
    }
  }
  close()
  return sites
}

/** Nobody hits on another number or name by chance as on another word. */
const FACT = 6

function weightOf({ tokens }: Segmented, at: number): number {
  return tokens.kinds[at] === TOKEN.number || tokens.tags[at] === TAG.name ? FACT : 1
}

/** The readings at a column, or undefined where all that have the stretch agree. */
function readingsOf(n: number, cluster: Cluster, table: Table, at: number): Uint8Array | undefined {
  const readings = new Uint8Array(n).fill(UNKNOWN)
  const numberByWord = new Map<string, number>()
  let first: number | undefined
  let differ = false
  for (const [m, { witness }] of cluster.members.entries()) {
    if (table.omitted[m]![at]) continue
    const index = table.columns[at]![m]!
    const word = index === NOTHING ? undefined : table.texts[m]![index]!
    if (word !== undefined && !numberByWord.has(word))
      numberByWord.set(word, Math.min(MOST_READINGS, numberByWord.size + 1))
    readings[witness] = word === undefined ? GAP : numberByWord.get(word)!
    first ??= readings[witness]
    differ ||= readings[witness] !== first
  }
  return differ ? readings : undefined
}

function spansOf(
  segmented: readonly Segmented[],
  cluster: Cluster,
  table: Table,
  columns: readonly (readonly number[])[],
): Map<number, Span> {
  const made = new Map<number, Span>()
  for (const [m, { witness }] of cluster.members.entries()) {
    const span = spanOver(
      segmented[witness]!,
      table.tokens[m]!,
      columns.map(column => column[m]!),
    )
    if (span) made.set(witness, span)
  }
  return made
}
