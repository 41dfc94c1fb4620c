import { type Draft, edit } from "./editing.ts"
import { type Chance, randomOf } from "./random.ts"
import { inventWords, type Words, writeReport } from "./words.ts"

/** A report of a made tradition, with the sentences it was made of. */
export interface MadeReport {
  readonly id: string
  readonly outlet: string
  readonly published?: string
  readonly title: string
  readonly sentences: readonly string[]
  readonly credit?: string
}

/** Reports whose descent is known, for we made it. Nodes that are not among `reports` are lost texts; each has two children or more. */
export interface Tradition {
  readonly reports: readonly MadeReport[]
  /** `[parent, child]`; a witness made from two sources stands in two. */
  readonly edges: readonly (readonly [string, string])[]
  /** The edges of `edges` that are second sources. */
  readonly seconds: readonly (readonly [string, string])[]
}

interface Plan {
  readonly parent: readonly number[]
  readonly lost: readonly boolean[]
}

/** A lost text can be told from its copies when each of them differs from it by this many words at least. */
const VISIBLE_WORDS = 8
/** So many words of a passage taken from a second source are not in the first one. */
const VISIBLE_PASSAGE = 12

/** Who descends from whom: what has been copied already is copied more. A third to two thirds of the inner texts are lost. */
function plan(witnesses: number, random: Chance): Plan {
  const parent = [-1]
  const degree = [0]
  const share = 0.34 + 0.3 * random.unit()
  const luck = Array.from({ length: 4 * witnesses }, () => random.unit())
  for (;;) {
    const inner = degree.flatMap((d, node) => (d >= 2 ? [node] : []))
    const order = inner.sort((a, b) => (luck[a] as number) - (luck[b] as number))
    const gone = new Set(order.slice(0, Math.ceil(share * inner.length)))
    if (parent.length - gone.size >= witnesses) return { parent, lost: parent.map((_, node) => gone.has(node)) }
    const mother = random.weighted(degree.map(d => 1 + 1.5 * d))
    parent.push(mother)
    degree.push(0)
    degree[mother] = (degree[mother] as number) + 1
  }
}

/** Words of the child's sentences that its parent has not in the same sentence. */
function wordsApart(above: Draft, below: Draft): number {
  const known = new Set(above.sentences.flatMap(s => s.words.map(word => `${s.origin} ${word}`)))
  return below.sentences.flatMap(s => s.words.filter(word => !known.has(`${s.origin} ${word}`))).length
}

/** An edited copy; of a text that is lost, one that can be told from it. */
function copyOf(above: Draft, lost: boolean, words: Words, random: Chance): Draft {
  for (;;) {
    const made = edit(above, words, random)
    if (!lost || wordsApart(above, made) >= VISIBLE_WORDS) return made
  }
}

/** A made tradition of `witnesses` reports. The same seed gives the same tradition. Costs O(witnesses²). */
export function makeTradition(seed: number, witnesses: number): Tradition {
  const random = randomOf(seed)
  const words = inventWords(random)
  const { parent, lost } = plan(witnesses, random)
  const names = parent.map((_, node) => (lost[node] ? `lost${node}` : `w${shuffledLabel(node, seed)}`))
  const drafts: Draft[] = []
  const hours: number[] = []
  for (const [node, mother] of parent.entries()) {
    const above = drafts[mother]
    drafts.push(above ? copyOf(above, lost[mother] as boolean, words, random) : writeReport(words, random))
    hours.push(node === 0 ? 0 : (hours[mother] as number) + 0.3 + 8 * random.unit() ** 2)
  }
  const edges = parent.flatMap((p, node): [string, string][] =>
    p < 0 ? [] : [[names[p] as string, names[node] as string]],
  )
  const seconds = contaminate(parent, lost, drafts, hours, random).map(
    ([source, child]) => [names[source] as string, names[child] as string] as const,
  )
  const reports = parent.flatMap((_, node) =>
    lost[node] ? [] : [toReport(names[node] as string, drafts[node] as Draft, hours[node] as number, words, random)],
  )
  return { reports, edges: [...edges, ...seconds], seconds }
}

/** In half of the traditions one or two end texts take a passage from a text that is neither above nor below them. */
function contaminate(
  parent: readonly number[],
  lost: readonly boolean[],
  drafts: Draft[],
  hours: number[],
  random: Chance,
): [number, number][] {
  const done: [number, number][] = []
  const wanted = random.unit() < 0.5 ? 1 + random.below(2) : 0
  const ends = parent.flatMap((p, node) => (p >= 0 && !parent.includes(node) && !lost[node] ? [node] : []))
  for (let turn = 0; turn < 60 && done.length < wanted && ends.length > 0; turn++) {
    const child = ends[random.below(ends.length)] as number
    const source = random.below(parent.length)
    if (source === child || above(source, child, parent) || above(child, source, parent)) continue
    if (lost[source] || parent[source] === -1 || done.some(d => d[1] === child || d[0] === child)) continue
    const mixed = splice(drafts[child] as Draft, drafts[source] as Draft, random)
    if (!mixed || wordsApart(drafts[parent[child] as number] as Draft, mixed.taken) < VISIBLE_PASSAGE) continue
    drafts[child] = mixed.whole
    hours[child] = Math.max(hours[child] as number, hours[source] as number) + 0.5
    done.push([source, child])
  }
  return done
}

function above(a: number, node: number, parent: readonly number[]): boolean {
  for (let n = node; n >= 0; n = parent[n] as number) if (n === a) return true
  return false
}

/** `target` with four to nine sentences of `source` in the place of its own twins, or put in where it has none. */
function splice(target: Draft, source: Draft, random: Chance): { whole: Draft; taken: Draft } | undefined {
  const length = 4 + random.below(6)
  if (source.sentences.length < length + 2) return undefined
  const from = random.below(source.sentences.length - length)
  const taken = source.sentences.slice(from, from + length)
  const origins = new Set(taken.map(s => s.origin))
  const at = target.sentences.findIndex(s => origins.has(s.origin))
  const kept = target.sentences.filter(s => !origins.has(s.origin))
  const place = at < 0 ? kept.length : Math.min(at, kept.length)
  const sentences = [...kept.slice(0, place), ...taken, ...kept.slice(place)]
  return { whole: { ...target, sentences }, taken: { ...source, sentences: taken } }
}

/** Dates with an hour of noise; one in ten is badly wrong, one in six missing. */
function toReport(id: string, draft: Draft, hour: number, words: Words, random: Chance): MadeReport {
  const wrong = random.unit() < 0.1 ? 96 * (random.unit() - 0.5) : 0
  const missing = random.unit() < 1 / 6
  const at = Date.UTC(2031, 2, 4, 6) + 3_600_000 * (hour + wrong + random.unit() - 0.5)
  const outlet = words.name(random)
  const report = { id, outlet, title: draft.title, sentences: draft.sentences.map(s => `${s.words.join(" ")}.`) }
  const dated = missing ? report : { ...report, published: new Date(Math.round(at / 60_000) * 60_000).toISOString() }
  return draft.credit === undefined ? dated : { ...dated, credit: draft.credit }
}

/** A label that says nothing about the place in the tree. */
function shuffledLabel(node: number, seed: number): string {
  return ((Math.imul(node + 1, 0x85ebca6b) ^ Math.imul(seed + 7, 0xc2b2ae35)) >>> 0).toString(16).padStart(8, "0")
}
