import type { Claim } from "../../src/model/claim.ts"
import { attributionInShort, datesInShort } from "../../src/present/attribution.ts"
import { originGroups } from "../../src/present/claim-order.ts"
import { figureInShort } from "../../src/present/figure.ts"
import { anchor } from "../../src/present/places.ts"
import { reasonGroups } from "../../src/present/reasons.ts"
import { brief } from "../../src/present/visible.ts"
import { counted, origins } from "../../src/present/words.ts"
import { ReportName, Words } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"

const MOST = 6
const MOST_DOTS = 8

/** A claim: how many origins of how many reports, its words in each, and why they were counted together. */
export function ClaimCard({ claim, file }: { readonly claim: Claim; readonly file: StoryFile }) {
  const { min, max } = claim.origins
  const voices = claim.voices.filter(voice => voice !== claim.attributedTo)
  return (
    <article class="claim" id={anchor("claim", claim.id)}>
      <h3>
        <span class="dots" aria-hidden="true">
          {Array.from({ length: Math.min(max, MOST_DOTS) }, (_, index) => (
            <i key={index} class={index < min ? "sure" : "perhaps"} />
          ))}
        </span>
        <strong>{min === max ? origins(claim.origins) : `${counted(min, "origin")} (${min}–${max})`}</strong> of{" "}
        {counted(claim.reports, "report")}
        {claim.voices.length > 0 && ` · ${counted(claim.voices.length, "voice")}`}
      </h3>
      <blockquote dir="auto">{brief(claim.text)}</blockquote>
      <p class="quiet">
        <span class="badge plain">{claim.kind}</span>{" "}
        {claim.value && (
          <strong>
            <Words>{figureInShort(claim.value)}</Words>
          </strong>
        )}{" "}
        <Words>{attributionInShort(claim)}</Words>{" "}
        {voices.length > 0 && (
          <>
            {voices.length === 1 ? "voice" : "voices"}: <Words>{voices.join(", ")}</Words>
          </>
        )}{" "}
        <Words>{datesInShort(claim).join(" · ")}</Words>
      </p>
      {reasonGroups(claim).map(({ heading, reasons }) => (
        <div class="because" key={heading}>
          <p>{heading}</p>
          <ul>
            {reasons.map(({ note }, index) => (
              <li key={index}>
                <Words>{note}</Words>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <details>
        <summary>The words of each</summary>
        <ol class="by-origin">
          {originGroups(claim).map(({ number, attestations }) => (
            <li key={number}>
              <span class="quiet">Origin {number}</span>
              <ul>
                {attestations.slice(0, MOST).map(({ witness, text, span }) => (
                  <li key={witness + span.start}>
                    <ReportName file={file} id={witness} /> <q dir="auto">{brief(text)}</q>
                  </li>
                ))}
              </ul>
              {attestations.length > MOST && (
                <details>
                  <summary>and {attestations.length - MOST} more</summary>
                  <ul>
                    {attestations.slice(MOST, 200).map(({ witness, text, span }) => (
                      <li key={witness + span.start}>
                        <ReportName file={file} id={witness} /> <q dir="auto">{brief(text)}</q>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ol>
      </details>
    </article>
  )
}
