import type { Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { accordingTo, closingSpeaker, isSaying, sayingLemma, speakerAfter, speakerBefore } from "../text/saying.ts"

/** Who says a quotation: the words that name the speaker (absent for ", adding “…”"), and the verb that says so. */
export interface SaidBy {
  readonly speaker?: Range
  readonly verb: number
}

const REACH = 30
const NEAR = 16

/**
 * The attribution right after a closing mark at `close`: "…," said X / "…," X said / "…," according to X.
 * `end` is where the sentence or the next quotation begins. O(1).
 */
export function saidAfter(tokens: Tokens, close: number, end: number): SaidBy | undefined {
  const start = tokens.words[close + 1] === "," || /^[-–—]$/.test(tokens.words[close + 1] ?? "") ? close + 2 : close + 1
  if (start >= end) return undefined
  const according = accordingTo(tokens, start, end)
  if (according) return { speaker: according, verb: start }
  if (isSaying(tokens, start)) {
    const speaker = speakerAfter(tokens, start, end)
    return speaker && { speaker, verb: start }
  }
  for (let verb = start + 1; verb < Math.min(end, start + NEAR); verb++) {
    if (!isSaying(tokens, verb)) continue
    const speaker = speakerBefore(tokens, verb, start)
    if (speaker && speaker.first === start) return { speaker, verb }
    break
  }
  return undefined
}

/**
 * The attribution before an opening mark at `open`, not reaching before `first`: X said: "…" / X called it "…" / according to X, "…".
 * Without a speaker for a participle that goes on with an earlier one: …, adding "…". O(1).
 */
export function saidBefore(tokens: Tokens, open: number, first: number): SaidBy | undefined {
  const from = Math.max(first, open - REACH)
  for (let i = open - 1; i >= from; i--) {
    const according = accordingTo(tokens, i, open)
    if (according) return { speaker: according, verb: i }
    if (!isSaying(tokens, i) || tokens.words[i - 1] === "-") continue
    const said = subjectOf(tokens, i, from, open)
    if (said) return said
  }
  return heading(tokens, open, from)
}

function subjectOf(tokens: Tokens, verb: number, from: number, open: number): SaidBy | undefined {
  const { words } = tokens
  if (words[verb] === "saying" && words[verb - 1] === "as") {
    const quoted = words.slice(from, verb).lastIndexOf("quoted") + from
    if (quoted < from) return undefined
    const between = words[quoted + 1] === "by" ? undefined : speakerBefore(tokens, verb - 1, quoted + 1)
    const speaker = between ?? speakerBefore(tokens, quoted, from)
    return speaker && { speaker, verb }
  }
  if (/ing$/.test(words[verb]!)) return { verb }
  if (words[verb + 1] === "by") {
    const speaker = speakerAfter(tokens, verb + 1, open)
    return speaker && { speaker, verb }
  }
  const speaker = speakerBefore(tokens, verb, from)
  if (speaker) return { speaker, verb }
  // "Said the mayor: …", and "then added: …" without a subject of its own.
  const isSecond = /^(?:and|but|then)$/.test(words[verb - 1] ?? "") && sayingLemma(tokens, verb) !== undefined
  return isSecond ? { verb } : undefined
}

/** The attribution at the end of the sentence that runs on after a closing mark: "the “…” was over, X said." O(1). */
export function saidAtEnd(tokens: Tokens, close: number, end: number): SaidBy | undefined {
  const said = closingSpeaker(tokens, close + 1, end)
  return said && { speaker: said.speaker, verb: said.verb }
}

/** "Lopez: “…”", as in headlines. */
function heading(tokens: Tokens, open: number, from: number): SaidBy | undefined {
  if (tokens.words[open - 1] !== ":") return undefined
  const speaker = speakerBefore(tokens, open - 1, from)
  return speaker && tokens.tags[speaker.end - 1] === TAG.name ? { speaker, verb: open - 1 } : undefined
}
