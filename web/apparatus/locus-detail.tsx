import { gist, makerOf } from "../../src/present/changes.ts"
import { placeOf } from "../../src/present/places.ts"
import { brief } from "../../src/present/visible.ts"
import { markWords } from "../../src/present/word-marks.ts"
import { KIND, SEVERITY_MEANING } from "../../src/present/words.ts"
import { ActButton, judge } from "../judgement/forms.tsx"
import { query, setQuery, to } from "../shared/address.ts"
import { Badge, ReportName, ReportNames, Words } from "../shared/pieces.tsx"
import { type StoryFile, treesOf } from "../shared/story-file.ts"
import { useWidth } from "../shared/width.ts"
import { type Mark, Tree } from "../story/tree.tsx"
import { type ReadingGroup, readingsOf } from "./loci.ts"

interface LocusDetailProps {
  readonly file: StoryFile
  readonly index: number
}

/** A change in full: its words beside each other, who made it, and who has which reading in the tree. */
export function LocusDetail({ file, index }: LocusDetailProps) {
  const change = file.changes[index]
  const { place, width } = useWidth<HTMLDivElement>()
  if (!change)
    return (
      <aside class="locus-detail" aria-label="The chosen change" ref={place}>
        <p class="quiet">Press a reading to see who has it.</p>
      </aside>
    )
  const { variant, before, after, inherited, lost } = change
  const heirs = lost ? [after.witness, ...inherited] : inherited
  const groups = readingsOf(change)
  const chosen = query("reading") === "" ? groups.length - 1 : Number(query("reading"))
  const canCompare = file.lineById.has(before.witness) && file.lineById.has(after.witness)
  const { witness, span } = placeOf(after)
  // The next change would take its place, under the same press.
  const dismiss = async () => {
    await judge({ kind: "dismiss-variant", witness, span: { start: span.start, end: span.end } })
    setQuery({ locus: "", reading: "" })
  }
  return (
    <aside class="locus-detail" aria-label="The chosen change" ref={place} aria-live="polite">
      <h2>
        <Badge kind={variant.kind} severity={variant.severity} /> {KIND[variant.kind].name}
      </h2>
      <p>
        <Words>{gist(variant)}</Words> <span class="quiet">{SEVERITY_MEANING[variant.severity]}</span>
      </p>
      <ol class="readings">
        {groups.map((group, number) => (
          <li key={number}>
            <ReadingInFull file={file} group={group} number={number} base={groups[0]!} isChosen={number === chosen} />
          </li>
        ))}
      </ol>
      <p>
        Made {lost ? "in" : "by"} <ReportName file={file} id={makerOf(change)} />
        {heirs.length > 0 && (
          <>
            ; copied by <ReportNames file={file} ids={heirs} />
          </>
        )}
        .
      </p>
      <p class="buttons">
        {canCompare && (
          <a class="button" href={to("stories", file.id, "pair", before.witness, after.witness)}>
            Side by side
          </a>
        )}
        <ActButton act={dismiss}>Dismiss: no change</ActButton>
      </p>
      {width > 0 && file.family.witnesses.length > 1 && (
        <Tree
          file={file}
          trees={treesOf(file, new Set())}
          width={Math.max(320, width - 4)}
          marks={marksOf(groups, chosen, makerOf(change))}
        />
      )}
    </aside>
  )
}

/** Who has the chosen reading; of the others of this place, who has the words before the change. */
function marksOf(groups: readonly ReadingGroup[], chosen: number, maker: string): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const [number, { witnesses }] of groups.entries())
    for (const id of witnesses) if (number !== chosen) marks.set(id, "before")
  for (const id of groups[chosen]?.witnesses ?? []) marks.set(id, chosen > 0 && id === maker ? "made" : "has")
  return marks
}

interface ReadingInFullProps {
  readonly file: StoryFile
  readonly group: ReadingGroup
  readonly number: number
  readonly base: ReadingGroup
  readonly isChosen: boolean
}

function ReadingInFull({ file, group: { reading, witnesses }, number, base, isChosen }: ReadingInFullProps) {
  const words = reading.kind === "text" ? brief(reading.text) : ""
  const marks =
    number > 0 && base.reading.kind === "text"
      ? markWords(brief(base.reading.text), words).b
      : [{ text: words, changed: false }]
  return (
    <>
      <p class="reading-full" dir="auto">
        {reading.kind === "text"
          ? marks.map(({ text, changed }, index) => (changed ? <ins key={index}>{text}</ins> : text))
          : reading.kind === "omission"
            ? "‸ left out"
            : "‸ cut off here: cannot be told"}
      </p>
      <p class="quiet">
        <ReportNames file={file} ids={witnesses} />{" "}
        <button
          type="button"
          class="small"
          aria-pressed={isChosen}
          onClick={() => setQuery({ reading: String(number) })}
        >
          who has it
        </button>
      </p>
    </>
  )
}
