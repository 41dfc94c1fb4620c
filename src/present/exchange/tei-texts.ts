import type { FamilyFindings, Findings } from "../../model/findings.ts"
import type { Witness } from "../../model/report.ts"
import { anchorId, witnessId } from "./tei-ids.ts"
import { element, lines, type Xml } from "./xml.ts"

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}$/

/** The texts of all witnesses that belong to a family, each in full, with an anchor wherever a reading begins or ends. */
export function edition({ witnesses, families }: Findings): Xml {
  const offsets = anchored(families)
  const members = new Set(families.flatMap(family => family.witnesses))
  const texts = witnesses
    .filter(({ id }) => members.has(id))
    .map(witness => text(witness, offsets.get(witness.id) ?? []))
  return element("group", {}, lines(texts))
}

/** Offsets of all readings by witness, sorted, each once. O(readings log readings). */
function anchored(families: readonly FamilyFindings[]): Map<string, number[]> {
  const readings = families.flatMap(({ variants }) => variants.flatMap(variant => variant.readings))
  const byWitness = Map.groupBy(readings, ({ witness }) => witness)
  return new Map(
    [...byWitness].map(([witness, own]) => {
      const all = own.flatMap(reading =>
        reading.kind === "text" ? [reading.span.start, reading.span.end] : [reading.at],
      )
      return [witness, [...new Set(all)].sort((a, b) => a - b)]
    }),
  )
}

function text(witness: Witness, offsets: readonly number[]): Xml {
  const { id, language, text } = witness
  const pieces: (string | Xml)[] = []
  let from = 0
  for (const offset of offsets) {
    pieces.push(text.slice(from, offset), element("anchor", { "xml:id": anchorId(id, offset) }))
    from = offset
  }
  pieces.push(text.slice(from))
  const lang = language !== undefined && TAG.test(language) ? language : undefined
  const block = element("ab", { "xml:space": "preserve" }, ...pieces)
  return element("text", { "xml:lang": lang, corresp: `#${witnessId(id)}` }, element("body", {}, block))
}
