import type { Conflict } from "../../src/model/claim.ts"
import { CONFLICT, sentence, unstopped } from "../../src/present/words.ts"
import { ReportName, ReportNames, Words } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"
import type { Mark } from "./tree.tsx"

const MOST = 12

/** Where values differ: who had it first, and who took it over; each can be seen in the tree. */
export function Spreads({ file }: { readonly file: StoryFile }) {
  const { conflicts } = file.findings
  if (conflicts.length === 0) return null
  const order = conflicts
    .map((conflict, index) => ({ conflict, index }))
    .sort((a, b) => rank(a.conflict) - rank(b.conflict) || a.index - b.index)
  return (
    <section aria-labelledby="spread-title">
      <h2 id="spread-title">Where the reports disagree</h2>
      <ul class="spreads">
        {order.slice(0, MOST).map(({ conflict, index }) => (
          <li key={index}>
            <ConflictLine file={file} conflict={conflict} index={index} />
          </li>
        ))}
      </ul>
      {order.length > MOST && <p class="quiet">and {order.length - MOST} more, in the claims.</p>}
    </section>
  )
}

const RANK: Record<Conflict["kind"], number> = { error: 0, correction: 1, open: 2, update: 3 }
const rank = ({ kind }: Conflict) => RANK[kind]

/** One disagreement in a sentence, with the way to its spread through the tree. */
export function ConflictLine({
  file,
  conflict: { kind, note, firstBy, inheritedBy },
  index,
}: {
  readonly file: StoryFile
  readonly conflict: Conflict
  readonly index: number
}) {
  return (
    <>
      <span class={`badge ${kind === "error" ? "sense" : kind === "correction" ? "detail" : "plain"}`}>
        {CONFLICT[kind]}
      </span>{" "}
      <strong>
        <Words>{difference({ kind, note })}</Words>
      </strong>
      .
      {firstBy !== undefined && (
        <>
          {" "}
          First in <ReportName file={file} id={firstBy} />.
        </>
      )}
      {inheritedBy.length > 0 && (
        <>
          {" "}
          Copied by <ReportNames file={file} ids={inheritedBy} />.
        </>
      )}{" "}
      {firstBy !== undefined && (
        <a href={`/stories/${encodeURIComponent(file.id)}?spread=${index}#tree`} class="see">
          See it spread in the tree
        </a>
      )}
    </>
  )
}

/** The marks on a tree for the disagreement with that number; `undefined` where there is none. */
export function spreadMarks(
  file: StoryFile,
  number: string,
): { readonly marks: ReadonlyMap<string, Mark>; readonly words: string } | undefined {
  const conflict = /^\d+$/.test(number) ? file.findings.conflicts[Number(number)] : undefined
  if (conflict?.firstBy === undefined) return undefined
  const marks = new Map<string, Mark>(conflict.inheritedBy.map(id => [id, "has"]))
  marks.set(conflict.firstBy, "made")
  return { marks, words: sentence(`${CONFLICT[conflict.kind]}: ${difference(conflict)}. Filled: who has it.`) }
}

/** What differs, in short: the note without who did it, which stands beside it with links. A change names what was first, then what became of it. */
function difference({ kind, note }: Pick<Conflict, "kind" | "note">): string {
  const values = unstopped(note.split(": ")[0]!)
  return kind === "error" || kind === "correction" ? values.replace(" against ", " became ") : values
}
