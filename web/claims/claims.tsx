import { useMemo } from "preact/hooks"
import type { Claim } from "../../src/model/claim.ts"
import { claimsAlone, claimsInOrder } from "../../src/present/claim-order.ts"
import { byTime } from "../../src/present/naming.ts"
import { counted } from "../../src/present/words.ts"
import { query, setQuery } from "../shared/address.ts"
import { Here, ReportName } from "../shared/pieces.tsx"
import { type StoryFile, storyFile } from "../shared/story-file.ts"
import { Spreads } from "../story/spreads.tsx"
import { StoryHead } from "../story/story-head.tsx"
import { ClaimCard } from "./claim-card.tsx"

const MOST_OPEN = 24
const MOST_ALONE = 200

/** What the reports of a story state, and how many origins each statement has. */
export function Claims({ id }: { readonly id: string }) {
  return <Here of={storyFile(id)}>{file => <ClaimsBody file={file} />}</Here>
}

function ClaimsBody({ file }: { readonly file: StoryFile }) {
  const { claims } = file.findings
  const kind = query("kind")
  const words = query("words").trim().toLowerCase()
  const origins = query("origins")
  const { shared, single } = useMemo(() => claimsInOrder(claims), [claims])
  const passes = (claim: Claim) =>
    (kind === "" || claim.kind === kind) &&
    (words === "" || claim.attestations.some(({ text }) => text.toLowerCase().includes(words))) &&
    (origins === "" || (origins === "1" ? claim.origins.max === 1 : claim.origins.max > 1))
  const found = shared.filter(passes)
  const alone = single.filter(passes)
  const most = Number(query("most")) || MOST_OPEN
  const isSingles = query("single") === "shown"
  return (
    <>
      <StoryHead file={file} view="Claims" />
      <Filters kind={kind} words={query("words")} origins={origins} />
      <Spreads file={file} />
      <section aria-labelledby="claims-title">
        <h2 id="claims-title">Stated by more than one report</h2>
        <p class="quiet" role="status">
          {counted(found.length, "claim")}. Hearsay never says what is true: it counts where words come from.
        </p>
        <div class="cards">
          {found.slice(0, most).map(claim => (
            <ClaimCard key={claim.id} claim={claim} file={file} />
          ))}
        </div>
        {found.length > most && (
          <button type="button" onClick={() => setQuery({ most: String(most + MOST_OPEN * 2) })}>
            Show more of {found.length}
          </button>
        )}
      </section>
      {alone.length > 0 && (
        <section aria-labelledby="alone-title">
          <h2 id="alone-title">What nobody else says</h2>
          <button
            type="button"
            aria-expanded={isSingles}
            onClick={() => setQuery({ single: isSingles ? "" : "shown" })}
          >
            {counted(alone.length, "claim")} of one report only
          </button>
          {isSingles && <Alone claims={alone.slice(0, MOST_ALONE)} file={file} />}
        </section>
      )}
    </>
  )
}

/** The claims of one report only, under that report, in the order of its text. */
function Alone({ claims, file }: { readonly claims: readonly Claim[]; readonly file: StoryFile }) {
  return (
    <>
      {claimsAlone(claims, byTime(file.names)).map(({ witness, claims: own }) => (
        <section key={witness}>
          <h3>
            <ReportName file={file} id={witness} />
          </h3>
          <div class="cards">
            {own.map(claim => (
              <ClaimCard key={claim.id} claim={claim} file={file} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

interface FiltersProps {
  readonly kind: string
  readonly words: string
  readonly origins: string
}

function Filters({ kind, words, origins }: FiltersProps) {
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setQuery({ [name]: event.currentTarget.value })
  return (
    <form class="filters" aria-label="Filter the claims" onSubmit={event => event.preventDefault()}>
      <label>
        Kind{" "}
        <select value={kind} onChange={set("kind")}>
          <option value="">all</option>
          <option value="quotation">quotations</option>
          <option value="figure">figures</option>
          <option value="statement">statements</option>
        </select>
      </label>
      <label>
        Origins{" "}
        <select value={origins} onChange={set("origins")}>
          <option value="">any number</option>
          <option value="1">surely one</option>
          <option value="more">perhaps more than one</option>
        </select>
      </label>
      <label>
        Words <input type="search" value={words} onInput={set("words")} />
      </label>
    </form>
  )
}
