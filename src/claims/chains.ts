import type { Saying } from "../model/claim.ts"
import type { Attribution, Segmented } from "../model/segmented.ts"

/**
 * The chain of attribution that ends in this one, the nearest to the words last: in "Interfax quoted Ana Brok as saying that it sank" the agency, then
 * she. Links of which nobody is named are left out. O(links).
 */
export function chainOf({ attributions, witness: { text } }: Segmented, last: Attribution): Saying[] {
  const chain: Saying[] = []
  for (let link: Attribution | undefined = last; link; link = outer(attributions, link)) {
    const { speaker, speakerName, cue } = link
    const name = speakerName ?? (speaker && text.slice(speaker.start, speaker.end))
    if (name !== undefined) chain.unshift({ speaker: name, cue: text.slice(cue.start, cue.end) })
  }
  return chain
}

const outer = (attributions: readonly Attribution[], { within }: Attribution) =>
  within === undefined ? undefined : attributions[within]
