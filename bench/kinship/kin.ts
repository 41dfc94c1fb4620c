import { align } from "../../src/align/align.ts"
import { detect } from "../../src/detect/detect.ts"
import { extract } from "../../src/extract/extract.ts"
import { lineage } from "../../src/lineage/lineage.ts"
import type { Report } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"

/** Two reports of a collection by their ids there, and what they share. */
export interface KinPair {
  readonly a: string
  readonly b: string
  readonly kind: "copy" | "excerpt" | "rewrite" | "shared-quotation"
}

/** What the stages up to lineage find among reports. Ids are the collection's. */
export interface Kin {
  /** Families of two and more. */
  readonly families: readonly (readonly string[])[]
  /** The kinships that the findings show: those inside families. */
  readonly shown: readonly KinPair[]
  /** Pairs that were aligned and share a quotation, or too little for more. */
  readonly quotations: readonly KinPair[]
}

/** Runs the stages that decide who is kin, as `trace` does. `where` of each report is its id in the collection. */
export function kinAmong(reports: readonly (Report & { readonly where: string })[]): Kin {
  const { witnesses } = extract(reports)
  const idOf = new Map(witnesses.map(({ id, where }) => [id, where]))
  const segmented = segment(witnesses)
  const alignments = align(segmented, detect(segmented))
  const families = lineage(segmented, alignments)
  const named = ({ a, b, kind }: KinPair): KinPair => ({ a: idOf.get(a)!, b: idOf.get(b)!, kind })
  return {
    families: families.map(family => family.witnesses.map(id => idOf.get(id)!)),
    shown: families.flatMap(family => family.kinships.map(named)),
    quotations: alignments
      .map(({ kinship }) => kinship)
      .filter(({ kind }) => kind === "shared-quotation")
      .map(named),
  }
}
