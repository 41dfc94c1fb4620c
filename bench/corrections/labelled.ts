import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Variant, VariantKind } from "../../src/model/variant.ts"

/** A correction that the agency issued, as a person described it. Not every label is literal. */
export interface Labelled {
  readonly original: string
  readonly corrected: string
  readonly type: string
  readonly old: string
  readonly new: string
}

/**
 * Which kinds of variant are right for a label. Written from the labels alone, before any variant of these pairs was seen; a label
 * says what was wrong, and more than one kind can say so.
 */
export const KINDS_OF_LABEL: Readonly<Record<string, readonly VariantKind[]>> = {
  name: ["name-garbled", "name-replaced", "place-replaced", "organisation-replaced"],
  "name-swap": ["role-changed", "name-replaced", "organisation-replaced"],
  noun: ["word-replaced"],
  number: ["number-changed"],
  "number+polarity": ["number-changed", "sense-reversed"],
  polarity: ["sense-reversed", "negation-changed"],
  date: ["date-changed"],
  period: ["date-changed"],
  modality: ["hedge-added", "hedge-dropped", "word-replaced"],
}

const MOST_WORDS = 12

/** The labelled corrections in the folder of the collection. */
export function readLabelled(folder: string): Labelled[] {
  const { pairs } = JSON.parse(readFileSync(join(folder, "corrected-pairs.json"), "utf8")) as {
    pairs: (Omit<Labelled, "original" | "corrected"> & { original: number; corrected: number })[]
  }
  return pairs.map(pair => ({ ...pair, original: String(pair.original), corrected: String(pair.corrected) }))
}

/** Place in the list, from 1, of the first variant that is of a right kind and has the corrected words; 0 where there is none. */
export function rankOf(variants: readonly Variant[], label: Labelled): number {
  return variants.findIndex(variant => isRight(variant, label)) + 1
}

function isRight({ kind, readings }: Variant, label: Labelled): boolean {
  const [before, after] = readings
  if (!KINDS_OF_LABEL[label.type]?.includes(kind) || before?.kind !== "text" || after?.kind !== "text") return false
  const [wordsBefore, wordsAfter] = [wordsOf(before.text), wordsOf(after.text)]
  if (Math.max(wordsBefore.length, wordsAfter.length) > MOST_WORDS) return false
  return corrections(label).some(
    ({ from, to }) => from.some(word => wordsBefore.includes(word)) && to.some(word => wordsAfter.includes(word)),
  )
}

/** The words that were wrong and those put right; "x<>y" stands for two that were exchanged. Words on both sides say nothing. */
function corrections(label: Labelled): { readonly from: readonly string[]; readonly to: readonly string[] }[] {
  if (label.old.includes("<>")) {
    const [one, other] = label.old.split("<>").map(side => wordsOf(side).slice(0, 1)) as [string[], string[]]
    return [
      { from: one, to: other },
      { from: other, to: one },
    ]
  }
  const [from, to] = [wordsOf(label.old), wordsOf(label.new)]
  return [{ from: from.filter(word => !to.includes(word)), to: to.filter(word => !from.includes(word)) }]
}

/** Lower-case words and numbers of a text. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*\p{L}*/gu) ?? []
}
