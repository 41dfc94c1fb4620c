import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Reading, Variant } from "../../src/model/variant.ts"

/** What a person said of one `sense` variant, who read both reports. */
interface Judgement {
  readonly right: boolean
  /** In two words. */
  readonly why: string
}

/** Judgements by {@link keyOf}. */
export type Judgements = Readonly<Record<string, Judgement>>

/** The `sense` variants of some pairs, counted by what was said of them. */
export interface Quiet {
  readonly pairs: number
  readonly found: number
  readonly right: number
  /** Keys of those nobody has read: they count as wrong. */
  readonly unjudged: readonly string[]
}

/** The judgements in the file beside this one. */
export function readJudgements(): Judgements {
  return JSON.parse(readFileSync(join(import.meta.dirname, "quiet-judgements.json"), "utf8")) as Judgements
}

/** Names a variant without its words: the ids of the pair, the kind, and a digest of the two readings. */
export function keyOf(pair: string, { kind, readings }: Pick<Variant, "kind" | "readings">): string {
  const words = (reading: Reading | undefined) => (reading?.kind === "text" ? reading.text.replace(/\s+/g, " ") : "")
  const print = createHash("sha256")
    .update(`${words(readings[0])}\0${words(readings[1])}`)
    .digest("hex")
    .slice(0, 8)
  return `${pair} ${kind} ${print}`
}

/** Counts the `sense` variants of each pair's list against the judgements. */
export function quietOf(lists: ReadonlyMap<string, readonly Variant[]>, judgements: Judgements): Quiet {
  const keys = [...lists].flatMap(([pair, variants]) =>
    variants.filter(({ severity }) => severity === "sense").map(variant => keyOf(pair, variant)),
  )
  return {
    pairs: lists.size,
    found: keys.length,
    right: keys.filter(key => judgements[key]?.right).length,
    unjudged: keys.filter(key => judgements[key] === undefined),
  }
}

/** Share of the `sense` variants that are right, in [0, 1]; 1 where there are none. */
export function shareRight({ found, right }: Pick<Quiet, "found" | "right">): number {
  return found === 0 ? 1 : right / found
}
