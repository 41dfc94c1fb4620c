import type { Sentence, Tokens } from "../model/segmented.ts"

/** Two quotation marks that belong together, as token indexes. `close` is the end of the range when the mark is missing. */
export interface Quoted {
  readonly open: number
  readonly close: number
  readonly paragraph: number
  /** 0 for a quotation that stands in no other one. */
  readonly depth: number
  /** The closing mark is missing because the next paragraph takes the quotation up again. */
  readonly goesOn: boolean
}

type Family = "double" | "single" | "guillemet" | "pointed" | "corner"

// A map, for a record would find "constructor" too.
const FAMILY_OF = new Map<string, Family>([
  ['"', "double"],
  ["'", "single"],
  ["«", "guillemet"],
  ["»", "guillemet"],
  ["‹", "pointed"],
  ["›", "pointed"],
  ["「", "corner"],
  ["」", "corner"],
  ["『", "corner"],
  ["』", "corner"],
])
const OPENS = new Set([..."“„‟«‹‘‚‛「『"])
const CLOSES = new Set([..."”»›’」』"])
const MARKS = /["'“”„‟«»‹›‘’‚‛「」『』]/
const SPACE_BEFORE = /^$|[\s([{—–\-/]/u
const SPACE_AFTER = /^$|[\s)\]}.,;:!?…—–\-/]/u
const STRONG_END = /[.,!?…]/
const MAX_DEPTH = 3

/**
 * The pairs of quotation marks: straight, curly, single, guillemets, low-high and corner marks, also nested. A mark without a
 * partner reaches to the end of its paragraph and no further. In the order of their opening marks. O(tokens).
 */
export function pairMarks(text: string, tokens: Tokens, sentences: readonly Sentence[]): Quoted[] {
  const found: Quoted[] = []
  for (let s = 0; s < sentences.length; ) {
    let e = s + 1
    while (e < sentences.length && sentences[e]!.paragraph === sentences[s]!.paragraph) e++
    const first = sentences[s]!.tokens.first
    const end = sentences[e - 1]!.tokens.end
    const opensNext = e < sentences.length ? familyOf(tokens, sentences[e]!.tokens.first) : undefined
    for (const quoted of pairParagraph(text, tokens, first, end, sentences[s]!.paragraph, opensNext)) found.push(quoted)
    s = e
  }
  return found.sort((x, y) => x.open - y.open || y.close - x.close)
}

const familyOf = (tokens: Tokens, i: number): Family | undefined => FAMILY_OF.get(tokens.words[i] ?? "")

interface Open {
  readonly at: number
  readonly family: Family
}

function pairParagraph(
  text: string,
  tokens: Tokens,
  first: number,
  end: number,
  paragraph: number,
  opensNext: Family | undefined,
): Quoted[] {
  const marks = marksIn(text, tokens, first, end)
  const found: Quoted[] = []
  let stack: Open[] = []
  const close = (index: number, at: number, goesOn = false) => {
    const open = stack[index]!
    stack = stack.slice(0, index)
    if (at > open.at + 1) found.push({ open: open.at, close: at, paragraph, depth: index, goesOn })
  }
  marks.forEach((mark, m) => {
    const partner = stack.findLastIndex(open => open.family === mark.family)
    const side = mark.side === "either" ? (partner >= 0 ? "close" : "open") : mark.side
    if (side === "close") {
      if (partner >= 0 && !isPossessive(text, tokens, marks, m)) close(partner, mark.at)
    } else if (mark.family !== "single" || mark.side === "open") {
      // The same mark opens again: the earlier one lost its partner.
      if (partner >= 0 && mark.family !== "single") close(partner, mark.at)
      if (stack.length < MAX_DEPTH) stack.push({ at: mark.at, family: mark.family })
    }
  })
  // A single mark without a partner is an apostrophe.
  stack = stack.filter(open => open.family !== "single" || (open.at === first && opensNext === "single"))
  while (stack.length > 0) close(stack.length - 1, end, stack.length === 1 && opensNext === stack[0]!.family)
  return found
}

interface Mark {
  readonly at: number
  readonly family: Family
  readonly side: "open" | "close" | "either"
}

function marksIn(text: string, tokens: Tokens, first: number, end: number): Mark[] {
  const marks: Mark[] = []
  for (let at = first; at < end; at++) {
    const family = familyOf(tokens, at)
    if (family === undefined) continue
    const side = sideOf(text, tokens, at, family)
    if (side !== undefined) marks.push({ at, family, side })
  }
  return marks
}

/** Which side a mark stands on, from the spaces around it first (they survive bad conversions), then from its shape. */
function sideOf(text: string, tokens: Tokens, at: number, family: Family): Mark["side"] | undefined {
  const start = tokens.starts[at]!
  const char = text[start]!
  const before = neighbour(text, start - 1, -1)
  const after = neighbour(text, tokens.ends[at]!, 1)
  const openLeft = SPACE_BEFORE.test(before)
  const openRight = SPACE_AFTER.test(after)
  if (family === "single") {
    if (openLeft && !openRight) return isElision(text.slice(start + 1, start + 6)) ? undefined : "open"
    return openRight && !openLeft ? "close" : undefined
  }
  if (openLeft && !openRight) return char === "»" || char === "›" ? "either" : "open"
  if (openRight && !openLeft) return OPENS.has(char) && char !== "“" && char !== "«" ? "open" : "close"
  if (OPENS.has(char)) return "open"
  return CLOSES.has(char) ? "close" : "either"
}

/** The next character that is no quotation mark; "" at either end of the text. */
function neighbour(text: string, from: number, step: 1 | -1): string {
  let i = from
  // At most three marks stand together.
  for (let k = 0; k < MAX_DEPTH && MARKS.test(text[i] ?? ""); k++) i += step
  return text[i] ?? ""
}

const isElision = (next: string) => /^(?:\d0s|tis\b|twas\b|em\b|til\b|cause\b|round\b)/i.test(next)

/** "the dockers' strike" inside single marks: a plural possessive, if a stronger end follows before the next opening mark. */
function isPossessive(text: string, tokens: Tokens, marks: readonly Mark[], m: number): boolean {
  const mark = marks[m]!
  if (mark.family !== "single" || text[tokens.starts[mark.at]! - 1] !== "s") return false
  if (text[tokens.ends[mark.at]!] !== " ") return false
  const next = marks[m + 1]
  return next?.family === "single" && next.side === "close" && STRONG_END.test(text[tokens.starts[next.at]! - 1]!)
}
