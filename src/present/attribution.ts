import type { Claim } from "../model/claim.ts"
import { oneLine } from "./visible.ts"
import { day, when } from "./when.ts"

/** Words that put a claim down to somebody and say no more than that. */
const PLAIN =
  /^(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add(?:ed|s|ing)?|according to|quoted? as saying|wrote|writes?|:|,)?$/i
const MOST_DATES = 3

/**
 * Who is said to say a claim: "said by Ana Brok", "Ana Brok denied", "Interfax quoted › Ana Brok saying" where a report has it from another that
 * names its source. "" where nobody is named.
 */
export function attributionInShort({ attestations, attributedTo }: Claim): string {
  const chains = attestations.flatMap(({ chain }) => (chain === undefined ? [] : [chain]))
  const [chain = []] = chains.toSorted((x, y) => y.length - x.length)
  if (chain.length > 1)
    return chain.map(({ speaker, cue }) => `${oneLine(speaker, 60)} ${oneLine(cue, 40)}`).join(" › ")
  if (attributedTo === undefined) return ""
  const cue = chain[0]?.cue.trim() ?? ""
  return PLAIN.test(cue) ? `said by ${oneLine(attributedTo, 80)}` : `${oneLine(attributedTo, 80)} ${oneLine(cue, 40)}`
}

/** The days that a claim's reports name, where their words alone do not tell them: "Tuesday is 19 Jul 2022". Each once. */
export function datesInShort({ attestations }: Claim): string[] {
  const dates = attestations.flatMap(({ dates: own = [] }) => own).filter(({ words }) => !/\d{4}/.test(words))
  const told = dates.map(({ words, from, to }) => {
    const [first, last] = [from, to].map(iso => when(iso)!.ms) as [number, number]
    return `${oneLine(words, 30)} is ${from === to ? day(first) : `${day(first)} to ${day(last)}`}`
  })
  return [...new Set(told)].slice(0, MOST_DATES)
}
