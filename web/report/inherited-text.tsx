import type { ReportPage, StoryPage } from "../../src/model/desk.ts"
import { visible } from "../../src/present/visible.ts"
import { query, setQuery, to } from "../shared/address.ts"
import { type Loaded, loaded } from "../shared/loaded.ts"
import { Siglum, Words } from "../shared/pieces.tsx"
import { type Piece, piecesOf, withoutEndlessWords } from "../shared/pieces-of-text.ts"

const MOST_UNITS = 200_000

interface InheritedTextProps {
  readonly page: ReportPage
  /** What is from others stands back. */
  readonly isOwn: boolean
}

/** The report's text; what it has from others is underlined, with the letter of whom it is from. */
export function InheritedText({ page, isOwn }: InheritedTextProps) {
  const { witness, inherited } = page
  const isAll = query("text") === "all"
  const end = isAll ? witness.text.length : Math.min(witness.text.length, MOST_UNITS)
  const stretches = [
    ...inherited.map(({ span }, mark) => ({ ...span, mark })),
    ...witness.furniture.map(({ span }, index) => ({ ...span, mark: -1 - index })),
  ]
  const story: Loaded<StoryPage> | undefined =
    page.report.family === null
      ? undefined
      : loaded<StoryPage>(`/api/stories/${encodeURIComponent(page.report.family)}`)
  const lines = story?.kind === "here" ? story.value.witnesses : []
  const labels = new Map(lines.map(line => [line.id, line]))
  return (
    <div>
      <p class="legend">
        <span>
          <u class="verbatim">word for word</u>
        </span>
        <span>
          <u class="reworded">reworded</u>
        </span>
        <span>own words: plain</span>
      </p>
      <div
        class={isOwn ? "report-text only-own" : "report-text"}
        dir="auto"
        {...(witness.language && { lang: witness.language })}
      >
        {piecesOf({ start: 0, end }, stretches).map(piece => (
          <PieceOfText key={piece.start} page={page} piece={piece} labels={labels} />
        ))}
      </div>
      {end < witness.text.length && (
        <button type="button" onClick={() => setQuery({ text: "all" })}>
          Show the other {witness.text.length - end} characters
        </button>
      )}
    </div>
  )
}

interface PieceProps {
  readonly page: ReportPage
  readonly piece: Piece
  readonly labels: ReadonlyMap<string, { readonly label: string; readonly outlet?: string }>
}

function PieceOfText({ page, piece: { start, end, marks }, labels }: PieceProps) {
  const text = withoutEndlessWords(visible(page.witness.text.slice(start, end)))
  if (marks.some(mark => mark < 0))
    return (
      <span class="furniture-text" title="page furniture">
        {text}
      </span>
    )
  const mark = marks[0]
  if (mark === undefined) return <>{text}</>
  const { from, kind, span } = page.inherited[mark]!
  const line = labels.get(from)
  const name = line?.outlet ?? "another report"
  return (
    <>
      <span
        class={`inherited ${kind}`}
        title={`${kind === "verbatim" ? "word for word" : "reworded"} from ${visible(name)}`}
      >
        {text}
      </span>
      {end === span.end && isEndOfRun(page, mark) && page.report.family !== null && page.report.witness !== null && (
        <a
          class="from"
          href={to("stories", page.report.family, "pair", from, page.report.witness)}
          aria-label={`from ${visible(name)}, side by side`}
        >
          <Siglum label={line?.label ?? "?"} />
          <span class="unseen">
            <Words>{name}</Words>
          </span>
        </a>
      )}
    </>
  )
}

/** The next stretch is from another report, or in another paragraph: here the letter stands. */
function isEndOfRun({ inherited, witness }: ReportPage, mark: number): boolean {
  const [here, next] = [inherited[mark]!, inherited[mark + 1]]
  if (next?.from !== here.from || next.kind !== here.kind) return true
  const between = witness.text.slice(here.span.end, next.span.start)
  return between.trim() !== "" || between.includes("\n")
}
