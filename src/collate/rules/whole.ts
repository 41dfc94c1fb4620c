import type { CreditLine } from "../../model/report.ts"
import { type Flaw, type Segmented, TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { type Draft, type Pair, quote, tokensOf } from "../pair.ts"

/** Sentences of the base that the witness passes over, and sentences that it adds, each unbroken run one variant. */
export function missingSentences(
  pair: Pair,
  accountedA: (s: number) => boolean,
  accountedB: (s: number) => boolean,
): Draft[] {
  const omitted = runs(pair.a, s => pair.beadOfA[s] === -1 && !accountedA(s))
  const added = runs(pair.b, s => pair.beadOfB[s] === -1 && !accountedB(s) && !isFlawed(pair.b, s))
  return [
    ...omitted.map(run => {
      const a = tokensOf(pair.a, run)
      const severity = weighs(pair.a, run) ? ("detail" as const) : ("wording" as const)
      return {
        kind: "omission" as const,
        severity,
        note: `${passage(pair.a, run)} left out: ${quote(pair.a, a)}.`,
        a,
        b: placeIn(pair, run.first, "a"),
      }
    }),
    ...added.map(run => {
      const b = tokensOf(pair.b, run)
      const isNote = run.end - run.first <= 2 && isEditorsNote(pair.b, run)
      const severity = isNote ? ("form" as const) : weighs(pair.b, run) ? ("detail" as const) : ("wording" as const)
      return {
        kind: "addition" as const,
        severity,
        note: `${passage(pair.b, run)} added: ${quote(pair.b, b)}.`,
        a: placeIn(pair, run.first, "b"),
        b,
      }
    }),
  ]
}

function runs(side: Segmented, isOpen: (sentence: number) => boolean): Range[] {
  const found: Range[] = []
  let open: { first: number; end: number } | undefined
  side.sentences.forEach((sentence, s) => {
    if (sentence.role !== "body") return
    if (!isOpen(s)) {
      open = undefined
      return
    }
    if (open) open.end = s + 1
    else {
      open = { first: s, end: s + 1 }
      found.push(open)
    }
  })
  return found
}

const isFlawed = ({ flaws }: Segmented, s: number) => flaws.some(flaw => flaw.sentence === s)

/** A run that holds a fact: a name, a figure, a quotation, or simply enough words. */
function weighs(side: Segmented, run: Range): boolean {
  const { first, end } = tokensOf(side, run)
  let words = 0
  for (let t = first; t < end; t++) if (side.tokens.kinds[t] !== TOKEN.punctuation) words++
  const holds = (parts: readonly { readonly tokens: Range }[]) =>
    parts.some(part => part.tokens.first >= first && part.tokens.end <= end)
  return words >= 12 || (words >= 6 && (holds(side.names) || holds(side.figures) || holds(side.quotations)))
}

/** "(CORRECTS …)", "(Adds …)": a note of the desk in brackets. */
function isEditorsNote(side: Segmented, run: Range): boolean {
  const { start, end } = { start: side.sentences[run.first]!.span.start, end: side.sentences[run.end - 1]!.span.end }
  return /^[([][\s\S]*[)\]]\.?$/.test(side.witness.text.slice(start, end))
}

function passage(side: Segmented, run: Range): string {
  const sentences = run.end - run.first
  const { first, end } = tokensOf(side, run)
  return sentences === 1 ? "A sentence is" : `A passage of ${sentences} sentences (${end - first} words) is`
}

/** Where sentence `s` of one side would stand on the other: behind the fellow of the nearest aligned sentence before it. */
function placeIn(pair: Pair, s: number, from: "a" | "b"): Range {
  const [beadOf, other] = from === "a" ? [pair.beadOfA, pair.b] : [pair.beadOfB, pair.a]
  for (let t = s - 1; t >= 0; t--) {
    const bead = pair.beads[beadOf[t]!]
    if (!bead) continue
    const at = tokensOf(other, from === "a" ? bead.b : bead.a).end
    return { first: at, end: at }
  }
  return { first: 0, end: 0 }
}

/** Debris: places of the witness that are broken in themselves where the base is sound. */
export function debris(pair: Pair, both: boolean): Draft[] {
  const drafts: Draft[] = []
  for (const flaw of pair.b.flaws) {
    const bead = pair.beads[pair.beadOfB[flaw.sentence]!]
    if (bead && hasSame(flaw, pair.b, pair.a, bead.a)) continue
    const b = tokensBetween(pair.b, flaw.span)
    drafts.push({
      kind: "debris",
      severity: "form",
      note: flaw.note,
      a: bead ? tokensOf(pair.a, bead.a) : placeIn(pair, flaw.sentence, "b"),
      b,
    })
  }
  if (!both) return drafts
  for (const flaw of pair.a.flaws) {
    const bead = pair.beads[pair.beadOfA[flaw.sentence]!]
    if (!bead || hasSame(flaw, pair.a, pair.b, bead.b)) continue
    drafts.push({
      kind: "debris",
      severity: "form",
      note: flaw.note,
      a: tokensBetween(pair.a, flaw.span),
      b: tokensOf(pair.b, bead.b),
    })
  }
  return drafts
}

/** Whether the other side is broken in the same way, with the same words, in these sentences. */
function hasSame(flaw: Flaw, side: Segmented, other: Segmented, sentences: Range): boolean {
  const words = ({ witness }: Segmented, { span }: Flaw) => witness.text.slice(span.start, span.end)
  const within = other.flaws.filter(found => found.sentence >= sentences.first && found.sentence < sentences.end)
  return within.some(found => found.kind === flaw.kind && words(other, found) === words(side, flaw))
}

function tokensBetween({ tokens }: Segmented, span: { readonly start: number; readonly end: number }): Range {
  let first = 0
  while (first < tokens.length && tokens.starts[first]! < span.start) first++
  let end = first
  while (end < tokens.length && tokens.starts[end]! < span.end) end++
  return { first, end }
}

/** Passages that stand elsewhere, sentences cut in several, sentences joined. */
export function order(pair: Pair): Draft[] {
  const weights = pair.beads.map(bead => tokensOf(pair.b, bead.b)).map(({ first, end }) => end - first)
  const stays = heaviestAscent(
    pair.beads.map(bead => bead.b.first),
    weights,
  )
  const drafts: Draft[] = []
  pair.beads.forEach((bead, index) => {
    const a = tokensOf(pair.a, bead.a)
    const b = tokensOf(pair.b, bead.b)
    if (!stays.has(index))
      drafts.push({ kind: "moved", severity: "form", note: `Stands elsewhere: ${quote(pair.b, b)}.`, a, b })
    const sizeA = bead.a.end - bead.a.first
    const sizeB = bead.b.end - bead.b.first
    if (sizeA < sizeB)
      drafts.push({
        kind: "split",
        severity: "form",
        note: `${count(sizeA)} ${sizeA === 1 ? "stands" : "stand"} as ${count(sizeB)}.`,
        a,
        b,
      })
    if (sizeA > sizeB)
      drafts.push({ kind: "merged", severity: "form", note: `${count(sizeA)} stand as ${count(sizeB)}.`, a, b })
  })
  return drafts
}

const NUMBERS = ["no sentence", "one sentence", "two sentences", "three sentences", "four sentences"]
const count = (n: number) => NUMBERS[n] ?? `${n} sentences`

/** Indexes of the ascending subsequence that weighs most: what moved is the lighter part. O(n²) in the beads of one pair. */
function heaviestAscent(values: readonly number[], weights: readonly number[]): Set<number> {
  const total = Float64Array.from(weights)
  const before = new Int32Array(values.length).fill(-1)
  let last = -1
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      if (values[j]! >= values[i]! || total[j]! + weights[i]! <= total[i]!) continue
      total[i] = total[j]! + weights[i]!
      before[i] = j
    }
    if (last < 0 || total[i]! > total[last]!) last = i
  }
  const kept = new Set<number>()
  for (let i = last; i >= 0; i = before[i]!) kept.add(i)
  return kept
}

/** Agencies and desks that the one credits and the other does not. An agency is not missing where it is the outlet itself. */
export function credits(pair: Pair): Draft[] {
  const dropped = missingCredits(pair.a, pair.b).map(line => ({
    kind: "credit-dropped" as const,
    severity: "detail" as const,
    note: `The credit to ${line.name} is dropped.`,
    a: tokensBetween(pair.a, line.span),
    b: { first: 0, end: 0 },
  }))
  const added = missingCredits(pair.b, pair.a).map(line => ({
    kind: "credit-added" as const,
    severity: line.kind === "agency" ? ("detail" as const) : ("form" as const),
    note: `A credit to ${line.name} is added.`,
    a: { first: 0, end: 0 },
    b: tokensBetween(pair.b, line.span),
  }))
  return [...dropped, ...added]
}

function missingCredits(from: Segmented, to: Segmented): CreditLine[] {
  const others = [...to.witness.credits, to.witness.outlet ?? ""]
  const found = new Map<string, CreditLine>()
  for (const line of from.witness.creditLines) {
    if (line.kind !== "agency" && line.kind !== "desk") continue
    if (others.some(other => sameCredit(other, line.name)) || found.has(line.name)) continue
    if ([...found.keys()].some(name => sameCredit(name, line.name))) continue
    found.set(line.name, line)
  }
  return [...found.values()]
}

/** "HNA" and "Halyard News Agency" are one. */
function sameCredit(a: string, b: string): boolean {
  const initials = (name: string) =>
    name
      .split(/[\s-]+/u)
      .map(word => word[0] ?? "")
      .join("")
      .toLowerCase()
  const plain = (name: string) => name.toLowerCase()
  return plain(a) === plain(b) || initials(a) === plain(b) || plain(a) === initials(b)
}
