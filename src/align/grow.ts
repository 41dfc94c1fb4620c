import type { Overlap, Stretch } from "./overlap.ts"
import type { Terms } from "./terms.ts"

// So many sentences are looked past at once, on either side: what stands between may have been put in or reworded beyond recognition.
const AHEAD = 4
const LEAST_GAIN = 0.02

/**
 * Grows two stretches by whole sentences, at either end of either side, as long as that raises their score; also lets go of a
 * first or last sentence. The best step is taken each time, so the ends come to stand where the score is greatest nearby. Ends that
 * stand inside a sentence, as those of a common run may, stay there unless the rest of the sentence is shared too. The overlap is left at the result.
 * After the extension of seeds of Sanchez-Perez, Sidorov and Gelbukh (PAN at CLEF 2014), with one measure in the place of gaps and thresholds.
 * O(words of the stretches).
 */
export function grow(a: Terms, b: Terms, seed: Stretch, overlap: Overlap): Stretch {
  let best = seed
  overlap.moveTo(seed)
  let score = overlap.score()
  let from = seed
  const step = (a1: number, a2: number, b1: number, b2: number) => {
    if (overlap.mostGain(from, a1, a2, b1, b2) <= score - fromScore + LEAST_GAIN) return
    const next = { a: { first: a1, end: a2 }, b: { first: b1, end: b2 } }
    overlap.moveTo(next)
    const reached = overlap.score()
    if (reached <= score + LEAST_GAIN) return
    score = reached
    best = next
  }
  let fromScore = score
  do {
    from = best
    fromScore = score
    stepsFrom(a, b, from, step)
  } while (best !== from)
  overlap.moveTo(best)
  return best
}

type Step = (a1: number, a2: number, b1: number, b2: number) => void

function stepsFrom(a: Terms, b: Terms, { a: ownA, b: ownB }: Stretch, step: Step): void {
  const beforeA = before(a, ownA.first)
  const beforeB = before(b, ownB.first)
  const afterA = after(a, ownA.end)
  const afterB = after(b, ownB.end)
  for (const firstA of beforeA) for (const firstB of beforeB) step(firstA, ownA.end, firstB, ownB.end)
  for (const endA of afterA) for (const endB of afterB) step(ownA.first, endA, ownB.first, endB)
  // What stands before on one side and after on the other was moved.
  for (let i = 1; i < beforeA.length; i++)
    for (let j = 1; j < afterB.length; j++) step(beforeA[i]!, ownA.end, ownB.first, afterB[j]!)
  for (let i = 1; i < afterA.length; i++)
    for (let j = 1; j < beforeB.length; j++) step(ownA.first, afterA[i]!, beforeB[j]!, ownB.end)
  const second = nextStart(a, ownA.first)
  if (second < ownA.end) step(second, ownA.end, ownB.first, ownB.end)
  const last = lastStart(a, ownA.end)
  if (last > ownA.first) step(ownA.first, last, ownB.first, ownB.end)
  const secondB = nextStart(b, ownB.first)
  if (secondB < ownB.end) step(ownA.first, ownA.end, secondB, ownB.end)
  const lastB = lastStart(b, ownB.end)
  if (lastB > ownB.first) step(ownA.first, ownA.end, ownB.first, lastB)
}

/** The place itself and the starts of the sentences before it, the nearest first. */
function before(terms: Terms, place: number): number[] {
  const places = [place]
  for (let at = place; at > 0 && places.length <= AHEAD; ) {
    at = lastStart(terms, at)
    places.push(at)
  }
  return places
}

/** The place itself and the ends of the sentences after it, the nearest first. */
function after(terms: Terms, place: number): number[] {
  const places = [place]
  for (let at = place; at < terms.at.length && places.length <= AHEAD; ) {
    at = nextStart(terms, at)
    places.push(at)
  }
  return places
}

function lastStart({ starts, sentenceOf }: Terms, end: number): number {
  return starts[sentenceOf[end - 1]!]!
}

function nextStart({ starts, sentenceOf }: Terms, place: number): number {
  return starts[sentenceOf[place]! + 1]!
}
