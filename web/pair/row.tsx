import type { PairPage } from "../../src/model/desk.ts"
import type { Witness } from "../../src/model/report.ts"
import type { Span } from "../../src/model/span.ts"
import { visible } from "../../src/present/visible.ts"
import { KIND, SEVERITIES } from "../../src/present/words.ts"
import { setQuery } from "../shared/address.ts"
import { piecesOf, type Stretch, withoutEndlessWords } from "../shared/pieces-of-text.ts"
import type { Row, SideBySide } from "./rows.ts"

interface RowProps {
  readonly row: Row
  readonly number: number
  readonly page: PairPage
  readonly both: SideBySide
  readonly shown: ReadonlySet<number>
  readonly at: number
  readonly isOnlyChanges: boolean
}

/** One row: a passage of the base and what stands for it in the other report. */
export function PairRow(props: RowProps) {
  const { row, number, page, both, shown, isOnlyChanges } = props
  if (row.kind === "furniture") return isOnlyChanges ? null : <FurnitureRow {...props} />
  const left = marksIn(row.left, both.left, shown)
  const right = marksIn(row.right, both.right, shown)
  const isChanged = left.length + right.length > 0 || row.kind === "moved"
  if (isOnlyChanges && !isChanged) return null
  if (row.kind === "stub") {
    return (
      <div class="pair-row stub" role="row">
        <div role="cell" />
        <div role="cell">
          <a href={`#block-${row.block}`}>A passage that stands here is shown beside its twin</a>
        </div>
      </div>
    )
  }
  return (
    <div
      class={`pair-row ${row.kind}`}
      role="row"
      id={row.block === undefined ? `row-${number}` : `block-${row.block}`}
    >
      <Cell side="left" spans={row.left} witness={page.witnesses[0]} stretches={left} props={props} />
      <Cell side="right" spans={row.right} witness={page.witnesses[1]} stretches={right} props={props} />
    </div>
  )
}

/** The shown changes that stand in one of the spans. */
function marksIn(spans: readonly Span[], stretches: readonly Stretch[], shown: ReadonlySet<number>): Stretch[] {
  return stretches.filter(
    ({ start, end, mark }) =>
      shown.has(mark) && spans.some(span => start < span.end && (end > span.start || start === span.start)),
  )
}

interface CellProps {
  readonly side: "left" | "right"
  readonly spans: readonly Span[]
  readonly witness: Witness
  readonly stretches: readonly Stretch[]
  readonly props: RowProps
}

function Cell({ side, spans, witness, stretches, props }: CellProps) {
  const { row } = props
  if (spans.length === 0)
    return (
      <div role="cell" class="empty">
        <span class="quiet">{row.kind === "alone" ? "‸ not in this report" : ""}</span>
      </div>
    )
  return (
    <div role="cell" dir="auto" {...(witness.language && { lang: witness.language })}>
      {row.kind === "moved" && side === "right" && <p class="tag">⇅ moved: in this report it stands elsewhere</p>}
      {row.kind === "alone" && <p class="tag">only in this report</p>}
      <p class="text">
        {spans.map((span, index) => (
          <span key={span.start}>
            {index > 0 && <span class="quiet"> […] </span>}
            <Marked side={side} span={span} witness={witness} stretches={stretches} props={props} />
          </span>
        ))}
      </p>
    </div>
  )
}

/** A span of a text with its changes marked; the first piece of each can be pressed and has its address. */
function Marked({
  side,
  span,
  witness,
  stretches,
  props: { page, at },
}: Omit<CellProps, "spans"> & { readonly span: Span }) {
  const named = new Set<number>()
  return (
    <>
      {piecesOf(span, stretches).map(({ start, end, marks }) => {
        const text = withoutEndlessWords(visible(witness.text.slice(start, end)))
        const mark = worst(page, marks)
        if (mark === undefined) return text
        const { kind, severity, note } = page.variants[mark]!
        const isFirst =
          !named.has(mark) &&
          stretches.some(stretch => stretch.mark === mark && Math.max(span.start, stretch.start) === start)
        named.add(mark)
        const state = `change-mark ${severity}${marks.includes(at) ? " at" : ""}${start === end ? " gap" : ""}`
        const choose = () => setQuery({ change: String(mark) })
        return (
          <mark
            key={`${start}-${end}`}
            class={state}
            title={`${KIND[kind].name}: ${visible(note.slice(0, 300))}`}
            onClick={choose}
            onKeyDown={event => event.key === "Enter" && choose()}
            {...(isFirst && { id: `${side}-${mark}`, tabIndex: -1 })}
          >
            {start === end ? "‸" : text}
          </mark>
        )
      })}
    </>
  )
}

function worst(page: PairPage, marks: readonly number[]): number | undefined {
  const rank = (mark: number) => SEVERITIES.indexOf(page.variants[mark]!.severity)
  return marks.toSorted((a, b) => rank(a) - rank(b))[0]
}

function FurnitureRow({ row, page }: RowProps) {
  const isLeft = row.left.length > 0
  const [span] = isLeft ? row.left : row.right
  const witness = page.witnesses[isLeft ? 0 : 1]
  const fold = (
    <details class="furniture">
      <summary>page furniture: {row.furniture}</summary>
      <p dir="auto">{withoutEndlessWords(visible(witness.text.slice(span!.start, span!.end)))}</p>
    </details>
  )
  return (
    <div class="pair-row furniture-row" role="row">
      <div role="cell">{isLeft && fold}</div>
      <div role="cell">{!isLeft && fold}</div>
    </div>
  )
}
