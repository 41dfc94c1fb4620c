import type { AlonePage } from "../../src/model/desk.ts"
import { counted } from "../../src/present/words.ts"
import { query } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Heading, Here } from "../shared/pieces.tsx"
import { ReportHit } from "./report-hit.tsx"
import { Steps } from "./steps.tsx"

const STEP = 100

/** The reports that share their text with no other, the last added first. */
export function Alone() {
  const offset = Number(query("offset")) || 0
  return (
    <>
      <Heading title="Reports that stand alone">Reports that stand alone</Heading>
      <p class="standfirst">They share their text with no other report here. The last added come first.</p>
      <Here of={loaded<AlonePage>(`/api/alone?limit=${STEP}&offset=${offset}`)}>
        {({ reports, of }) => (
          <>
            <p class="quiet" role="status">
              {counted(of, "report")}
            </p>
            <ol class="hits">
              {reports.map(row => (
                <ReportHit key={row.report} row={row} />
              ))}
            </ol>
            <Steps offset={offset} step={STEP} of={of} />
          </>
        )}
      </Here>
    </>
  )
}
