import type { StoryRow } from "../../src/model/archive.ts"
import { counted } from "../../src/present/words.ts"
import { to } from "../shared/address.ts"
import { Moment, Words } from "../shared/pieces.tsx"

/** Stories, one a row: how many reports, and how few origins. */
export function StoryTable({ stories }: { readonly stories: readonly StoryRow[] }) {
  return (
    <ol class="stories">
      {stories.map(row => (
        <li key={row.id}>
          <a class="story" href={to("stories", row.id)}>
            <span class="story-title">
              <Words most={140}>{row.title ?? "Without a title"}</Words>
            </span>
            <span class="story-numbers">
              <span class="big">{row.reports}</span> reports <span aria-hidden="true">→</span>
              <span class="unseen">, </span> <span class="big">{row.origins}</span>{" "}
              {row.origins === 1 ? "origin" : "origins"}
            </span>
            <span class="story-more quiet">
              {counted(row.outlets, "outlet")}
              {row.lostTexts > 0 && ` · ${counted(row.lostTexts, "lost text")}`} · <Moment iso={row.first} />
              {row.credits.length > 0 && (
                <>
                  {" "}
                  · credits <Words most={80}>{row.credits.join(", ")}</Words>
                </>
              )}
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}
