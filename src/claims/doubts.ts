import type { Claim, Collapse } from "../model/claim.ts"
import type { Drafted } from "./conflicts.ts"

/** So many claims at most are taken for one that may be the same. */
const MOST_ALIKE = 3
/** So many words of one are shown. */
const SHOWN = 90

/**
 * Claims of reports that do not copy each other may be one claim in other words. Where that is doubtful they stay two, and the origins of each
 * may be the other's too: the upper bound grows by them, and a reason tells. `pairs` are indexes of claims. O(claims + pairs).
 */
export function withDoubts(drafted: readonly Drafted[], pairs: readonly (readonly [number, number])[]): Drafted[] {
  const alike = drafted.map(() => new Set<number>())
  const witnessesOf = drafted.map(({ claim }) => new Set(claim.attestations.map(({ witness }) => witness)))
  for (const [x, y] of pairs) {
    // A report that states both says two things.
    if (drafted[y]!.claim.attestations.some(({ witness }) => witnessesOf[x]!.has(witness))) continue
    alike[x]!.add(y)
    alike[y]!.add(x)
  }
  return drafted.map((one, c) => {
    const others = [...alike[c]!]
      .sort((x, y) => x - y)
      .slice(0, MOST_ALIKE)
      .map(other => drafted[other]!.claim)
    return others.length === 0 ? one : { ...one, claim: widened(one.claim, others) }
  })
}

function widened(claim: Claim, others: readonly Claim[]): Claim {
  const { min, max } = claim.origins
  return {
    ...claim,
    origins: { min, max: others.reduce((sum, { origins }) => sum + origins.max, max) },
    why: [...claim.why, ...others.map(doubt)],
  }
}

function doubt({ text, reports, attestations }: Claim): Collapse {
  const words = text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/\s+\S*$/, "")} …` : text
  const [{ witness, span }] = attestations as [Claim["attestations"][number]]
  const who = reports === 1 ? "One more report" : `${reports} more reports`
  return {
    note: `${who} may say the same in other words, so there may be more origins: “${words}”`,
    doubt: true,
    attestations: [],
    places: [{ witness, span }],
  }
}
