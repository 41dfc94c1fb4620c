import type { Chance } from "./chance.ts"
import { type Draft, sentencesIn } from "./draft.ts"
import { type Desk, edit, merge } from "./edit.ts"
import type { PlannedNode } from "./plan.ts"
import { HANDS, type HandKind, RATES } from "./rates.ts"
import type { Stock } from "./stock.ts"
import { beginStory } from "./story.ts"
import { common, losesOther, newWords, standApart, twoShare, wordsApart } from "./traces.ts"

/** A text of the tradition, and what kind of copy it is; of the first text this says nothing. */
export interface Written {
  readonly draft: Draft
  readonly kind: HandKind
}

/** What is put into the texts beyond what editors make of them, and which nodes must be of a kind. */
export interface Planting {
  readonly kindOf: (node: number) => HandKind | undefined
  readonly alter: (draft: Draft, node: number, kind: HandKind) => Draft
}

const NOTHING: Planting = { kindOf: () => undefined, alter: draft => draft }

/** How often a copy is made again, by whichever hand, because its traces could not be seen. */
const TRIES = 60

/** The texts of a plan, or nothing when one of them would not show whom it copies. */
export function write(
  nodes: readonly PlannedNode[],
  stock: Stock,
  chance: Chance,
  planting = NOTHING,
): Written[] | undefined {
  const { title, paragraphs, background } = beginStory(stock, chance)
  let desk: Desk = { stock, chance, background, used: new Set(), told: 0 }
  const texts: Written[] = [{ draft: planting.alter({ title, paragraphs, credits: [] }, 0, "update"), kind: "update" }]
  for (const node of nodes.slice(1)) {
    const made = copy(node, nodes, texts, desk, planting)
    if (!made) return undefined
    texts.push(made.text)
    desk = made.desk
  }
  return nodes.every((_, node) => isVisible(node, nodes, texts)) ? texts : undefined
}

/** A copy that shows whom it copies. What was drawn for copies that are thrown away is given back. */
function copy(
  node: PlannedNode,
  nodes: readonly PlannedNode[],
  texts: readonly Written[],
  desk: Desk,
  planting: Planting,
): { text: Written; desk: Desk } | undefined {
  const at = nodes.indexOf(node)
  const wanted = planting.kindOf(at)
  const kinds = wanted === undefined ? kindsFor(node, nodes) : [wanted]
  const above = texts[node.parent]!.draft
  for (let turn = 0; turn < TRIES; turn++) {
    const ours: Desk = { ...desk, used: new Set(desk.used) }
    const kind = kinds[desk.chance.weighted(kinds.map(one => HANDS[one].often))]!
    const made = planting.alter(edit(above, HANDS[kind], ours, kind === "update"), at, kind)
    if (!leavesTrace(kind, made, node, nodes, texts)) continue
    if (node.second === undefined) return { text: { draft: made, kind }, desk: ours }
    const merged = mergedFrom(made, above, texts[node.second]!.draft, desk.chance)
    if (merged) return { text: { draft: merged, kind }, desk: ours }
  }
  return undefined
}

function isCopied(node: PlannedNode, nodes: readonly PlannedNode[]): boolean {
  return nodes.some(({ parent }) => nodes[parent] === node)
}

/** What was copied from a lost text, and what is copied itself or made from two, is no plain reprint. */
function kindsFor(node: PlannedNode, nodes: readonly PlannedNode[]): HandKind[] {
  const noReprint = nodes[node.parent]!.lost || node.second !== undefined || isCopied(node, nodes)
  return (Object.keys(HANDS) as HandKind[]).filter(kind => !noReprint || kind !== "reprint")
}

/**
 * Whether a copy can be told from its source: a reprint needs no trace, a copy of a lost text several words, a text that is copied
 * itself more. It keeps words that its source brought in; and no two copies of a lost text can be each other's source.
 */
function leavesTrace(
  kind: HandKind,
  made: Draft,
  node: PlannedNode,
  nodes: readonly PlannedNode[],
  texts: readonly Written[],
): boolean {
  const above = texts[node.parent]!.draft
  const { lost, parent } = nodes[node.parent]!
  const least = isCopied(node, nodes) ? RATES.visible.source : lost ? RATES.visible.copy : 1
  if (kind !== "reprint" && newWords(above, made).size < least) return false
  const source = texts[parent]?.draft
  if (source && common(newWords(source, made), newWords(source, above)) < RATES.visible.inherited) return false
  const siblings = texts.filter((_, other) => nodes[other]!.parent === node.parent)
  return !lost || siblings.every(({ draft }) => standApart(above, draft, made))
}

/** Two sources in one text: what is taken can be told from the first source, and what stays from the second. */
function mergedFrom(made: Draft, above: Draft, second: Draft, chance: Chance): Draft | undefined {
  const merged = merge(made, second, chance)
  if (!merged) return undefined
  const taken = new Set(merged.taken)
  const stays = sentencesIn(merged.whole).filter(one => !taken.has(one))
  const least = RATES.visible.second
  const isVisible = wordsApart(above, merged.taken).size >= least && wordsApart(second, stays).size >= least
  return isVisible ? merged.whole : undefined
}

/**
 * Whether a lost text shows in its copies: two of them share words it brought in, or, where it was the first, there are three, or
 * each of two kept sentences that the other left out.
 */
function isVisible(node: number, nodes: readonly PlannedNode[], texts: readonly Written[]): boolean {
  const { lost, parent } = nodes[node]!
  if (!lost) return true
  const own = texts[node]!.draft
  const copies = texts.flatMap(({ draft }, child) => (nodes[child]!.parent === node ? [draft] : []))
  if (parent >= 0) return twoShare(newWords(texts[parent]!.draft, own), copies)
  return copies.length > 2 || losesOther(own, copies[0]!, copies[1]!)
}
