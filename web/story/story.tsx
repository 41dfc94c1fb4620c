import { changesOf } from "../../src/present/changes.ts"
import { labelById } from "../../src/present/family-tree.ts"
import { rivalArrows } from "../../src/present/rivals.ts"
import { counted, percent } from "../../src/present/words.ts"
import { changed, query, setQuery } from "../shared/address.ts"
import { Here, Words } from "../shared/pieces.tsx"
import { type StoryFile, storyFile, treesOf } from "../shared/story-file.ts"
import { useWidth } from "../shared/width.ts"
import { Answer } from "./answer.tsx"
import { Event } from "./event.tsx"
import { Panel } from "./panel.tsx"
import { Spreads, spreadMarks } from "./spreads.tsx"
import { StoryHead } from "./story-head.tsx"
import { TextList } from "./text-list.tsx"
import { edgeKey, Tree } from "./tree.tsx"

/** A story: the answer, the tree with its evidence, the errors that spread, the reports. */
export function Story({ id }: { readonly id: string }) {
  return <Here of={storyFile(id)}>{file => <StoryBody file={file} />}</Here>
}

function StoryBody({ file }: { readonly file: StoryFile }) {
  return (
    <>
      <StoryHead file={file} view="" />
      <Answer file={file} />
      {file.family.witnesses.length > 1 && <TreePart file={file} />}
      <Spreads file={file} />
      <Event file={file} />
      <TextList file={file} />
      <Rivals file={file} />
    </>
  )
}

function TreePart({ file }: { readonly file: StoryFile }) {
  const { place, width } = useWidth<HTMLDivElement>()
  const open = new Set(query("open").split(",").filter(Boolean))
  const trees = treesOf(file, open)
  const selected = query("at")
  const spread = spreadMarks(file, query("spread"))
  const select = (at: string) => setQuery({ at: at === selected ? "" : at })
  return (
    <section class="tree-part" id="tree" aria-labelledby="tree-title">
      <div class="section-head">
        <h2 id="tree-title">Who copied whom</h2>
        <Folding file={file} open={open} />
      </div>
      <p class="legend">
        <span>
          <i class="key-dot" />a report
        </span>
        <span>
          <i class="key-dot lost" />a lost text
        </span>
        <span>
          <i class="key-line" />
          made from; the thicker, the surer
        </span>
        <span>
          <i class="key-line second" />a second source
        </span>
      </p>
      {spread && (
        <p class="note" role="status">
          {spread.words} <a href={changed({ spread: "" })}>Show the tree without it</a>
        </p>
      )}
      {file.page.stemma.undecided && (
        <p class="undecided">
          <Words>{file.page.stemma.undecided}</Words>
        </p>
      )}
      <div class="tree-and-panel">
        <div class="tree-scroll" ref={place}>
          {width > 0 && (
            <Tree
              file={file}
              trees={trees}
              width={Math.max(340, width)}
              selected={selected}
              {...(spread && { marks: spread.marks })}
              onNode={({ node }) => select(node.id)}
              onEdge={edge => select(edgeKey(edge))}
            />
          )}
        </div>
        <Panel file={file} trees={trees} at={selected} open={open} />
      </div>
    </section>
  )
}

function Folding({ file, open }: { readonly file: StoryFile; readonly open: ReadonlySet<string> }) {
  if (file.page.stemma.nodes.length <= 40) return null
  if (open.size > 0) return <a href={changed({ open: "" })}>Fold plain copies</a>
  return <a href={changed({ open: "all" })}>Show every copy</a>
}

/** Other trees that the evidence allows. */
function Rivals({
  file: {
    family,
    page: { stemma },
  },
}: {
  readonly file: StoryFile
}) {
  if (stemma.rivals.length === 0) return null
  const labels = labelById(family)
  return (
    <section>
      <h2>Other trees the evidence allows</h2>
      <ul class="rivals">
        {stemma.rivals.map((rival, index) => (
          <li key={index}>
            <strong>{percent(rival.weight)}</strong> <Words>{rival.note}</Words>{" "}
            <span class="quiet">{rivalArrows(rival, stemma, labels)}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">{counted(changesOf(family).length, "change")} between its texts were weighed.</p>
    </section>
  )
}
