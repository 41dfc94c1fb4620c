import type { EventPage, WitnessLine } from "../../src/model/desk.ts"
import { nameFor, naming } from "../../src/present/naming.ts"
import { counted } from "../../src/present/words.ts"
import { ClaimCard } from "../claims/claim-card.tsx"
import { changed, query, to } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Moment, Words } from "../shared/pieces.tsx"
import { type StoryFile, toWitness } from "../shared/story-file.ts"

const MOST_CLAIMS = 3
const MOST_OTHERS = 8

/** Who else tells of the event, with words of their own, and what they confirm. */
export function Event({ file }: { readonly file: StoryFile }) {
  const found = loaded<EventPage>(`/api/stories/${encodeURIComponent(file.id)}/event`)
  return (
    <section class="event" id="event" aria-labelledby="event-title">
      <h2 id="event-title">Who else tells of this event</h2>
      {found.kind === "loading" && (
        <p class="waiting" role="status">
          Looking through the archive …
        </p>
      )}
      {found.kind === "failed" && (
        <p class="note" role="status">
          That could not be found out: <Words>{found.failure.message}</Words>
        </p>
      )}
      {found.kind === "here" && <Found file={file} page={found.value} />}
    </section>
  )
}

function Found({ file, page }: { readonly file: StoryFile; readonly page: EventPage }) {
  const { others, claims, compared, waiting } = page
  const isAlone = file.page.row.reports === 1
  const unseen = waiting > 0 && (
    <p class="quiet">
      {counted(waiting, "report")} came in lately and {waiting === 1 ? "was" : "were"} not looked at: their words are
      not in the index yet. The desk does that when it is started.
    </p>
  )
  if (others.length === 0)
    return (
      <>
        <p class="quiet">No other report in this archive{!isAlone && ", but for copies"}.</p>
        {unseen}
      </>
    )
  const isAll = query("event") === "all"
  const shown = isAll ? others : others.slice(0, MOST_OTHERS)
  const told = isAll ? claims : claims.slice(0, MOST_CLAIMS)
  const whole = withOthers(file, page.witnesses)
  return (
    <>
      <p class="quiet">
        {others.length === 1 ? "This one shares" : `These ${others.length} share`} no text with{" "}
        {isAlone ? "this report" : "the reports above"}, only what happened. What they say too has more than one origin,
        unless both had it from the same mouth.
      </p>
      <ul class="others">
        {shown.map(({ id, title, first, by, reports }) => (
          <li key={id}>
            <a href={to("stories", id)}>
              <Words most={110}>{title ?? "Without a title"}</Words>
            </a>{" "}
            <span class="quiet">
              <Words>{by.join(", ") || "outlet not known"}</Words>
              {reports > 1 && ` · ${counted(reports, "report")}`} · <Moment iso={first} />
            </span>
          </li>
        ))}
      </ul>
      {!compared && (
        <p class="quiet">
          All of it is too much to compare here: <code>hearsay claims {file.id} --event</code> with this archive's file
          does.
        </p>
      )}
      {compared && claims.length === 0 && <p class="quiet">Nothing that is stated here is stated there.</p>}
      {unseen}
      {claims.length > 0 && (
        <>
          <h3>{counted(claims.length, "claim")} that others make too, with all their origins</h3>
          <div class="cards">
            {told.map(claim => (
              <ClaimCard key={claim.id} claim={claim} file={whole} />
            ))}
          </div>
        </>
      )}
      {!isAll && (shown.length < others.length || told.length < claims.length) && (
        <p>
          <a href={changed({ event: "all" })}>Show all of it</a>
        </p>
      )}
    </>
  )
}

/** The story as claims need it that others make too: with the names of their reports. */
function withOthers(file: StoryFile, others: readonly WitnessLine[]): StoryFile {
  const witnesses = [...file.findings.witnesses, ...others.map(toWitness)]
  const names = new Map(naming({ witnesses, families: file.findings.families }))
  for (const { id, label } of others) if (label !== "") names.set(id, { ...nameFor(names, id), label })
  return { ...file, names, lineById: new Map([...file.lineById, ...others.map(line => [line.id, line] as const)]) }
}
