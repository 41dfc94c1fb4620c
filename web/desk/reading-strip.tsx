import { counted } from "../../src/present/words.ts"
import { to } from "../shared/address.ts"
import { done, problems, reading } from "../shared/events.ts"
import { Words } from "../shared/pieces.tsx"

const STEPS = {
  waiting: "Waiting",
  reading: "Reading",
  meeting: "Looking for kin",
  checking: "Comparing",
  relating: "Drawing trees",
} as const

/** What is being read just now, what failed in it and why, and how it ended. */
export function ReadingStrip() {
  const now = reading.value
  const end = done.value
  if (!now && !end) return <div class="strip-place" role="status" />
  return (
    <div class="strip-place" role="status">
      <div class="strip">
        {now && (
          <p>
            <strong>{STEPS[now.step]}</strong> {counted(now.read, "report")} read, {now.added} new,{" "}
            {counted(now.families, "family", "families")}
            {now.rate !== undefined && `, ${Math.round(now.rate)} a second`}
            {now.left !== undefined && `, about ${Math.ceil(now.left)} s left`} <progress aria-label="Reading" />
          </p>
        )}
        {end && (
          <p>
            <strong>{end.failed === undefined ? "Read." : "The reading failed."}</strong>{" "}
            {end.failed !== undefined && <Words>{end.failed}</Words>} {counted(end.added, "new report")}
            {end.already > 0 && `, ${end.already} known already`}
            {end.problems > 0 && (
              <>
                , <a href="/problems">{counted(end.problems, "problem")}</a>
              </>
            )}
            .{" "}
            {end.families[0] !== undefined && <a href={to("stories", end.families[0])}>See the story they belong to</a>}{" "}
            <button type="button" class="plain" onClick={forget} aria-label="Close">
              ×
            </button>
          </p>
        )}
        {problems.value.length > 0 && (
          <details>
            <summary>{counted(problems.value.length, "problem")}</summary>
            <ul class="problems">
              {problems.value.map((problem, index) => (
                <li key={index}>
                  <strong>
                    <Words most={120}>{problem.where}</Words>
                  </strong>{" "}
                  <Words>{problem.message}</Words> {problem.hint && <Words>{problem.hint}</Words>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}

function forget(): void {
  done.value = null
  problems.value = []
}
