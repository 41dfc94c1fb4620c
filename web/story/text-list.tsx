import { makerOf } from "../../src/present/changes.ts"
import { firstEdges } from "../../src/present/first-edges.ts"
import { byTime } from "../../src/present/naming.ts"
import { confidence, counted } from "../../src/present/words.ts"
import { changed, query, setQuery, to } from "../shared/address.ts"
import { Moment, ReportName, Words } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"

const MOST = 60

/** The reports of a story in the order of time, each with what it was made from: all that the tree says, in words. */
export function TextList({ file }: { readonly file: StoryFile }) {
  const first = firstEdges(file.page.stemma.edges)
  const others = ({ parent, child }: { readonly parent: string; readonly child: string }) =>
    file.page.stemma.edges.filter(other => other.child === child && other.parent !== parent)
  const order = [...file.page.witnesses].sort((a, b) => byTime(file.names)(a.id, b.id))
  const isAll = query("reports") === "all"
  const madeBy = new Map<string, number>()
  for (const change of file.changes) {
    const maker = makerOf(change)
    if (change.variant.severity === "sense" || change.variant.severity === "detail")
      madeBy.set(maker, (madeBy.get(maker) ?? 0) + 1)
  }
  return (
    <section aria-labelledby="reports-title">
      <h2 id="reports-title">The reports</h2>
      <div class="table-scroll" tabIndex={0} role="group" aria-label="Table of the reports">
        <table class="reports-table">
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">Title</th>
              <th scope="col">Published</th>
              <th scope="col">Credits</th>
              <th scope="col" class="number">
                Words
              </th>
              <th scope="col">Made from</th>
              <th scope="col" class="number">
                Changes
              </th>
            </tr>
          </thead>
          <tbody>
            {order.slice(0, isAll ? order.length : MOST).map(({ id, title, published, credits, words }) => {
              const edge = first.get(id)
              const made = madeBy.get(id) ?? 0
              return (
                <tr key={id}>
                  <th scope="row">
                    <ReportName file={file} id={id} />
                  </th>
                  <td>
                    <Words most={90}>{title ?? "without a title"}</Words>
                  </td>
                  <td class="nowrap" data-label="published">
                    <Moment iso={published} />
                  </td>
                  <td data-label="credits">
                    <Words most={60}>{credits.join(", ") || "none"}</Words>
                  </td>
                  <td class="number" data-label="words">
                    {words}
                  </td>
                  <td data-label="made from">
                    {edge ? (
                      <>
                        <ReportName file={file} id={edge.parent} />{" "}
                        <a class="quiet" href={changed({ at: `${edge.parent}>${id}` })}>
                          {confidence(edge.confidence)}
                        </a>
                        {others(edge).map(({ parent }) => (
                          <span key={parent}>
                            {" and "}
                            <ReportName file={file} id={parent} />
                          </span>
                        ))}
                      </>
                    ) : (
                      "no other report here"
                    )}
                  </td>
                  <td class="number" data-label="changes of sense or detail">
                    {made > 0 ? (
                      <a
                        href={`${to("stories", file.id, "changes")}?witness=${id}`}
                        aria-label={counted(made, "change of sense or detail", "changes of sense or detail")}
                      >
                        {made}
                      </a>
                    ) : (
                      0
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {!isAll && order.length > MOST && (
        <button type="button" onClick={() => setQuery({ reports: "all" })}>
          Show all {order.length} reports
        </button>
      )}
    </section>
  )
}
