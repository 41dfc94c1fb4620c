import type { ChangesPage, ClaimsPage, PairPage, StoryPage } from "../../src/model/desk.ts"
import type { Witness } from "../../src/model/report.ts"
import type { Variant } from "../../src/model/variant.ts"

// Answers of the server as large as the bars name: a story of 500 witnesses, 3,000 loci, two reports of 2,000 words.

const WITNESSES = 500
const LOCI = 3000
const WORDS = 2000
const MINUTE = 60_000
const FIRST = Date.UTC(2026, 2, 3, 5, 40)
const id = (number: number) => `w${String(number).padStart(4, "0")}`

/** A text's parent: every tenth begins a branch, the others copy the head of theirs. */
const parentOf = (number: number) => (number % 10 === 0 ? Math.floor(number / 20) * 10 : number - (number % 10))

/** A story of 500 reports in fifty branches; `isCopied`: those within a branch are plain copies. */
export function madeStory(isCopied: boolean): StoryPage {
  const numbers = Array.from({ length: WITNESSES }, (_, number) => number)
  const witnesses = numbers.map(number => ({
    id: id(number),
    label: `N${number}`,
    report: number + 1,
    outlet: `The Paper of Town ${number}`,
    title: "A mill closed its gate",
    published: new Date(FIRST + number * 7 * MINUTE).toISOString(),
    credits: [],
    words: 500,
  }))
  const edges = numbers.slice(1).map(number => {
    const evidence = [{ kind: "wording" as const, note: "Nearly all of it stands there word for word.", places: [] }]
    return { parent: id(parentOf(number)), child: id(number), confidence: 0.5 + (number % 50) / 100, evidence }
  })
  const kinships = edges.map(({ parent, child }) => {
    const [a, b] = [parent, child].sort() as [string, string]
    const kind = isCopied ? ("copy" as const) : ("rewrite" as const)
    return { a, b, kind, coverage: { a: 1, b: 1 }, longestRunWords: 400 }
  })
  return {
    row: {
      id: "made",
      title: "A mill closed its gate",
      reports: WITNESSES,
      outlets: WITNESSES,
      lostTexts: 0,
      origins: 1,
      first: witnesses[0]!.published,
      last: witnesses.at(-1)!.published,
      credits: [],
    },
    witnesses,
    stemma: {
      nodes: witnesses.map(({ id: node, label }) => ({ id: node, kind: "witness" as const, label })),
      edges,
      rivals: [],
    },
    kinships,
    changes: { sense: 0, detail: 0, wording: LOCI, form: 0 },
    claims: { quotation: 0, figure: 0, statement: 0 },
    conflicts: 0,
    judgements: [],
  }
}

/** 3,000 changes of wording in it. */
export function madeChanges(): ChangesPage {
  const variants = Array.from({ length: LOCI }, (_, index): Variant => {
    const child = 1 + (index % (WITNESSES - 1))
    const span = { start: index, end: index + 40 }
    const reading = (witness: number, text: string) => ({ kind: "text" as const, witness: id(witness), span, text })
    const readings = [
      reading(parentOf(child), `the gate of the mill at place ${index}`),
      reading(child, `the sluice of the works at place ${index}`),
    ]
    return { kind: "reworded", severity: "wording", note: "Said otherwise.", readings }
  })
  return { variants, of: LOCI }
}

export const NO_CLAIMS: ClaimsPage = { claims: [], conflicts: [] }

/** Two reports of 2,000 words, in sentences of ten, one word of each changed. */
export function madePair(): PairPage {
  const sentences = (word: string) =>
    Array.from(
      { length: WORDS / 10 },
      (_, index) => `The ${word} of mill number ${index} closed again on Friday night. `,
    )
  const witness = (number: number, word: string): Witness => ({
    id: id(number),
    where: id(number),
    outlet: `Town ${number}`,
    credits: [],
    creditLines: [],
    text: sentences(word).join(""),
    furniture: [],
  })
  const spans = (word: string) => {
    let at = 0
    return sentences(word).map(text => {
      const start = at
      at += text.length
      return { start, end: at - 1 }
    })
  }
  const [a, b] = [spans("gate"), spans("sluice")]
  const pairs = a.map((span, index) => ({ a: span, b: b[index]! }))
  const whole = { a: { start: 0, end: a.at(-1)!.end }, b: { start: 0, end: b.at(-1)!.end }, sentences: pairs }
  const variants = pairs.map((pair): Variant => {
    const [from, to] = [pair.a.start + 4, pair.b.start + 4]
    const first = { kind: "text" as const, witness: id(0), span: { start: from, end: from + 4 }, text: "gate" }
    const second = { kind: "text" as const, witness: id(10), span: { start: to, end: to + 6 }, text: "sluice" }
    return { kind: "word-replaced", severity: "wording", note: "Another word.", readings: [first, second] }
  })
  const kinship = {
    a: id(0),
    b: id(10),
    kind: "copy" as const,
    coverage: { a: 1, b: 1 },
    longestRunWords: 8,
    passages: [whole],
  }
  return { witnesses: [witness(0, "gate"), witness(10, "sluice")], kinship, passages: [whole], variants, problems: [] }
}
