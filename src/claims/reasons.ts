import type { Attestation, Collapse } from "../model/claim.ts"
import type { Place } from "../model/span.ts"
import type { Alike, Bound, Lineage, Origin, Origins } from "./lineages.ts"
import type { Mention } from "./mentions.ts"
import type { Line } from "./origins.ts"

const MOST_NAMED = { letters: 6, outlets: 3 } as const
const MOST_PLACES = 12

/**
 * Why attestations were counted together, in plain words: one reason a line with several of them, one a voice heard on several lines, and one for
 * each doubt that widens the bounds.
 */
export function reasonsFor(
  attestations: readonly Attestation[],
  mentions: readonly Mention[],
  { lines, bounds, alike = [] }: Pick<Origins, "lines" | "bounds" | "alike">,
  voices: readonly string[],
  nameOf: (witness: string) => string,
): Collapse[] {
  const all = lines.flatMap(origin => [origin, ...(origin.with ?? [])])
  // Each tree has its own A and B: where several are spoken of, reports are called by their outlets.
  const areSeveral = new Set(all.flatMap(({ lineage }) => lineage ?? [])).size > 1
  const call = areSeveral ? outlets(nameOf) : letters
  const descended = all.flatMap(origin =>
    origin.line.members.length > 1 ? [reasonFor(origin, attestations, call)] : [],
  )
  const passages = lines.flatMap(({ line, with: others = [] }) =>
    others.map(other => passageOf(line, other.line, attestations, nameOf)),
  )
  const voice = oneVoice(attestations, mentions, lines, voices)
  return [
    ...descended,
    ...passages,
    ...(voice ? [voice] : []),
    ...bounds.map(bound => doubtOf(bound, attestations, call)),
    ...alikeOf(alike, attestations, nameOf),
  ]
}

/** How the texts of a family are called in a reason: several in a row, and one alone. */
interface Call {
  readonly all: (texts: readonly string[], lineage: Lineage) => string
  readonly one: (text: string, lineage: Lineage) => string
}

const letters: Call = {
  all: (texts, lineage) => listed(texts.map(id => letters.one(id, lineage)).sort(bySiglum), MOST_NAMED.letters),
  one: (text, { family }) => {
    const node = family.stemma.nodes.find(({ id }) => id === text)
    return node === undefined ? text : node.kind === "lost" ? `the lost text ${node.label}` : node.label
  },
}

const outlets = (nameOf: (witness: string) => string): Call => ({
  all: texts => listed([...texts.map(nameOf)].sort(), MOST_NAMED.outlets),
  one: (text, { family }) => (family.witnesses.includes(text) ? nameOf(text) : "a lost text"),
})

/** Why lines may be one, a reason for each house and for each pair that shares a sentence. */
function alikeOf(
  alike: readonly Alike[],
  attestations: readonly Attestation[],
  nameOf: (witness: string) => string,
): Collapse[] {
  const byHouse = Map.groupBy(alike, ({ house, witnesses }) => house ?? witnesses.join(" "))
  return [...byHouse.values()].map(([one, ...more]) => {
    const { house, witnesses } = one!
    const is = new Set([one!, ...more].flatMap(other => other.witnesses))
    const own = attestations.flatMap(({ witness }, i) => (is.has(witness) ? [i] : []))
    const [first, second] = witnesses.map(nameOf)
    return {
      note:
        house === undefined
          ? `${first} and ${second} have a sentence in the same words, though counted apart: one may have it from the other, or both from one text.`
          : `${is.size} reports counted apart are of ${house}, or credit it: it may have reported it once.`,
      doubt: true,
      attestations: own,
      places: own.slice(0, MOST_PLACES).map(i => ({ witness: attestations[i]!.witness, span: attestations[i]!.span })),
    }
  })
}

/** "The Vale Observer has the sentence and more of what stands around it in the words of Portside Today: one passage, counted as one text." */
function passageOf(
  main: Line,
  other: Line,
  attestations: readonly Attestation[],
  nameOf: (witness: string) => string,
): Collapse {
  const [ours, theirs] = [main, other].map(({ members }) => {
    const own = new Set(members)
    return attestations.flatMap(({ witness }, i) => (own.has(witness) ? [i] : []))
  }) as [number[], number[]]
  const [first, second] = [attestations[ours[0]!]!, attestations[theirs[0]!]!]
  const note = `${nameOf(second.witness)} has the sentence, and more of what stands around it, in the words of ${nameOf(first.witness)}: one passage, counted as one text.`
  return {
    note,
    attestations: [...ours, ...theirs].sort((x, y) => x - y),
    places: [first, second].map(({ witness, span }) => ({ witness, span })),
  }
}

function doubtOf(
  { lineage, kind, witnesses, without }: Bound,
  attestations: readonly Attestation[],
  call: Call,
): Collapse {
  const named = call.all(witnesses, lineage)
  const isOne = witnesses.length === 1
  const otherwise = `${named} ${isOne ? "words" : "word"} it, or ${isOne ? "places" : "place"} it, otherwise than the rest`
  const come = lineage.family.stemma.undecided === undefined ? "from which they come" : "which shares their text"
  const notes = {
    two: `${otherwise}, so ${isOne ? "it" : "they"} may have it from elsewhere.`,
    one: `${otherwise}: counted as an origin of its own, though ${isOne ? "it" : "they"} may have copied it.`,
    added: `${named} have it, but ${without === undefined ? "the text" : call.one(without, lineage)}, ${come}, has not: each may have it from elsewhere.`,
    trees: `Other trees that are likely, too, give another number of origins among ${named}.`,
  }
  const is = new Set(witnesses)
  const own = attestations.flatMap(({ witness }, i) => (is.has(witness) ? [i] : []))
  const places = own.map(i => ({ witness: attestations[i]!.witness, span: attestations[i]!.span }))
  return { note: notes[kind], doubt: true, attestations: own, places: places.slice(0, MOST_PLACES) }
}

function reasonFor({ line, lineage }: Origin, attestations: readonly Attestation[], call: Call): Collapse {
  const { members, from } = line
  const descended = new Set(members)
  return {
    note: descentNote(line, lineage!, call),
    attestations: attestations.flatMap(({ witness }, i) => (descended.has(witness) ? [i] : [])),
    places: placesOf(
      lineage!,
      members.filter(id => id !== from),
    ),
  }
}

/** "B and C were made from A."; where nothing tells which was first, only that they go back to one text. */
function descentNote({ members, from }: Line, lineage: Lineage, call: Call): string {
  const { family, best } = lineage
  if (family.stemma.undecided !== undefined)
    return `${call.all(members, lineage)} go back to one text; which was made from which cannot be told.`
  const others = members.filter(id => id !== from)
  const named = call.all(others, lineage)
  const verb = others.length === 1 ? "was" : "were"
  const areCopies = family.witnesses.includes(from) && others.every(id => best.parentsOf(id).includes(from))
  const both = others.length === 1 ? "" : others.length === 2 ? "both " : "all "
  const descend = others.length === 1 ? "descends" : "descend"
  const source = call.one(from, lineage)
  return areCopies ? `${named} ${verb} made from ${source}.` : `${named} ${both}${descend} from ${source}.`
}

/** What the edges above these witnesses rest on, the first evidence of each. */
function placesOf({ family }: Lineage, children: readonly string[]): Place[] {
  const made = new Set(children)
  return family.stemma.edges
    .filter(({ child }) => made.has(child))
    .flatMap(({ evidence }) => evidence.find(({ places }) => places.length > 0)?.places ?? [])
    .slice(0, MOST_PLACES)
}

function oneVoice(
  attestations: readonly Attestation[],
  mentions: readonly Mention[],
  lines: readonly Origin[],
  voices: readonly string[],
): Collapse | undefined {
  const [voice] = voices
  if (lines.length < 2 || voices.length !== 1 || voice === undefined) return undefined
  const heard = mentions.flatMap((mention, i) => (mention.voice === undefined ? [] : [i]))
  const origins = new Set(heard.map(i => attestations[i]!.origin))
  if (origins.size < 2) return undefined
  const places = heard.flatMap(i => {
    const span = mentions[i]!.voiceSpan
    return span ? [{ witness: attestations[i]!.witness, span }] : []
  })
  return {
    note: `${origins.size} lines of descent, one voice: all quote ${voice}.`,
    attestations: heard,
    places: places.slice(0, MOST_PLACES),
  }
}

const bySiglum = (x: string, y: string) => x.length - y.length || (x < y ? -1 : 1)

function listed(names: readonly string[], most: number): string {
  if (names.length <= 1) return names.join("")
  if (names.length > most + 1) return `${names.slice(0, most).join(", ")} and ${names.length - most} others`
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}
