import type { Severity, Variant } from "../../src/model/variant.ts"
import type { Check } from "../bench.ts"
import type { NearPair } from "./near-pairs.ts"
import type { Planted } from "./planted.ts"
import type { Judgements, Quiet } from "./quiet.ts"
import { keyOf } from "./quiet.ts"

const WORST_FIRST: readonly Severity[] = ["sense", "detail", "wording", "form"]

/** Near pairs among a few texts, against comparing every text with every other, word by word. */
export function checkNearPairs(texts: readonly string[], found: readonly NearPair[], least: number): Check {
  const known = new Set(found.map(({ a, b }) => `${a} ${b}`))
  const wrong: string[] = []
  let compared = 0
  const grams = texts.map(text => gramsOf(text))
  for (let a = 0; a < texts.length; a++)
    for (let b = a + 1; b < texts.length; b++) {
      compared++
      const shared = [...grams[a]!].filter(gram => grams[b]!.has(gram)).length
      const all = new Set([...grams[a]!, ...grams[b]!]).size
      const isNear = all > 0 && shared / all >= least
      if (isNear !== known.has(`${a} ${b}`)) wrong.push(`texts ${a} and ${b}: ${shared} of ${all} shingles are shared`)
    }
  return { name: "near pairs against all pairs, shingle by shingle", compared, wrong }
}

function gramsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== "")
  return new Set(words.slice(3).map((_, i) => `${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]}`))
}

/** Every list is worst first, and what a reading quotes stands in the text at its place. */
export function checkLists(
  lists: readonly { readonly variants: readonly Variant[]; readonly texts: readonly [string, string] }[],
): Check {
  const wrong: string[] = []
  let compared = 0
  for (const { variants, texts } of lists) {
    let worst = 0
    for (const { severity, kind, readings } of variants) {
      compared++
      const place = WORST_FIRST.indexOf(severity)
      if (place < worst) wrong.push(`${kind} of severity ${severity} stands behind ${WORST_FIRST[worst]}`)
      worst = Math.max(worst, place)
      readings.slice(0, 2).forEach((reading, side) => {
        if (reading.kind === "text" && texts[side]!.slice(reading.span.start, reading.span.end) !== reading.text)
          wrong.push(`${kind}: what reading ${side + 1} quotes does not stand at its place`)
      })
    }
  }
  return { name: "lists of variants: worst first, readings at their places", compared, wrong }
}

/** Each planted report differs from the one it was made from in the one stretch that it names, and nowhere else. */
export function checkPlants(plants: readonly { readonly copy: string; readonly planted: Planted }[]): Check {
  const wrong = plants
    .filter(({ copy, planted: { text, from, to } }) => !isOneChange(copy, text, from, to))
    .map(({ planted: { kind } }) => `${kind}: more or less than the named stretch was changed`)
  return { name: "planted reports differ in one stretch", compared: plants.length, wrong }
}

function isOneChange(before: string, after: string, from: string, to: string): boolean {
  for (let at = before.indexOf(from); at >= 0; at = before.indexOf(from, at + 1))
    if (before.slice(0, at) + to + before.slice(at + from.length) === after) return true
  return false
}

/** The count of right `sense` variants, against going through lists and judgements one by one. */
export function checkQuiet(
  lists: ReadonlyMap<string, readonly Variant[]>,
  judgements: Judgements,
  { found, right, unjudged }: Quiet,
): Check {
  const tally = { found: 0, right: 0, unjudged: 0 }
  for (const [pair, variants] of lists)
    for (const variant of variants) {
      if (variant.severity !== "sense") continue
      tally.found++
      const said = Object.entries(judgements).find(([key]) => key === keyOf(pair, variant))
      if (said === undefined) tally.unjudged++
      else if (said[1].right) tally.right++
    }
  const wrong: string[] = []
  if (tally.found !== found) wrong.push(`${found} sense variants counted, there are ${tally.found}`)
  if (tally.right !== right) wrong.push(`${right} counted as right, ${tally.right} were judged so`)
  if (tally.unjudged !== unjudged.length) wrong.push(`${unjudged.length} counted as unjudged, ${tally.unjudged} are`)
  return { name: "sense variants against their judgements, one by one", compared: lists.size, wrong }
}
