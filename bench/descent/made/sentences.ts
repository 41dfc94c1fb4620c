const ABBREVIATED =
  /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Inc|Corp|Co|Ltd|vs|No|pct|dlrs|mln|[A-Za-z]\.[A-Za-z])\.$/

/** The sentences of a text, their white space made single: ends at a stop before a capital, unless the stop ends an abbreviation. */
export function sentencesOf(text: string): string[] {
  const made: string[] = []
  for (const part of text.trim().split(/(?<=[.!?]["”’')]*)\s+(?=["“‘(]?[A-Z0-9])/)) {
    const piece = part.replace(/\s+/g, " ").trim()
    if (made.length > 0 && ABBREVIATED.test(made.at(-1)!)) made[made.length - 1] += ` ${piece}`
    else if (piece !== "") made.push(piece)
  }
  return made
}

/** The words of a sentence in small letters, without the marks at their edges; empty where a token is marks only. */
export function wordsOf(sentence: string): string[] {
  return sentence.split(" ").map(bare)
}

/** A token in small letters without the marks at its edges. */
export function bare(token: string): string {
  return token.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
}
