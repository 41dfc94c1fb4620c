import { useMemo } from "preact/hooks"
import type { VariantKind } from "../../src/model/variant.ts"
import { makerOf } from "../../src/present/changes.ts"
import { counted, KIND, SEVERITIES, SEVERITY_MEANING, SEVERITY_TITLE } from "../../src/present/words.ts"
import { query, setQuery } from "../shared/address.ts"
import { useKeys } from "../shared/keys.ts"
import { calledHere, Here } from "../shared/pieces.tsx"
import { type StoryFile, storyFile } from "../shared/story-file.ts"
import { useWidth } from "../shared/width.ts"
import { StoryHead } from "../story/story-head.tsx"
import { HeatTable } from "./heat-table.tsx"
import { type LociFilter, lociOf } from "./loci.ts"
import { LocusDetail } from "./locus-detail.tsx"
import { LocusRow } from "./locus-row.tsx"
import { VirtualList } from "./virtual-list.tsx"

const WIDE_ROW = 62
const NARROW_ROW = 104
const NARROW = 640

/** The place the address tells, -1 for none. A key reads it when pressed: two quick presses come before the page is drawn anew. */
function locusAt(): number {
  return query("locus") === "" ? -1 : Number(query("locus"))
}

/** All places where the texts of a story differ, one a row. */
export function Apparatus({ id }: { readonly id: string }) {
  return <Here of={storyFile(id)}>{file => <ApparatusBody file={file} />}</Here>
}

function ApparatusBody({ file }: { readonly file: StoryFile }) {
  const { changes } = file
  const filter: LociFilter = {
    severity: query("severity"),
    kind: query("kind"),
    witness: query("witness"),
    words: query("words"),
    sort: query("sort"),
  }
  const key = JSON.stringify(filter)
  // The filter is made anew each time; its words tell whether it is another.
  const shown = useMemo(() => lociOf(changes, filter), [changes, key])
  const at = locusAt()
  const { place, width } = useWidth<HTMLDivElement>()
  const step = (by: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(locusAt()) + by))]
    if (next !== undefined) setQuery({ locus: String(next), reading: "" })
  }
  useKeys({ j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1) })
  if (changes.length === 0)
    return (
      <>
        <StoryHead file={file} view="Changes" />
        <p>No change was found between these texts.</p>
      </>
    )
  return (
    <>
      <StoryHead file={file} view="Changes" />
      <a class="skip-on" href="#changes">
        Past the table
      </a>
      <HeatTable file={file} />
      <Filters file={file} filter={filter} />
      <p class="quiet" role="status" id="changes" tabIndex={-1}>
        {shown.length} of {counted(changes.length, "change")}
        {filter.severity && ` · ${SEVERITY_MEANING[filter.severity as keyof typeof SEVERITY_MEANING] ?? ""}`}
      </p>
      <div class="list-and-detail" ref={place}>
        <VirtualList
          length={shown.length}
          row={width > NARROW ? WIDE_ROW : NARROW_ROW}
          at={shown.indexOf(at)}
          label="Changes, one a row"
        >
          {index => <LocusRow file={file} index={shown[index]!} isAt={shown[index] === at} />}
        </VirtualList>
        <LocusDetail file={file} index={at} />
      </div>
    </>
  )
}

function Filters({ file, filter }: { readonly file: StoryFile; readonly filter: LociFilter }) {
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setQuery({ [name]: event.currentTarget.value, locus: "", reading: "" })
  const kinds = [...new Set(file.changes.map(({ variant }) => variant.kind))].sort()
  const makers = [...new Set(file.changes.map(makerOf))].sort((a, b) =>
    calledHere(file, a) < calledHere(file, b) ? -1 : 1,
  )
  return (
    <form class="filters" aria-label="Filter the changes" onSubmit={event => event.preventDefault()}>
      <label>
        Severity{" "}
        <select value={filter.severity} onChange={set("severity")}>
          <option value="">all</option>
          {SEVERITIES.map(severity => (
            <option key={severity} value={severity}>
              {SEVERITY_TITLE[severity]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Kind{" "}
        <select value={filter.kind} onChange={set("kind")}>
          <option value="">all</option>
          {kinds.map((kind: VariantKind) => (
            <option key={kind} value={kind}>
              {KIND[kind].name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Report{" "}
        <select value={filter.witness} onChange={set("witness")}>
          <option value="">all</option>
          {makers.map(id => (
            <option key={id} value={id}>
              {calledHere(file, id)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Words <input type="search" value={filter.words} onInput={set("words")} />
      </label>
      <label>
        Order{" "}
        <select value={filter.sort} onChange={set("sort")}>
          <option value="">worst first</option>
          <option value="place">as in the text</option>
          <option value="spread">most copied first</option>
        </select>
      </label>
    </form>
  )
}
