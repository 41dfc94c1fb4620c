import type { ComponentChildren } from "preact"
import type { ReportRow } from "../../src/model/archive.ts"
import { to } from "../shared/address.ts"
import { Moment, Words } from "../shared/pieces.tsx"

interface ReportHitProps {
  readonly row: ReportRow
  /** What stands between its title and its outlet. */
  readonly children?: ComponentChildren
}

/** One report of a list: its title, which leads to it, its outlet and date, and the way to its story, where it has one. */
export function ReportHit({ row, children }: ReportHitProps) {
  const { report, title, outlet, published, family } = row
  return (
    <li>
      <h2>
        <a href={to("reports", report)}>
          <Words most={140}>{title ?? "Without a title"}</Words>
        </a>
      </h2>
      {children}
      <p class="quiet">
        <Words>{outlet ?? "outlet not known"}</Words> · <Moment iso={published} />
        {family !== null && (
          <>
            {" "}
            · <a href={to("stories", family)}>its story</a>
          </>
        )}
      </p>
    </li>
  )
}
