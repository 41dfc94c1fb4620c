import { oneLine } from "../../src/present/visible.ts"
import { counted } from "../../src/present/words.ts"
import { path, to } from "../shared/address.ts"
import { Heading, Moment, Words } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"

/** The head of every view of a story: which story it is, and the way to its other views. */
export function StoryHead({ file, view }: { readonly file: StoryFile; readonly view: string }) {
  const { row, changes, claims } = file.page
  const title = row.title ?? "A story without a title"
  const here = (href: string) => (path.value === href ? { "aria-current": "page" as const } : {})
  const base = to("stories", file.id)
  const changeCount = changes.sense + changes.detail + changes.wording + changes.form
  return (
    <>
      <p class="crumbs">
        <a href="/">Stories</a> <span aria-hidden="true">›</span> {counted(row.reports, "report")} ·{" "}
        <Moment iso={row.first} />
        {row.last !== row.first && (
          <>
            {" "}
            – <Moment iso={row.last} />
          </>
        )}
      </p>
      <Heading title={view === "" ? title : `${view}: ${oneLine(title, 60)}`}>
        {view !== "" && <span class="view-name">{view} </span>}
        <Words most={160}>{title}</Words>
      </Heading>
      <nav class="tabs" aria-label="Views of this story">
        <a href={base} {...here(base)}>
          Story
        </a>
        <a href={`${base}/changes`} {...here(`${base}/changes`)}>
          Changes <small>{changeCount}</small>
        </a>
        <a href={`${base}/claims`} {...here(`${base}/claims`)}>
          Claims <small>{claims.quotation + claims.figure + claims.statement}</small>
        </a>
        <a href={`${base}/hand-on`} {...here(`${base}/hand-on`)}>
          Hand it on
        </a>
      </nav>
    </>
  )
}
