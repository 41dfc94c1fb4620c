import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import { instantOf } from "../text/instant.ts"
import type { Relations } from "./known.ts"

/** Shared full names of persons or organisations that make two reports' event one. */
const SHARED_NAMES = 2
const SHARED_WORDS = 0.12
const DAYS = 7

/** What is known of pairs of witnesses: kin by family, one event by story, or by names and date. O(names) a question. */
export function relationsOf(
  segmented: readonly Segmented[],
  families: readonly Family[],
  storyOf: ReadonlyMap<string, string>,
): Relations {
  const familyOf = new Map(families.flatMap(({ id, witnesses }) => witnesses.map(witness => [witness, id] as const)))
  const names = segmented.map(() => undefined as ReadonlySet<string> | undefined)
  const namesOf = (w: number) => {
    names[w] ??= nameKeys(segmented[w]!)
    return names[w]
  }
  return {
    areKin: (x, y) => {
      const family = familyOf.get(segmented[x]!.witness.id)
      return family !== undefined && family === familyOf.get(segmented[y]!.witness.id)
    },
    shareEvent: (x, y) => {
      const story = storyOf.get(segmented[x]!.witness.id)
      if (story !== undefined && story === storyOf.get(segmented[y]!.witness.id)) return true
      if (apart(segmented[x]!, segmented[y]!)) return false
      const [few, many] = [namesOf(x), namesOf(y)].sort((p, q) => p.size - q.size) as [
        ReadonlySet<string>,
        ReadonlySet<string>,
      ]
      let common = 0
      for (const name of few) if (many.has(name)) common++
      return common >= SHARED_NAMES && common >= SHARED_WORDS * few.size
    },
  }
}

/** Names by their last word, so that "Ana Brok" and "Brok" agree. */
function nameKeys({ names, tokens, sentences }: Segmented): ReadonlySet<string> {
  return new Set(
    names
      .filter(({ sentence }) => sentences[sentence]!.role === "body")
      .map(({ tokens: { end } }) => tokens.words[end - 1]!),
  )
}

/** Known to be published more than a week apart. */
function apart(x: Segmented, y: Segmented): boolean {
  const [one, other] = [x, y].map(({ witness }) => instantOf(witness.published ?? witness.observed ?? "")) as [
    number,
    number,
  ]
  return Math.abs(one - other) > DAYS * 24 * 3600 * 1000
}
