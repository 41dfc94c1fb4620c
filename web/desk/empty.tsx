import type { DeskState, ReadingBegun } from "../../src/model/desk.ts"
import { ActButton } from "../judgement/forms.tsx"
import { Heading } from "../shared/pieces.tsx"
import { sayFailure } from "../shared/said.ts"
import { tell } from "../shared/server.ts"
import { Intake } from "./intake.tsx"

/** The first visit: what this is, and an example at one press. */
export function Empty({ state }: { readonly state: DeskState }) {
  return (
    <div class="empty-desk">
      <Heading title="The desk">One story, forty outlets. How many sources?</Heading>
      <p class="standfirst">
        Hearsay reads news reports and works out which are copies of which, what was changed on the way, and how many
        independent origins each claim has. Nothing leaves this machine.
      </p>
      {state.example && (
        <p class="first-step">
          <ActButton act={readExample}>Read the example: a collision at sea, 18 reports</ActButton>
        </p>
      )}
      <Intake />
    </div>
  )
}

async function readExample(): Promise<void> {
  try {
    await tell<ReadingBegun>("POST", "/api/example")
  } catch (error) {
    sayFailure(error)
  }
}
