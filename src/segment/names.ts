import { type Name, type Sentence, TAG, TOKEN, type Tokens } from "../model/segmented.ts"
import { BODIES } from "../text/bodies.ts"
import { placeSense } from "../text/places.ts"

const TITLES = new Set(
  "president,minister,premier,chancellor,prime,mr,mrs,ms,dr,sir,lord,lady,king,queen,prince,princess,pope,senator,sen,rep,congressman,congresswoman,governor,gov,mayor,general,gen,colonel,col,captain,capt,sergeant,sgt,lieutenant,lt,admiral,commander,chief,judge,justice,secretary,spokesman,spokeswoman,spokesperson,director,chairman,chairwoman,adviser,advisor,ambassador,envoy,ayatollah,sheikh,professor,prof,coach,officer,inspector,detective,sheriff,master,leader".split(
    ",",
  ),
)
const PLACE = new Set(
  "street,road,avenue,river,sea,bay,lake,mountain,island,islands,city,town,province,state,county,district,region,valley,port,harbour,harbor,airport,bridge,square,peninsula,strait,gulf,coast,north,south,east,west,square,quay".split(
    ",",
  ),
)
const LOCATIVE = new Set(["in", "at", "from", "near", "to", "into", "across", "around", "outside", "inside", "off"])
const SPEECH = new Set([
  "say",
  "tell",
  "add",
  "write",
  "announce",
  "warn",
  "ask",
  "describe",
  "call",
  "insist",
  "deny",
  "note",
  "explain",
  "argue",
])
const CALENDAR = new Set(
  "monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march,april,may,june,july,august,september,october,november,december,mon,tue,tues,wed,thu,thurs,fri,sat,sun,jan,feb,mar,apr,jun,jul,aug,sept,sep,oct,nov,dec".split(
    ",",
  ),
)
// Small words inside a name ("Ana de la Cruz"), and those after which a capital begins another.
const CONNECT = new Set("of,al,bin,ibn,de,del,della,di,da,van,von,der,la,le,el,-".split(","))
const JOINING = new Set([...CONNECT, "and", "the"])

/** The names in a text: runs of capitalised words, with a guess at what they name. Needs tags; without them the list is empty. O(tokens). */
export function findNames(text: string, tokens: Tokens, sentences: readonly Sentence[]): Name[] {
  const names: Name[] = []
  sentences.forEach((sentence, index) => {
    let i = sentence.tokens.first
    while (i < sentence.tokens.end) {
      if (!startsName(text, tokens, sentence, i)) {
        i++
        continue
      }
      const end = endOfName(text, tokens, sentence, i)
      const span = { start: tokens.starts[i]!, end: tokens.ends[end - 1]! }
      names.push({ span, tokens: { first: i, end }, sentence: index, kind: kindOf(tokens, i, end) })
      i = end
    }
  })
  return settle(
    tokens,
    names.filter(name => !isHeadlineWord(text, tokens, sentences, name, names)),
  )
}

/** In a headline where every word has a capital only what the text itself calls by name is one. */
function isHeadlineWord(
  text: string,
  tokens: Tokens,
  sentences: readonly Sentence[],
  name: Name,
  all: readonly Name[],
): boolean {
  const sentence = sentences[name.sentence]!
  if (sentence.role !== "title" || !isTitleCase(text, tokens, sentence)) return false
  const last = tokens.words[name.tokens.end - 1]!
  return (
    placeSense(last) === undefined &&
    !all.some(other => sentences[other.sentence]!.role === "body" && tokens.words[other.tokens.end - 1] === last)
  )
}

function isTitleCase(text: string, tokens: Tokens, { tokens: { first, end } }: Sentence): boolean {
  let words = 0
  let capitals = 0
  for (let t = first; t < end; t++) {
    if (tokens.kinds[t] !== TOKEN.word || tokens.words[t]!.length < 4) continue
    words++
    if (isCapital(text, tokens, t)) capitals++
  }
  if (isShouted(text, tokens, first, end)) return true
  return words >= 4 && capitals > 0.8 * words
}

/** All in capitals, as headlines of wire copy are. */
function isShouted(text: string, { starts, ends }: Tokens, first: number, end: number): boolean {
  return end > first + 2 && !/\p{Ll}/u.test(text.slice(starts[first]!, ends[end - 1]!))
}

function isCapital(text: string, tokens: Tokens, i: number): boolean {
  return tokens.kinds[i] === TOKEN.word && /^\p{Lu}/u.test(text.slice(tokens.starts[i]!, tokens.starts[i]! + 2))
}

function startsName(text: string, tokens: Tokens, sentence: Sentence, i: number): boolean {
  if (!isCapital(text, tokens, i) || tokens.tags[i] === TAG.unknown || CALENDAR.has(tokens.words[i]!)) return false
  if (tokens.tags[i] === TAG.name) return !TITLES.has(tokens.words[i]!) || isCapital(text, tokens, i + 1)
  const opens = i === sentence.tokens.first || tokens.kinds[i - 1] === TOKEN.punctuation
  return !opens && tokens.tags[i] !== TAG.pronoun && tokens.tags[i] !== TAG.determiner && tokens.words[i] !== "i"
}

function endOfName(text: string, tokens: Tokens, sentence: Sentence, first: number): number {
  let end = first + 1
  let i = end
  while (i < sentence.tokens.end) {
    if (isCapital(text, tokens, i) && !JOINING.has(tokens.words[i]!) && !CALENDAR.has(tokens.words[i]!)) end = i + 1
    else if (!CONNECT.has(tokens.words[i]!)) break
    i++
  }
  return end
}

function kindOf(tokens: Tokens, first: number, end: number): Name["kind"] {
  const words = tokens.words.slice(first, end)
  if (placeSense(words.join(" ")) || (words.length === 1 && placeSense(words[0]!))) return "place"
  if (words.some(word => BODIES.has(word))) return "organisation"
  if (PLACE.has(words.at(-1)!)) return "place"
  if (words.length > 1 && words.some(word => TITLES.has(word))) return "person"
  const before = tokens.lemmas[first - 1] ?? ""
  const after = tokens.lemmas[end] ?? ""
  if (TITLES.has(before) || SPEECH.has(after) || (after === "," && tokens.words[end + 1] === "who")) return "person"
  if (words.length === 1 && words[0]!.length <= 5 && words[0] === words[0]!.toUpperCase()) return "organisation"
  return "other"
}

/**
 * A name whose kind its own words leave open takes the kind that the same last word has elsewhere in the report; else "in Jeddah"
 * is a place, and a name of two words or more a person.
 */
function settle(tokens: Tokens, names: readonly Name[]): Name[] {
  const kinds = new Map<string, Name["kind"]>()
  const last = (name: Name) => tokens.words[name.tokens.end - 1]!
  for (const name of names) if (name.kind === "person") kinds.set(last(name), "person")
  for (const name of names) if (name.kind !== "other" && !kinds.has(last(name))) kinds.set(last(name), name.kind)
  // "the Maren Holt" is a ship, a paper, a hotel.
  const withArticle = new Set(names.filter(name => tokens.words[name.tokens.first - 1] === "the").map(last))
  const guess = ({ tokens: { first, end } }: Name) => {
    if (LOCATIVE.has(tokens.lemmas[first - 1] ?? "")) return "place"
    return end - first >= 2 && !withArticle.has(tokens.words[end - 1]!) ? "person" : "other"
  }
  return names.map(name => (name.kind === "other" ? { ...name, kind: kinds.get(last(name)) ?? guess(name) } : name))
}
