import type { Chance } from "../../descent/made/chance.ts"
import { type Cast, namedAs } from "./cast.ts"

/** What is counted, in the wordings of reporters who do not know of each other. `N` is the number, `P` the place, `E` the event, `S` who says so. */
export interface Topic {
  /** It rises while the event goes on. */
  readonly rises: boolean
  readonly least: number
  readonly most: number
  readonly frames: readonly string[]
}

const TOPICS: readonly Topic[] = [
  {
    rises: true,
    least: 4,
    most: 96,
    frames: [
      "At least N people were killed in P, S said.",
      "The E in P killed N people, according to S.",
      "S put the number of people killed at N.",
      "In all, N people died in the E, S said on Wednesday.",
      "The E left N people dead, officials in P said.",
    ],
  },
  {
    rises: true,
    least: 13,
    most: 480,
    frames: [
      "Some N people were injured in the E, S said.",
      "Hospitals in P treated N injured people, S said.",
      "The E injured N people, officials said.",
      "S said N people had been injured in P.",
    ],
  },
  {
    rises: true,
    least: 210,
    most: 4900,
    frames: [
      "N residents were evacuated from P, S said.",
      "S said N residents of P had been evacuated by Wednesday morning.",
      "Officials evacuated N residents after the E.",
      "About N residents had to be evacuated, according to S.",
    ],
  },
  {
    rises: false,
    least: 17,
    most: 890,
    frames: [
      "The E damaged N homes in P, S said.",
      "In P, N homes were damaged, according to S.",
      "S counted N damaged homes after the E.",
      "N homes in P have been damaged by the E, officials said.",
    ],
  },
  {
    rises: false,
    least: 14,
    most: 370,
    frames: [
      "N firefighters were sent to P, S said.",
      "S said N firefighters had been sent to the scene of the E.",
      "More than N firefighters worked in P, officials said.",
      "The region sent N firefighters to P, according to S.",
    ],
  },
]

/** The topics in an order of chance. */
export function topicsOf(chance: Chance): Topic[] {
  return chance.shuffled(TOPICS)
}

/** A figure in the wording of that turn: reporters who do not know of each other do not choose the same words. */
export function figureSentence(
  { frames }: Topic,
  number: number,
  turn: number,
  speaker: number,
  cast: Cast,
  chance: Chance,
): string {
  const words: Readonly<Record<string, string>> = {
    N: written(number),
    P: cast.place,
    E: cast.event,
    S: namedAs(cast.people[speaker]!, chance),
  }
  return frames[turn % frames.length]!.replace(/\b[NPES]\b/g, mark => words[mark]!)
}

/** A quotation, whole or its first words, with its speaker before or after it. */
export function quotedSentence(words: string, speaker: number, cast: Cast, chance: Chance): string {
  const name = namedAs(cast.people[speaker]!, chance)
  return chance.pick([`"${words}," ${name} said.`, `"${words}," said ${name}.`, `${name} said: "${words}."`])
}

/** 4900 as "4,900". */
export function written(number: number): string {
  return number.toLocaleString("en-US")
}
