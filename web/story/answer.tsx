import type { Evidence, EvidenceKind, StemmaEdge } from "../../src/model/stemma.ts"
import { type TreeNode, walk } from "../../src/present/family-tree.ts"
import { summary } from "../../src/present/summary.ts"
import { confidence, counted, EVIDENCE, inWords, sentence } from "../../src/present/words.ts"
import { to } from "../shared/address.ts"
import { ReportName, Words } from "../shared/pieces.tsx"
import { type StoryFile, treesOf } from "../shared/story-file.ts"
import { edgeKey } from "./tree.tsx"

const MOST_REASONS = 3

/** What one comes for: how many outlets say so, how many origins that is, and why. */
export function Answer({ file }: { readonly file: StoryFile }) {
  const { row, stemma } = file.page
  if (row.reports < 2) return <p class="standfirst">One report. No other report in this archive shares its text.</p>
  const { headline, sentences } = summary(file.findings, file.names)
  const outlets = Math.max(row.outlets, 1)
  const say = outlets === 1 ? "One outlet says so" : `${sentence(inWords(outlets))} outlets say so`
  const trees = treesOf(file, new Set(["all"]))
  return (
    <section class="answer" aria-labelledby="answer-title">
      <h2 id="answer-title" class="equation">
        <span>{say}</span>{" "}
        <span class="arrow" aria-hidden="true">
          →
        </span>
        <span class="unseen">, which makes</span>{" "}
        <strong>{stemma.undecided ? "origin undecided" : counted(row.origins, "origin")}</strong>
      </h2>
      <p class="standfirst">
        {headline} {sentences.join(" ")}
      </p>
      <Languages file={file} />
      {!stemma.undecided && <Why file={file} trees={trees} />}
    </section>
  )
}

/** That some of the reports are not in English, in which alone words are understood; nothing where all are. */
function Languages({ file }: { readonly file: StoryFile }) {
  const others = file.page.witnesses.flatMap(({ language }) =>
    language === undefined || /^en\b/i.test(language) ? [] : [language],
  )
  if (others.length === 0) return null
  const named = [...new Set(others)].sort().join(", ")
  return (
    <p class="quiet">
      {counted(others.length, "report")} in another language than English (<Words>{named}</Words>): copies and the tree
      are found in any language, changes and claims are understood in English only.
    </p>
  )
}

/** The surest lines of descent, each with its most telling reasons. */
function Why({ file, trees }: { readonly file: StoryFile; readonly trees: readonly TreeNode[] }) {
  const edges = walk(trees).flatMap(({ edge }) => (edge && edge.evidence.length > 0 ? [edge] : []))
  const isFromLost = (id: string) => file.page.stemma.nodes.some(node => node.id === id && node.kind === "lost")
  const surest = edges.toSorted(
    (a, b) => Number(isFromLost(a.parent)) - Number(isFromLost(b.parent)) || b.confidence - a.confidence,
  )
  return (
    <div class="why">
      <h3>Here is why</h3>
      <ul>
        {surest.slice(0, MOST_REASONS).map(edge => (
          <li key={edgeKey(edge)}>
            <ReportName file={file} id={edge.child} /> was made from <ReportName file={file} id={edge.parent} />{" "}
            <span class="quiet">({confidence(edge.confidence)})</span>{" "}
            <span class="reason">
              {EVIDENCE[telling(edge).kind]}: <Words>{telling(edge).note}</Words>
            </span>{" "}
            <a href={`${to("stories", file.id)}?at=${encodeURIComponent(edgeKey(edge))}`}>
              all {edge.evidence.length} reasons
            </a>
          </li>
        ))}
      </ul>
      {edges.length > MOST_REASONS && <p class="quiet">Every line of the tree below has its reasons: press it.</p>}
    </div>
  )
}

/** Kinds of reasons, the most telling first: a shared error says more than an hour. */
const TELLING: readonly EvidenceKind[] = [
  "judgement",
  "error",
  "innovation",
  "credit",
  "link",
  "update",
  "second-source",
  "wording",
  "containment",
  "date",
]

function telling({ evidence }: StemmaEdge): Evidence {
  return evidence.toSorted((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind))[0]!
}
