import type { Segmented } from "../model/segmented.ts"
import type { EvidenceKind } from "../model/stemma.ts"
import type { Hint } from "./hint.ts"

/** What a sender's own word is worth: that a text was made from another, and that it is the next version of one. */
const LINK = { madeFrom: 12, nextVersion: 8 } as const

/**
 * What the senders say of where their texts come from, beside the texts: links to sources (NewsML `derivedFrom`, ninjs associations), and versions of
 * one text (NewsML `version`, the same `guid`). O(witnesses + links).
 */
export function linkHints(segmented: readonly Segmented[]): Hint[] {
  return [...sourceHints(segmented), ...versionHints(segmented)]
}

function sourceHints(segmented: readonly Segmented[]): Hint[] {
  const named = new Map<string, number[]>()
  for (const [index, { witness }] of segmented.entries())
    for (const name of new Set([witness.guid, witness.url]))
      if (name !== undefined) named.set(name, [...(named.get(name) ?? []), index])
  return segmented.flatMap(({ witness }, child) =>
    (witness.derivedFrom ?? [])
      .flatMap(name => named.get(name) ?? [])
      .filter(parent => parent !== child)
      .map(parent => hint(parent, child, LINK.madeFrom, "link", `{${child}} says that it was made from {${parent}}.`)),
  )
}

function versionHints(segmented: readonly Segmented[]): Hint[] {
  const byGuid = new Map<string, { index: number; version: number }[]>()
  for (const [index, { witness }] of segmented.entries()) {
    const version = Number(witness.version)
    if (witness.guid === undefined || witness.version === undefined || !Number.isFinite(version)) continue
    byGuid.set(witness.guid, [...(byGuid.get(witness.guid) ?? []), { index, version }])
  }
  return [...byGuid.values()].flatMap(versions => {
    const sorted = versions.toSorted((x, y) => x.version - y.version)
    return sorted.flatMap(({ index: child, version }, place) => {
      const before = sorted[place - 1]
      if (before === undefined || before.version === version) return []
      const note = `{${child}} is version ${version} of the text of which {${before.index}} is version ${before.version}.`
      return [hint(before.index, child, LINK.nextVersion, "update", note)]
    })
  })
}

function hint(parent: number, child: number, worth: number, kind: EvidenceKind, note: string): Hint {
  return { parent, child, scope: "direct", cost: -worth, evidence: { kind, note, places: [] } }
}
