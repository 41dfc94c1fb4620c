import type { DeskState, StoryList } from "../../src/model/desk.ts"
import { counted } from "../../src/present/words.ts"
import { Steps } from "../search/steps.tsx"
import { query } from "../shared/address.ts"
import { reading } from "../shared/events.ts"
import { loaded } from "../shared/loaded.ts"
import { Heading, Here, Words } from "../shared/pieces.tsx"
import { Empty } from "./empty.tsx"
import { Intake } from "./intake.tsx"
import { StoryFilters, storyFilter } from "./story-filters.tsx"
import { StoryTable } from "./story-table.tsx"

const STEP = 50

/** The desk: what was handed in, and the stories found in it. */
export function Desk() {
  return (
    <Here of={loaded<DeskState>("/api/desk")}>
      {state =>
        state.size.reports === 0 && reading.value === null ? <Empty state={state} /> : <Stories state={state} />
      }
    </Here>
  )
}

function Stories({ state }: { readonly state: DeskState }) {
  const { size, archive } = state
  const filter = storyFilter()
  const offset = Number(query("offset")) || 0
  const asked = new URLSearchParams({ ...filter, limit: String(STEP), ...(offset > 0 && { offset: String(offset) }) })
  return (
    <>
      <Heading title="Stories">Stories</Heading>
      <p class="standfirst">
        {counted(size.reports, "report")} in <Words>{archive}</Words>: {size.reportsWithKin} of them share their text
        with others, in {counted(size.families, "story", "stories")}.
        {size.reports > size.reportsWithKin && (
          <>
            {" "}
            <a href="/alone">{counted(size.reports - size.reportsWithKin, "other stands", "others stand")} alone</a>.
          </>
        )}
        {size.waiting > 0 && ` ${counted(size.waiting, "report")} not yet related.`}
      </p>
      <StoryFilters />
      <Here of={loaded<StoryList>(`/api/stories?${asked}`)}>
        {({ stories, of }) => (
          <>
            <StoryTable stories={stories} />
            {stories.length === 0 && (
              <p>
                No story here{Object.keys(filter).length > 1 ? " passes these filters" : ""}.{" "}
                <a href="/search?words=">Search the reports</a>
              </p>
            )}
            <Steps offset={offset} step={STEP} of={of} />
          </>
        )}
      </Here>
      <Intake />
    </>
  )
}
