import type { SearchPage } from "../../src/model/desk.ts"
import { counted } from "../../src/present/words.ts"
import { query } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Heading, Here, Words } from "../shared/pieces.tsx"
import { ReportHit } from "./report-hit.tsx"
import { Steps } from "./steps.tsx"

const STEP = 50

/** The reports that have all the words looked for. */
export function Search() {
  const words = query("words")
  const offset = Number(query("offset")) || 0
  const title = words === "" ? "Search" : `Search: ${words}`
  if (words.trim() === "")
    return (
      <>
        <Heading title={title}>Search</Heading>
        <p>Write words into the field above.</p>
      </>
    )
  const asked = new URLSearchParams({ words, limit: String(STEP), offset: String(offset) })
  return (
    <>
      <Heading title={title}>
        Reports with <Words most={80}>{words}</Words>
      </Heading>
      <Here of={loaded<SearchPage>(`/api/search?${asked}`)}>
        {({ hits, of }) => (
          <>
            <p class="quiet" role="status">
              {counted(of, "report")}
            </p>
            <ol class="hits">
              {hits.map(hit => (
                <ReportHit key={hit.report} row={hit}>
                  <p class="excerpt" dir="auto">
                    <Words>{hit.excerpt}</Words>
                  </p>
                </ReportHit>
              ))}
            </ol>
            <Steps offset={offset} step={STEP} of={of} />
          </>
        )}
      </Here>
    </>
  )
}
