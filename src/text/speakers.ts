import type { Name, Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { isSaying } from "./saying.ts"

const TITLES = new Set(
  "president minister premier chancellor prime mr mrs ms miss dr sir lord lady king queen prince princess pope senator sen rep congressman congresswoman governor gov mayor general gen colonel col captain capt sergeant sgt lieutenant lt admiral commander chief judge justice secretary spokesman spokeswoman spokesperson director chairman chairwoman adviser advisor ambassador envoy ayatollah sheikh professor prof coach officer inspector detective sheriff master leader deputy vice foreign defense defence interior supreme manager executive head".split(
    " ",
  ),
)
const SINGULAR = /^(?:he|she)$/

/** Who is meant by a phrase, given what the report has told so far. Must be asked in the order of the text. */
export interface Speakers {
  /** The speaker in full: "Hossein Amirabdollahian" for "he", "the minister" or the surname alone; undefined when it cannot be told. */
  readonly nameOf: (phrase: Range) => string | undefined
}

interface Seen {
  readonly name: string
  /** Token. */
  readonly at: number
}

/** Reads the names of a report for `nameOf`. O(names + tokens) over all questions. */
export function speakersOf(text: string, tokens: Tokens, names: readonly Name[]): Speakers {
  const full = fullNames(text, tokens, names)
  const persons = new Set(full.values())
  const byTitle = new Map<string, string>()
  let cursor = 0
  let lastPerson: Seen | undefined
  let lastSubject: Seen | undefined
  let lastSpeaker: Seen | undefined

  const advance = (to: number) => {
    for (; cursor < names.length && names[cursor]!.tokens.first < to; cursor++) {
      const name = names[cursor]!
      if (name.kind !== "person") continue
      const person = full.get(surname(tokens, name))!
      for (const title of titlesBy(tokens, name)) byTitle.set(title, person)
      lastPerson = { name: person, at: name.tokens.first }
      if (isSubject(text, tokens, name)) lastSubject = lastPerson
    }
  }
  const resolve = (phrase: Range): string | undefined => {
    const word = tokens.words[phrase.first]!
    if (phrase.end === phrase.first + 1 && tokens.tags[phrase.first] === TAG.pronoun) {
      if (!SINGULAR.test(word)) return undefined
      const latest = lastSpeaker && (lastSubject?.at ?? -1) <= lastSpeaker.at ? lastSpeaker : lastSubject
      return (latest ?? lastPerson)?.name
    }
    const apposed = tokens.words[phrase.end] === "," ? personAt(tokens, names, full, phrase.end + 1) : undefined
    return (
      namedIn(text, tokens, names, full, phrase) ??
      apposed ??
      byTitle.get(tokens.lemmas[phrase.end - 1]!) ??
      plain(text, tokens, phrase)
    )
  }
  return {
    nameOf: phrase => {
      advance(phrase.first)
      const name = resolve(phrase)
      advance(phrase.end)
      // "He" is no ship and no ministry.
      if (name !== undefined && (persons.has(name) || TITLES.has(tokens.lemmas[phrase.end - 1]!)))
        lastSpeaker = { name, at: phrase.end }
      return name
    },
  }
}

const surname = (tokens: Tokens, name: Name) => tokens.words[name.tokens.end - 1]!

/** Whether a name stands before the verb of its sentence or after ", said", so that a pronoun after it means this one. O(1): looks at 10 tokens. */
function isSubject(text: string, tokens: Tokens, { tokens: { first } }: Name): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 10); i--) {
    const breaks = text.slice(tokens.ends[i]!, tokens.starts[i + 1]!).includes("\n")
    if (breaks || /^[.!?:"]$/.test(tokens.words[i]!)) return true
    const tag = tokens.tags[i]
    if (isSaying(tokens, i) && tokens.words[i - 1] === ",") return true
    if (tag === TAG.verb || tag === TAG.auxiliary || tag === TAG.preposition) return false
  }
  return true
}

/** First token of a name after the titles in front of it: "Hossein" in "Iranian Foreign Minister Hossein Amirabdollahian". */
function bareStart(tokens: Tokens, { tokens: { first, end } }: Name): number {
  for (let i = end - 2; i >= first; i--)
    if (TITLES.has(tokens.words[i]!)) return tokens.words[i + 1] === "." ? i + 2 : i + 1
  return first
}

/** For each surname the longest form of the name anywhere in the report. */
function fullNames(text: string, tokens: Tokens, names: readonly Name[]): Map<string, string> {
  const full = new Map<string, string>()
  for (const name of names) {
    if (name.kind !== "person") continue
    const bare = text.slice(tokens.starts[bareStart(tokens, name)]!, name.span.end).replace(/\s+/g, " ")
    const key = surname(tokens, name)
    if (bare.length > (full.get(key)?.length ?? 0)) full.set(key, bare)
  }
  return full
}

/** Nouns that the report uses for this person: titles before the name, and the apposition after it. O(1): looks at 12 tokens. */
function titlesBy(tokens: Tokens, name: Name): string[] {
  const { first, end } = name.tokens
  const titles: string[] = []
  const bare = bareStart(tokens, name)
  for (let i = Math.max(0, bare - 4); i < bare; i++) {
    if (i >= first || tokens.tags[i] === TAG.noun) titles.push(tokens.lemmas[i]!)
  }
  if (tokens.words[end] !== ",") return titles
  for (let i = end + 1; i < Math.min(tokens.length, end + 8); i++) {
    if (tokens.words[i] === "," || tokens.words[i] === "of" || tokens.tags[i] === TAG.verb) break
    if (tokens.tags[i] === TAG.noun) titles.push(tokens.lemmas[i]!)
  }
  return titles
}

/** The person the phrase names, else the name that ends the phrase (an organisation, a place as a government). */
function namedIn(
  text: string,
  tokens: Tokens,
  names: readonly Name[],
  full: ReadonlyMap<string, string>,
  phrase: Range,
): string | undefined {
  let other: string | undefined
  for (
    let n = firstNameEndingAfter(names, phrase.first);
    n < names.length && names[n]!.tokens.first < phrase.end;
    n++
  ) {
    const name = names[n]!
    if (name.kind === "person" && name.tokens.end >= phrase.end) return full.get(surname(tokens, name))
    if (name.tokens.end >= phrase.end)
      other = text.slice(name.span.start, name.span.end).replace(/\s+/g, " ").replace(/^the /i, "")
  }
  return other
}

/** In "The minister, Lena Orr, said" the person whose name begins at the token. */
function personAt(
  tokens: Tokens,
  names: readonly Name[],
  full: ReadonlyMap<string, string>,
  token: number,
): string | undefined {
  const name = names[firstNameEndingAfter(names, token)]
  return name?.kind === "person" && name.tokens.first === token ? full.get(surname(tokens, name)) : undefined
}

/** Index of the first name that ends after a token. O(log names). */
function firstNameEndingAfter(names: readonly Name[], token: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.tokens.end <= token) low = middle + 1
    else high = middle
  }
  return low
}

/** The phrase as it stands, without its determiner: "police", "harbour officials". */
function plain(text: string, tokens: Tokens, { first, end }: Range): string | undefined {
  const from = tokens.tags[first] === TAG.determiner ? first + 1 : first
  return from < end ? text.slice(tokens.starts[from]!, tokens.ends[end - 1]!).replace(/\s+/g, " ") : undefined
}
