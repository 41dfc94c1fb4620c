import { useEffect, useMemo } from "preact/hooks"
import type { PairPage } from "../../src/model/desk.ts"
import type { Severity } from "../../src/model/variant.ts"
import { counted, KINSHIP, percent, SEVERITIES, SEVERITY_TITLE, sentence } from "../../src/present/words.ts"
import { IndependentPair } from "../judgement/pair-forms.tsx"
import { changed, go, query, setQuery, to } from "../shared/address.ts"
import { useKeys } from "../shared/keys.ts"
import { type Loaded, loaded, together } from "../shared/loaded.ts"
import { Heading, Here, Moment, ReportName, Words } from "../shared/pieces.tsx"
import { type StoryFile, storyFile } from "../shared/story-file.ts"
import { ChangeBar } from "./change-bar.tsx"
import { Ribbons } from "./ribbons.tsx"
import { PairRow } from "./row.tsx"
import { sideBySide } from "./rows.ts"

interface PairProps {
  readonly id: string
  readonly a: string
  readonly b: string
}

/** Two reports side by side, what stands for what, and each change. */
export function Pair({ id, a, b }: PairProps) {
  const pair = loaded<PairPage>(`/api/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`)
  const all: Loaded<[PairPage, StoryFile]> = together<[PairPage, StoryFile]>(pair, storyFile(id))
  return <Here of={all}>{([page, file]) => <PairBody page={page} file={file} />}</Here>
}

/** The change the address tells, -1 for none. A key reads it when pressed: two quick presses come before the page is drawn anew. */
function changeAt(): number {
  return query("change") === "" ? -1 : Number(query("change"))
}

/** Which of the changes are shown. */
function isShown(severity: Severity): boolean {
  const only = query("severity")
  return only === "" || only.split(",").includes(severity)
}

function PairBody({ page, file }: { readonly page: PairPage; readonly file: StoryFile }) {
  const [left, right] = page.witnesses
  const both = useMemo(() => sideBySide(page), [page])
  const shown = new Set(page.variants.flatMap(({ severity }, index) => (isShown(severity) ? [index] : [])))
  const order = orderOf(both, shown)
  const at = changeAt()
  const isOnlyChanges = query("show") === "changes"
  const step = (by: number) => {
    const place = order.indexOf(changeAt())
    const next = place < 0 ? order[by > 0 ? 0 : order.length - 1] : order[(place + by + order.length) % order.length]
    if (next !== undefined) setQuery({ change: String(next) })
  }
  const swap = () => {
    const rest = changed({ change: "" }).split("?")[1]
    go(to("stories", file.id, "pair", right.id, left.id) + (rest ? `?${rest}` : ""))
  }
  const toggle = () => setQuery({ show: query("show") === "changes" ? "" : "changes" })
  useKeys({
    j: () => step(1),
    ArrowRight: () => step(1),
    k: () => step(-1),
    ArrowLeft: () => step(-1),
    e: toggle,
    s: swap,
  })
  useEffect(() => {
    if (at < 0) return
    document.getElementById(`left-${at}`)?.focus({ preventScroll: true })
    const place = document.getElementById(`left-${at}`) ?? document.getElementById(`right-${at}`)
    place?.scrollIntoView({ block: "center" })
  }, [at])
  const title = `${left.outlet ?? "one"} beside ${right.outlet ?? "the other"}`
  return (
    <>
      <p class="crumbs">
        <a href="/">Stories</a> <span aria-hidden="true">›</span>{" "}
        <a href={to("stories", file.id)}>
          <Words most={70}>{file.page.row.title ?? "Story"}</Words>
        </a>
      </p>
      <Heading title={title}>
        <span class="view-name">Side by side </span>
        <ReportName file={file} id={left.id} /> <span class="quiet">and</span> <ReportName file={file} id={right.id} />
      </Heading>
      <KinshipLine page={page} />
      <Controls page={page} isOnlyChanges={isOnlyChanges} toggle={toggle} swap={swap} />
      <Ribbons page={page} both={both} shown={shown} at={at} />
      <div class="pair" role="table" aria-label="The two reports, passage by passage">
        <div class="pair-row pair-head" role="row">
          {[left, right].map((witness, index) => (
            <div key={witness.id} role="columnheader">
              <p>
                <span class="side-name">{index === 0 ? "base" : "beside it"}</span>{" "}
                <ReportName file={file} id={witness.id} /> <Moment iso={witness.published} />
              </p>
            </div>
          ))}
        </div>
        {both.rows.map((row, index) => (
          <PairRow
            key={index}
            row={row}
            number={index}
            page={page}
            both={both}
            shown={shown}
            at={at}
            isOnlyChanges={isOnlyChanges}
          />
        ))}
      </div>
      <ChangeBar page={page} file={file} order={order} at={at} step={step} />
      <IndependentPair file={file} a={left.id} b={right.id} />
    </>
  )
}

/** The shown changes in the order in which they stand in the base, then those that stand in the other text alone. */
function orderOf({ left, right }: ReturnType<typeof sideBySide>, shown: ReadonlySet<number>): number[] {
  const places = new Map<number, number>()
  for (const { mark, start } of [...left, ...right]) if (!places.has(mark)) places.set(mark, start)
  return [...places]
    .filter(([mark]) => shown.has(mark))
    .sort((x, y) => x[1] - y[1])
    .map(([mark]) => mark)
}

function KinshipLine({ page: { kinship, witnesses } }: { readonly page: PairPage }) {
  if (!kinship) return <p class="standfirst">These two reports share no passage.</p>
  const { kind, coverage, longestRunWords } = kinship
  const [left, right] = kinship.a === witnesses[0].id ? [coverage.a, coverage.b] : [coverage.b, coverage.a]
  return (
    <p class="standfirst">
      {sentence(KINSHIP[kind])}: <strong>{percent(left)}</strong> of the base and <strong>{percent(right)}</strong> of
      the other stand in both; longest run of the same words: {counted(longestRunWords, "word")}.
    </p>
  )
}

interface ControlsProps {
  readonly page: PairPage
  readonly isOnlyChanges: boolean
  readonly toggle: () => void
  readonly swap: () => void
}

function Controls({ page, isOnlyChanges, toggle, swap }: ControlsProps) {
  const press = (severity: Severity) => {
    const now = new Set(SEVERITIES.filter(isShown))
    if (!now.delete(severity)) now.add(severity)
    setQuery({ severity: now.size === SEVERITIES.length ? "" : [...now].join(",") || "none", change: "" })
  }
  return (
    <div class="controls" role="group" aria-label="What is shown">
      {SEVERITIES.map(severity => (
        <button
          key={severity}
          type="button"
          class={`chip ${severity}`}
          aria-pressed={isShown(severity)}
          onClick={() => press(severity)}
        >
          {SEVERITY_TITLE[severity]}{" "}
          <small>{page.variants.filter(variant => variant.severity === severity).length}</small>
        </button>
      ))}
      <button type="button" aria-pressed={isOnlyChanges} onClick={toggle}>
        Changes only
      </button>
      <button type="button" onClick={swap}>
        Swap: the other as base
      </button>
    </div>
  )
}
