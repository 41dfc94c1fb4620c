import type { Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"

const words = (list: string) => new Set(list.split(/\s+/))

// Verbs that put a whole statement, or words between marks, down to somebody; they may stand behind it: "…, he said".
const STATING =
  words(`say tell add write report note argue announce declare claim tweet acknowledge explain insist reveal
  predict conclude state warn recall deny confirm reply admit assert remark reiterate emphasize emphasise concede boast
  complain joke speculate allege contend caution estimate quip repeat interject proclaim shout chant post respond
  continue ask suggest show find indicate think believe know imply stress brag testify maintain reckon observe mention
  disclose retort lament muse opine email retweet answer read hint signal charge worry fear recount
  remember assure remind convince persuade demonstrate underscore tease vow pledge promise agree hope feel realize
  realise doubt suspect guess argue wonder cry exclaim yell advise propose recommend understand notice`)
// Those of them by which somebody says something, rather than thinks or shows it.
const SPEAKING =
  words(`say tell add write report note argue announce declare claim tweet acknowledge explain insist reveal
  state warn recall deny confirm reply admit assert remark reiterate emphasize emphasise concede boast complain joke
  allege contend caution quip repeat interject proclaim post respond stress testify mention disclose
  retort email retweet disclose vow pledge promise predict estimate conclude`)
const SPOKEN =
  words(`claim statement assertion accusation allegation announcement warning complaint remark comment admission
  denial prediction`)
// Verbs followed by what somebody wants, means or does not want to do: "declined to comment".
const AIMING =
  words(`seek decline promise vow pledge hope refuse threaten agree want prefer decide plan offer propose expect
  intend swear urge ask tell call seem appear wish demand order request aim claim choose encourage invite persuade
  convince`)
// Verbs that put words down to somebody only from behind: "“…,” he joked".
const CLOSING =
  words(`joke quip laugh whisper scream mutter exhort point go demand declare call urge begin recite sing intone bellow
  thunder crow sigh snap counter come chime scoff sniff shrug fume plead beg agree rattle conclude cheer roar explain`)
// Verbs that take what somebody speaks of, for or against, as their object.
const VIEWING =
  words(`call accuse describe criticize criticise support endorse cite back defend blame praise attack oppose
  express reject denounce question dismiss deem portray tout highlight embrace decry congratulate slam mock applaud condemn
  blast thank consider discuss view favor favour voice echo deride bemoan champion contradict assail protest label advocate
  allude refer attribute underscore outline list challenge name rail propose predict promise announce note
  acknowledge deny recall mention repeat reiterate quote recommend suggest question show demand read
  issue identify recognize reveal explain claim report regard prefer
  favour fault ridicule lambaste lambast laud hail dub characterize characterise brand welcome disavow disparage rebuke
  renounce lament promote sound invoke want see blast target urge need`)
// Verbs that speak of something only with these words behind them: "talk about", "called for".
const WITH_PARTICLE = new Map<string, ReadonlySet<string>>([
  ["talk", words("about of")],
  ["speak", words("about of against")],
  ["point", words("to out")],
  ["call", words("for on")],
  ["ask", words("for about")],
  ["refer", words("to")],
  ["allude", words("to")],
  ["complain", words("about of")],
  ["warn", words("about of against")],
  ["rail", words("against about")],
  ["lash", words("out")],
  ["lay", words("out")],
  ["side", words("with")],
  ["push", words("for back")],
  ["agree", words("with")],
  ["disagree", words("with")],
  ["comment", words("on about")],
  ["respond", words("to")],
  ["object", words("to")],
  ["hint", words("at")],
  ["worry", words("about")],
  ["apologize", words("for")],
  ["boast", words("about of")],
  ["brag", words("about of")],
  ["think", words("about of")],
  ["say", words("of about")],
  ["write", words("about of")],
  ["joke", words("about")],
  ["argue", words("for against")],
  ["vote", words("for against")],
  ["look", words("for")],
  ["focus", words("on")],
])
// Nouns that are cues before "that", "to", "of", "on" or "about": "his claim that", "her support for".
const NAMING =
  words(`claim statement criticism concern promise warning fear doubt praise assertion hope suggestion accusation
  belief allegation complaint forecast argument view denial insistence prediction pledge vow call support opposition
  decision stance position announcement assessment conclusion notion demand admission remark comment opinion
  endorsement desire plan question confidence idea proposal acknowledgment`)
// Taken for nouns or adjectives by the tagger, but verbs as often as not.
const FORM = /(?:ed|es|ing|[^s]s)$/

/** What may follow a cue: a statement, an aim ("to …"), or what is spoken of. */
export interface Cue {
  readonly states: boolean
  readonly aims: boolean
  readonly views: boolean
  /** Whether it may stand behind a statement: "…, he said of the pier". */
  readonly closes: boolean
  /** Whether somebody says it, rather than thinks, wants or shows it. */
  readonly speaks: boolean
  /** Tokens that belong to the cue: 2 in "called for". */
  readonly length: number
}

/**
 * Whether the word at token `i` tells that somebody says, thinks, wants or judges something; undefined when it does not. Needs tags.
 * The verbs were chosen by how often they were cues in the half of PolNeAR (Newell, Margolin and Ruths 2018) that may be learned from.
 *
 * @example
 * cueAt(segment(extract([{ text: "The mayor said so." }]).witnesses)[0].tokens, 2)?.states // => true
 */
export function cueAt(tokens: Tokens, i: number): Cue | undefined {
  const verb = verbAt(tokens, i)
  if (verb === undefined) return undefined
  const particles = WITH_PARTICLE.get(verb)
  const at = particles?.has(tokens.words[i + 1] ?? "")
  const outThat = verb === "point" && tokens.words[i + 1] === "out"
  const speaks = SPEAKING.has(verb) || outThat
  const closes = STATING.has(verb) || CLOSING.has(verb)
  if (at) return { states: outThat, aims: tokens.words[i + 1] === "on", views: !outThat, closes, speaks, length: 2 }
  const cue = { states: STATING.has(verb), aims: AIMING.has(verb), views: VIEWING.has(verb), closes, speaks, length: 1 }
  return cue.states || cue.aims || cue.views || closes ? cue : undefined
}

/** The verb whose form stands at a token, whatever part of speech the tagger takes it for; undefined for a noun or an adjective. */
function verbAt(tokens: Tokens, i: number): string | undefined {
  const lemma = tokens.lemmas[i]!
  const tag = tokens.tags[i]
  if (tag === TAG.verb) return lemma
  if (tag !== TAG.noun && tag !== TAG.adjective) return undefined
  const word = tokens.words[i]!
  if (!FORM.test(word) || !isAfterSubject(tokens, i)) return undefined
  for (const stem of [word.slice(0, -1), word.slice(0, -2), word.slice(0, -3), `${word.slice(0, -3)}e`])
    if (STATING.has(stem) || VIEWING.has(stem) || AIMING.has(stem)) return stem
  return undefined
}

/** Behind a name, a pronoun or "has" that can be its subject or auxiliary, and not before a noun; "alleged" behind a noun too. */
function isAfterSubject({ tags, words }: Tokens, i: number): boolean {
  const before = tags[i - 1]
  const next = tags[i + 1]
  const isPast = /ed$/.test(words[i]!)
  const subject =
    before === TAG.name ||
    /^(?:he|she|they|who|we|i|it)$/.test(words[i - 1] ?? "") ||
    (isPast && (before === TAG.noun || /^(?:has|have|had)$/.test(words[i - 1] ?? "")))
  return subject && next !== TAG.noun && next !== TAG.auxiliary && next !== TAG.verb
}

/** Whether the noun at a token is a cue before a clause or what it is about: "claim" in "his claim that". */
export function isNamingCue(tokens: Tokens, i: number): boolean {
  return tokens.tags[i] === TAG.noun && NAMING.has(tokens.lemmas[i]!)
}

/** Whether the noun stands for something said, rather than thought: "claim", not "belief". */
export const isSpokenNoun = (tokens: Tokens, i: number) => SPOKEN.has(tokens.lemmas[i]!)
