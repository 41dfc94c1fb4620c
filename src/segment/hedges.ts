import type { Tokens } from "../model/segmented.ts"

const BEFORE = [
  "no more than",
  "no fewer than",
  "no less than",
  "not more than",
  "as many as",
  "as much as",
  "as few as",
  "in excess of",
  "a minimum of",
  "a maximum of",
  "a total of",
  "well over",
  "well above",
  "well below",
  "just over",
  "just under",
  "at least",
  "at most",
  "more than",
  "less than",
  "fewer than",
  "up to",
  "close to",
  "upwards of",
  "an estimated",
  "estimated",
  "over",
  "above",
  "under",
  "below",
  "nearly",
  "barely",
  "almost",
  "about",
  "around",
  "roughly",
  "approximately",
  "some",
  "circa",
  "exactly",
  "precisely",
  "several",
  "few",
  "many",
  "~",
]
const AFTER = ["or more", "or less", "or fewer", "or so", "and counting"]

const byWord = (phrases: readonly string[], wordOf: (words: string[]) => string) => {
  const map = new Map<string, string[][]>()
  for (const words of phrases.map(phrase => phrase.split(" "))) {
    const key = wordOf(words)
    map.set(key, [...(map.get(key) ?? []), words])
  }
  return map
}
const endingIn = byWord(BEFORE, words => words.at(-1)!)
const beginningWith = byWord(AFTER, words => words[0]!)

// These only hedge a bare "hundred" or "dozen".
const COUNTLESS = new Set(["several", "few", "many"])

/** The hedge that ends right before token `start`, not reaching before `first`: "at least", "nearly". O(1). */
export function hedgeBefore(tokens: Tokens, start: number, first: number): string | undefined {
  for (const phrase of endingIn.get(tokens.words[start - 1] ?? "") ?? []) {
    const from = start - phrase.length
    if (from < first || !phrase.every((word, i) => tokens.words[from + i] === word)) continue
    if (COUNTLESS.has(phrase[0]!) && !/^(?:hundred|thousand|million|billion|dozen)$/.test(tokens.words[start]!))
      continue
    return phrase.join(" ")
  }
  return undefined
}

/** The hedge that begins at token `at` and where it ends: "or more"; a glued plus sign is "or more" too. O(1). */
export function hedgeAfter(tokens: Tokens, at: number): { readonly hedge: string; readonly end: number } | undefined {
  if (tokens.words[at] === "+" && tokens.starts[at] === tokens.ends[at - 1]) return { hedge: "or more", end: at + 1 }
  const phrases = beginningWith.get(tokens.words[at] ?? "") ?? []
  const phrase = phrases.find(words => words.every((word, i) => tokens.words[at + i] === word))
  return phrase && { hedge: phrase.join(" "), end: at + phrase.length }
}
