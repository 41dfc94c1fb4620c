import type { Draft, DraftSentence } from "./editing.ts"
import type { Chance } from "./random.ts"

const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "k",
  "kl",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
]
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
const CODAS = ["", "", "n", "r", "l", "s", "t", "m", "nd", "rk"]
const SMALL = ["the", "of", "and", "to", "in", "a", "that", "on", "for", "with", "was", "is", "by", "at", "from", "had"]

/** An invented language: words by rank, each with others that mean the same, and names. */
export interface Words {
  word(chance: Chance): string
  synonym(word: string, chance: Chance): string
  name(chance: Chance): string
}

function syllable(chance: Chance): string {
  const pick = (list: readonly string[]) => list[chance.below(list.length)] as string
  return pick(ONSETS) + pick(VOWELS) + pick(CODAS)
}

/** A vocabulary of 900 words in groups of six that mean the same; small words are the most frequent, as in speech. */
export function inventWords(chance: Chance): Words {
  const known = new Set<string>(SMALL)
  const fresh = (): string => {
    for (;;) {
      const made = syllable(chance) + syllable(chance) + (chance.unit() < 0.3 ? syllable(chance) : "")
      if (!known.has(made)) {
        known.add(made)
        return made
      }
    }
  }
  const list = Array.from({ length: 900 }, fresh)
  const rankByWord = new Map(list.map((word, rank) => [word, rank]))
  return {
    word(c) {
      if (c.unit() < 0.4) return SMALL[c.below(SMALL.length)] as string
      return list[Math.floor(list.length * c.unit() ** 1.6)] as string
    },
    synonym(word, c) {
      const rank = rankByWord.get(word)
      if (rank === undefined) return SMALL.includes(word) ? (SMALL[c.below(SMALL.length)] as string) : word
      const group = rank - (rank % 6)
      const others = [0, 1, 2, 3, 4, 5].filter(k => group + k !== rank)
      return list[group + (others[c.below(5)] as number)] as string
    },
    name(c) {
      const made = syllable(c) + syllable(c) + (c.unit() < 0.5 ? syllable(c) : "")
      return (made[0] as string).toUpperCase() + made.slice(1)
    },
  }
}

/** A sentence of 8 to 24 words, with now and then a name. */
export function writeSentence(words: Words, cast: readonly string[], chance: Chance, origin: number): DraftSentence {
  const length = 8 + chance.below(17)
  const made = Array.from({ length }, () =>
    chance.unit() < 0.08 ? (cast[chance.below(cast.length)] as string) : words.word(chance),
  )
  return { origin, words: made }
}

/** A report of 20 to 40 sentences about six people and places, with an agency's credit or without. */
export function writeReport(words: Words, chance: Chance): Draft {
  const cast = Array.from({ length: 6 }, () => words.name(chance))
  const length = 20 + chance.below(21)
  const sentences = Array.from({ length }, (_, index) => writeSentence(words, cast, chance, index))
  const title = Array.from({ length: 6 }, () => words.word(chance)).join(" ")
  const draft = { title, sentences, cast, next: { origin: 1000 } }
  return chance.unit() < 0.5 ? { ...draft, credit: `${words.name(chance)} News Agency` } : draft
}
