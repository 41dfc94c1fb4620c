import type { StemmaEdge } from "../../src/model/stemma.ts"
import { type TreeNode, walk } from "../../src/present/family-tree.ts"
import { firstEdges } from "../../src/present/first-edges.ts"
import { mixed } from "../../src/present/rivals.ts"
import { confidence, counted, EVIDENCE, KINSHIP, percent } from "../../src/present/words.ts"
import { AgencyForm, EdgeJudgement, IndependentButton } from "../judgement/forms.tsx"
import { changed, to } from "../shared/address.ts"
import { Moment, OutLink, ReportName, ReportNames, Words } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"

interface PanelProps {
  readonly file: StoryFile
  readonly trees: readonly TreeNode[]
  readonly at: string
  readonly open: ReadonlySet<string>
}

/** What is known of the text or the line that is chosen in the tree. */
export function Panel({ file, trees, at, open }: PanelProps) {
  const edge = file.page.stemma.edges.find(({ parent, child }) => `${parent}>${child}` === at)
  const tree = walk(trees).find(({ node, folded }) => node.id === at || folded.some(({ id }) => id === at))
  return (
    <aside class="panel" aria-label="What is chosen in the tree" aria-live="polite">
      {edge ? (
        <EdgePanel file={file} edge={edge} />
      ) : tree ? (
        <NodePanel file={file} tree={tree} open={open} />
      ) : (
        <p class="quiet">Press a text or a line of the tree to see what it rests on.</p>
      )}
    </aside>
  )
}

/** Whether both ends of a line are texts that were handed in, so that they can be set side by side. */
function canCompare(file: StoryFile, { parent, child }: StemmaEdge): boolean {
  return file.lineById.has(parent) && file.lineById.has(child)
}

function EdgePanel({ file, edge }: { readonly file: StoryFile; readonly edge: StemmaEdge }) {
  const { parent, child } = edge
  const kin = file.page.kinships.find(({ a, b }) => (a === parent && b === child) || (a === child && b === parent))
  const made = file.changes.filter(({ before, after }) => after.witness === child && before.witness === parent).length
  return (
    <>
      <h3>
        <ReportName file={file} id={child} /> was made from <ReportName file={file} id={parent} />
      </h3>
      <p class="sureness">
        <strong>{confidence(edge.confidence)}</strong>
      </p>
      {canCompare(file, edge) && (
        <p>
          <a class="button" href={to("stories", file.id, "pair", parent, child)}>
            Set them side by side
          </a>{" "}
          {made > 0 && <a href={`${to("stories", file.id, "changes")}?witness=${child}`}>{counted(made, "change")}</a>}
        </p>
      )}
      {kin && (
        <p class="quiet">
          {KINSHIP[kin.kind]}: {percent(kin.a === parent ? kin.coverage.a : kin.coverage.b)} of the source is in it,{" "}
          {percent(kin.a === parent ? kin.coverage.b : kin.coverage.a)} of it is from the source; longest run of the
          same words {kin.longestRunWords}
        </p>
      )}
      <ol class="evidence">
        {mixed(edge.evidence).map((reason, index) => (
          <li key={index}>
            <span class="badge plain">{EVIDENCE[reason.kind]}</span> <Words>{reason.note}</Words>
          </li>
        ))}
      </ol>
      {file.lineById.has(child) && file.lineById.has(parent) && <EdgeJudgement file={file} edge={edge} />}
    </>
  )
}

function NodePanel({
  file,
  tree,
  open,
}: {
  readonly file: StoryFile
  readonly tree: TreeNode
  readonly open: ReadonlySet<string>
}) {
  const { node, folded, children } = tree
  const line = file.lineById.get(node.id)
  const first = firstEdges(file.page.stemma.edges).get(node.id)
  const heirs = children.flatMap(child => [child.node, ...child.folded]).map(({ id }) => id)
  return (
    <>
      <h3>
        <ReportName file={file} id={node.id} />
      </h3>
      {line ? (
        <>
          <p class="title">
            <OutLink url={line.url}>
              <Words>{line.title ?? "without a title"}</Words>
            </OutLink>
          </p>
          <p class="quiet">
            <Moment iso={line.published} /> · {counted(line.words, "word")}
            {line.credits.length > 0 && (
              <>
                {" "}
                · credits <Words>{line.credits.join(", ")}</Words>
              </>
            )}
          </p>
        </>
      ) : (
        <p>Nobody handed this text in. It is inferred: no report here can be the source of those below it.</p>
      )}
      {first && (
        <p>
          Made from <ReportName file={file} id={first.parent} />.{" "}
          <a href={changed({ at: `${first.parent}>${node.id}` })}>Why</a>
          {canCompare(file, first) && (
            <>
              {" "}
              · <a href={to("stories", file.id, "pair", first.parent, node.id)}>side by side</a>
            </>
          )}
        </p>
      )}
      {heirs.length > 0 && (
        <p>
          Copied by <ReportNames file={file} ids={heirs} />.
        </p>
      )}
      {folded.length > 0 && first && (
        <div>
          <p>
            Stands for {counted(folded.length + 1, "plain copy", "plain copies")} of one text:{" "}
            <ReportNames file={file} ids={folded.map(({ id }) => id)} most={40} />.
          </p>
          <p>
            <a href={changed({ open: [...open, first.parent].join(",") })}>Draw them one by one</a>
          </p>
        </div>
      )}
      {line && <IndependentButton file={file} id={node.id} />}
      {line?.outlet !== undefined && <AgencyForm outlet={line.outlet} />}
    </>
  )
}
