import type { Comparison } from "../../src/model/findings.ts"
import type { Witness } from "../../src/model/report.ts"
import type { Span } from "../../src/model/span.ts"
import { placeOf } from "../../src/present/places.ts"
import type { Stretch } from "../shared/pieces-of-text.ts"
import { type Block, blocksOf } from "./blocks.ts"

/** One row of two reports side by side. */
export interface Row {
  /** `moved`: beside it stands text from elsewhere; `stub`: the place where that is missing in the right text. */
  readonly kind: "joined" | "moved" | "stub" | "alone" | "furniture"
  readonly left: readonly Span[]
  readonly right: readonly Span[]
  /** Number of the block, for a row that leads to it. */
  readonly block?: number
  readonly furniture?: string
}

/** Two reports in rows, and where each of their changes stands. */
export interface SideBySide {
  readonly rows: readonly Row[]
  readonly blocks: readonly Block[]
  readonly left: readonly Stretch[]
  readonly right: readonly Stretch[]
}

interface Unit {
  readonly start: number
  readonly kind: "block" | "alone" | "furniture"
  readonly span?: Span
  /** Of a line that no sentence of the other text was found for. */
  readonly text?: string
  readonly block?: number
  readonly furniture?: string
}

/** What stands beside what, in the order of the base. O(text + pairs log pairs). */
export function sideBySide({ witnesses, passages, variants }: Comparison): SideBySide {
  const [left, right] = witnesses
  const blocks = blocksOf(passages.flatMap(({ sentences }) => sentences))
  const stretches = (witness: Witness): Stretch[] =>
    variants.flatMap(({ readings }, mark) =>
      readings.filter(reading => reading.witness === witness.id).map(reading => ({ ...placeOf(reading).span, mark })),
    )
  return {
    rows: rowsOf(blocks, unitsOf(left, blocks, "a"), unitsOf(right, blocks, "b")),
    blocks,
    left: stretches(left),
    right: stretches(right),
  }
}

/** Everything in a text, in order: blocks at their first sentence, and between them what stands in it alone. */
function unitsOf({ text, furniture }: Witness, blocks: readonly Block[], side: "a" | "b"): Unit[] {
  const units: Unit[] = blocks.map((block, index) => ({ start: block[side][0]!.start, kind: "block", block: index }))
  const covered = blocks.flatMap(block => block[side])
  const taken = [...covered.map(span => ({ span, kind: "" })), ...furniture].sort((x, y) => x.span.start - y.span.start)
  let at = 0
  const alone = (to: number) => {
    for (const line of linesOf(text, { start: at, end: to })) {
      const span = trimmed(text, line)
      if (span.start < span.end)
        units.push({ start: span.start, kind: "alone", span, text: text.slice(span.start, span.end) })
    }
  }
  for (const { span, kind } of taken) {
    if (span.start > at) alone(span.start)
    const rest = trimmed(text, { start: Math.max(at, span.start), end: span.end })
    if (kind !== "" && rest.start < rest.end)
      units.push({ start: rest.start, kind: "furniture", span: rest, furniture: kind })
    at = Math.max(at, span.end)
  }
  alone(text.length)
  return units.sort((x, y) => x.start - y.start)
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  for (let at = start; at < end; ) {
    const feed = text.indexOf("\n", at)
    const to = feed < 0 || feed >= end ? end : feed + 1
    lines.push({ start: at, end: to })
    at = to
  }
  return lines
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/** Walks both texts from one block that has kept its place to the next. */
function rowsOf(blocks: readonly Block[], lefts: readonly Unit[], rights: readonly Unit[]): Row[] {
  const rows: Row[] = []
  let i = 0
  let j = 0
  const isStill = (unit: Unit) => unit.block !== undefined && !blocks[unit.block]!.moved
  const between = (units: readonly Unit[], from: number) => {
    let to = from
    while (to < units.length && !isStill(units[to]!)) to++
    return units.slice(from, to)
  }
  while (i < lefts.length || j < rights.length) {
    const [ownLeft, ownRight] = [between(lefts, i), between(rights, j)]
    rows.push(...rowsBetween(blocks, ownLeft, ownRight))
    i += ownLeft.length
    j += ownRight.length
    const block = lefts[i]?.block
    if (block !== undefined) rows.push({ kind: "joined", left: blocks[block]!.a, right: blocks[block]!.b, block })
    i++
    j++
  }
  return rows
}

function rowsBetween(blocks: readonly Block[], lefts: readonly Unit[], rights: readonly Unit[]): Row[] {
  const row = (unit: Unit, side: "left" | "right"): Row => {
    const block = unit.block === undefined ? undefined : blocks[unit.block]!
    if (block && side === "left") return { kind: "moved", left: block.a, right: block.b, block: unit.block! }
    if (block) return { kind: "stub", left: [], right: [], block: unit.block! }
    const spans = { left: [] as Span[], right: [] as Span[], [side]: [unit.span!] }
    return unit.kind === "furniture"
      ? { kind: "furniture", ...spans, furniture: unit.furniture! }
      : { kind: "alone", ...spans }
  }
  const found: Row[] = []
  let next = 0
  for (const unit of lefts) {
    // A title, a credit line, a short sentence: too little to be aligned, but the same on both sides.
    const twin =
      unit.text === undefined ? -1 : rights.findIndex((other, index) => index >= next && other.text === unit.text)
    if (twin < 0) found.push(row(unit, "left"))
    else {
      found.push(...rights.slice(next, twin).map(other => row(other, "right")))
      found.push({ kind: "joined", left: [unit.span!], right: [rights[twin]!.span!] })
      next = twin + 1
    }
  }
  return [...found, ...rights.slice(next).map(unit => row(unit, "right"))]
}
