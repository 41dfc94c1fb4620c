import { distance } from "fastest-levenshtein"

/** Share of the letters of a surname that may differ when one claim's speaker was garbled on the way; more beside the same first name. */
const GARBLED = { alone: 0.4, besideFirstName: 0.5 } as const

/**
 * The people and bodies a claim's words go back to, in the order given, each once: "Brok" joins "Ana Brok", and a garbled form
 * in another copy of the same words joins the sound one. The form that came first is kept, made full by a later one.
 *
 * @example
 * distinctVoices(["Brok", "Ana Brok", "White House"]) // => ["Ana Brok", "White House"]
 */
export function distinctVoices(voices: readonly string[]): string[] {
  const found: string[] = []
  for (const voice of voices) {
    const at = found.findIndex(other => isSame(other, voice))
    if (at < 0) found.push(voice)
    else if (lastWord(found[at]!) === lastWord(voice) && voice.length > found[at]!.length) found[at] = voice
  }
  return found
}

const lastWord = (name: string) => name.toLowerCase().split(/\s+/).at(-1)!

function isSame(x: string, y: string): boolean {
  const [a, b] = [lastWord(x), lastWord(y)]
  if (x.toLowerCase() === y.toLowerCase() || a === b) return true
  const bothNames = /^\p{Lu}/u.test(x) && /^\p{Lu}/u.test(y)
  const sameFirst = x.includes(" ") && x.split(" ")[0] === y.split(" ")[0]
  const most = sameFirst ? GARBLED.besideFirstName : GARBLED.alone
  return bothNames && a.length > 4 && distance(a, b) <= most * Math.max(a.length, b.length)
}
