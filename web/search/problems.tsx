import type { ProblemsPage } from "../../src/model/desk.ts"
import { query } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Heading, Here, Moment, Words } from "../shared/pieces.tsx"
import { Steps } from "./steps.tsx"

const STEP = 100

/** What could not be read or decided, the newest first. */
export function Problems() {
  const offset = Number(query("offset")) || 0
  return (
    <>
      <Heading title="Problems">Problems</Heading>
      <p class="standfirst">What could not be read, and why. Everything else was read all the same.</p>
      <Here of={loaded<ProblemsPage>(`/api/problems?limit=${STEP}&offset=${offset}`)}>
        {({ problems, of }) => (
          <>
            {problems.length === 0 && <p>None.</p>}
            <ol class="problems">
              {problems.map((problem, index) => (
                <li key={index}>
                  <strong>
                    <Words most={160}>{problem.where}</Words>
                  </strong>{" "}
                  <Words>{problem.message}</Words> {problem.hint && <Words>{problem.hint}</Words>}{" "}
                  <span class="quiet">
                    <Moment iso={problem.at} none="" />
                  </span>
                </li>
              ))}
            </ol>
            <Steps offset={offset} step={STEP} of={of} />
          </>
        )}
      </Here>
    </>
  )
}
