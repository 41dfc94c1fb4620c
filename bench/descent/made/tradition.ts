import { type Chance, chanceOf } from "./chance.ts"
import { type Draft, type DraftSentence, sentencesIn } from "./draft.ts"
import { creditsOf, dress, type MadeReport, outletName, placeName } from "./dress.ts"
import { type Desk, edit, merge } from "./edit.ts"
import { type PlannedNode, plan } from "./plan.ts"
import { HANDS, RATES } from "./rates.ts"
import { bare } from "./sentences.ts"
import type { Stock } from "./stock.ts"
import { beginStory } from "./story.ts"

/** Who descends from whom. A node that is not extant is a lost text. */
export interface Truth {
  /** `[parent, child]`; a witness made from two sources stands in two, the second source last. */
  readonly edges: readonly (readonly [string, string])[]
  readonly extant: readonly string[]
  readonly lost: readonly string[]
}

/** Reports whose descent is known, for it was made. */
export interface Tradition {
  readonly seed: number
  readonly reports: readonly MadeReport[]
  readonly truth: Truth
}

/** How often a whole tradition, or one copy, is drawn again because its traces could not be seen. */
const TRIES = { tradition: 200, copy: 30 }

/**
 * The tradition of a seed. Drawn again, from the same chance, while a lost text would leave no trace.
 *
 * @example
 * makeTradition(7, readStock(folder)).truth.extant.length >= 6 // => true
 */
export function makeTradition(seed: number, stock: Stock): Tradition {
  const chance = chanceOf(seed)
  for (let turn = 0; turn < TRIES.tradition; turn++) {
    const nodes = plan(chance)
    const drafts = write(nodes, stock, chance)
    if (drafts && nodes.every((_, node) => isVisible(node, nodes, drafts))) return publish(seed, nodes, drafts, chance)
  }
  throw new Error(`no sound tradition for seed ${seed}`)
}

function write(nodes: readonly PlannedNode[], stock: Stock, chance: Chance): Draft[] | undefined {
  const { title, paragraphs, background } = beginStory(stock, chance)
  const desk: Desk = { stock, chance, used: new Set(), background }
  const drafts: Draft[] = [{ title, paragraphs, credits: [] }]
  for (const node of nodes.slice(1)) {
    const made = copy(node, nodes, drafts, desk)
    if (!made) return undefined
    drafts.push(made)
  }
  return drafts
}

/** A copy that leaves a trace: a reprint needs none, a copy of a lost text several words. */
function copy(
  node: PlannedNode,
  nodes: readonly PlannedNode[],
  drafts: readonly Draft[],
  desk: Desk,
): Draft | undefined {
  const above = drafts[node.parent]!
  const least = nodes[node.parent]!.lost || node.lost ? RATES.visible.copy : 1
  for (let turn = 0; turn < TRIES.copy; turn++) {
    const made = edit(above, HANDS[node.kind], desk, node.kind === "update")
    if (node.kind !== "reprint" && newWords(above, made).size < least) continue
    if (node.second === undefined) return made
    const merged = mergedFrom(made, above, drafts[node.second]!, desk.chance)
    if (merged) return merged
  }
  return undefined
}

/** Two sources in one text: what is taken can be told from the first source, and what stays from the second. */
function mergedFrom(made: Draft, above: Draft, second: Draft, chance: Chance): Draft | undefined {
  const merged = merge(made, second, chance)
  if (!merged) return undefined
  const taken = new Set(merged.taken)
  const stays = sentencesIn(merged.whole).filter(one => !taken.has(one))
  const visible =
    wordsApart(above, merged.taken).size >= RATES.visible.second &&
    wordsApart(second, stays).size >= RATES.visible.second
  return visible ? merged.whole : undefined
}

/** Words, with the sentence they stand in, that `above` has not in that sentence. */
function wordsApart(above: Draft, sentences: readonly DraftSentence[]): Set<string> {
  const words = (list: readonly DraftSentence[]) =>
    list.flatMap(({ origin, text }) => text.split(" ").map(token => `${origin} ${bare(token)}`))
  return without(new Set(words(sentences)), new Set(words(sentencesIn(above))))
}

function without<T>(all: ReadonlySet<T>, some: ReadonlySet<T>): Set<T> {
  return new Set([...all].filter(one => !some.has(one)))
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> {
  return new Set([...a].filter(one => b.has(one)))
}

function newWords(above: Draft, below: Draft): Set<string> {
  return wordsApart(above, sentencesIn(below))
}

/** Sentences of `above` that `below` has not. */
function missing(above: Draft, below: Draft): Set<number> {
  const origins = (draft: Draft) => new Set(sentencesIn(draft).map(one => one.origin))
  return without(origins(above), origins(below))
}

/**
 * Whether a lost text shows in its copies: two of them share words it brought in, or, where it was the first, the copies stand
 * apart in three ways, or each of two kept sentences that the other left out.
 */
function isVisible(node: number, nodes: readonly PlannedNode[], drafts: readonly Draft[]): boolean {
  if (!nodes[node]!.lost) return true
  const copies = nodes.flatMap(({ parent }, child) => (parent === node ? [drafts[child]!] : []))
  if (node === 0) {
    if (copies.length > 2) return true
    const [a, b] = copies.map(draft => missing(drafts[0]!, draft))
    return without(a!, b!).size > 0 && without(b!, a!).size > 0
  }
  const brought = newWords(drafts[nodes[node]!.parent]!, drafts[node]!)
  const kept = copies.map(draft => shared(newWords(drafts[nodes[node]!.parent]!, draft), brought))
  return kept.some((a, i) => kept.some((b, j) => i < j && shared(a, b).size >= RATES.visible.lost))
}

/** Names, hours, credits and reports for the texts. */
function publish(seed: number, nodes: readonly PlannedNode[], drafts: readonly Draft[], chance: Chance): Tradition {
  const labels = chance.shuffled(nodes.map((_, node) => node))
  const names = nodes.map(({ lost }, node) => `${lost ? "lost" : "w"}${String(labels[node]).padStart(2, "0")}`)
  const outlets: string[] = []
  const hours: number[] = []
  const credited: Draft[] = []
  const taken = new Set<string>()
  const place = placeName(chance)
  const agencyFirst = chance.happens(RATES.agencyFirst)
  for (const [node, { parent, second, kind }] of nodes.entries()) {
    outlets.push(
      kind === "update" && parent >= 0 ? outlets[parent]! : outletName(chance, node === 0 && agencyFirst, taken),
    )
    const delay = RATES.delay.least + RATES.delay.more * chance.unit() ** 2
    hours.push(node === 0 ? 0 : Math.max(hours[parent]!, second === undefined ? 0 : hours[second]!) + delay)
    credited.push({ ...drafts[node]!, credits: creditsFor(node) })
  }
  function creditsFor(node: number): Draft["credits"] {
    const { parent, kind } = nodes[node]!
    if (node === 0) return agencyFirst ? [{ name: outlets[0]!, form: "dateline" }] : []
    const other = outlets[parent] !== outlets[node] && !(agencyFirst && outlets[parent] === outlets[0])
    return creditsOf(credited[parent]!, other ? outlets[parent] : undefined, HANDS[kind].loseCredit, chance)
  }
  const reports = nodes.flatMap(({ lost }, node) =>
    lost ? [] : [dress(names[node]!, credited[node]!, outlets[node]!, place, hours[node]!, chance)],
  )
  return {
    seed,
    reports: reports.sort((a, b) => (a.id < b.id ? -1 : 1)),
    truth: {
      edges: edgesOf(nodes, names),
      extant: reports.map(({ id }) => id),
      lost: names.filter((_, n) => nodes[n]!.lost),
    },
  }
}

function edgesOf(nodes: readonly PlannedNode[], names: readonly string[]): [string, string][] {
  const first = nodes.flatMap(({ parent }, node): [string, string][] =>
    parent < 0 ? [] : [[names[parent]!, names[node]!]],
  )
  const second = nodes.flatMap((one, node): [string, string][] =>
    one.second === undefined ? [] : [[names[one.second]!, names[node]!]],
  )
  return [...first, ...second]
}
