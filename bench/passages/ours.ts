import { align } from "../../src/align/align.ts"
import { extract } from "../../src/extract/extract.ts"
import type { Segmented } from "../../src/model/segmented.ts"
import { segment } from "../../src/segment/segment.ts"
import { method } from "./method.ts"

/** A text as Hearsay reads it; `undefined` where it finds no report. */
export function prepared(text: string, where: string): Segmented | undefined {
  return segment(extract([{ text, where }]).witnesses)[0]
}

/** The passages that `compare` gives for two texts, found without what it works out besides. */
export const ours = method(prepared, (susp, src) => {
  if (!susp || !src) return []
  // Extraction sorts by id, so the smaller id is `a`.
  const inOrder = susp.witness.id < src.witness.id
  const [alignment] = align(inOrder ? [susp, src] : [src, susp], [{ a: 0, b: 1, score: 0 }])
  const passages = alignment?.kinship.passages ?? []
  return passages.map(({ a, b }) => (inOrder ? { susp: a, src: b } : { susp: b, src: a }))
})
