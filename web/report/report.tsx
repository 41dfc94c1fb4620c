import type { ReportPage } from "../../src/model/desk.ts"
import { counted, KINSHIP, percent } from "../../src/present/words.ts"
import { AgencyForm } from "../judgement/forms.tsx"
import { query, setQuery, to } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Heading, Here, Moment, OutLink, Words } from "../shared/pieces.tsx"
import { InheritedText } from "./inherited-text.tsx"

/** One report: what it has from others, what is its own, and what is known of it. */
export function Report({ name }: { readonly name: string }) {
  return (
    <Here of={loaded<ReportPage>(`/api/reports/${encodeURIComponent(name)}`)}>
      {page => <ReportBody page={page} />}
    </Here>
  )
}

function ReportBody({ page }: { readonly page: ReportPage }) {
  const { report, witness } = page
  const title = report.title ?? "Without a title"
  const isOwn = query("show") === "own"
  return (
    <>
      <p class="crumbs">
        <a href="/">Stories</a>
        {report.family !== null && (
          <>
            {" "}
            <span aria-hidden="true">›</span> <a href={to("stories", report.family)}>its story</a>
          </>
        )}
      </p>
      <Heading title={title}>
        <Words most={200}>{title}</Words>
      </Heading>
      <Facts page={page} />
      <Shares page={page} />
      {page.inherited.length > 0 && (
        <div class="controls">
          <button type="button" aria-pressed={isOwn} onClick={() => setQuery({ show: isOwn ? "" : "own" })}>
            Dim what is from others
          </button>
        </div>
      )}
      <div class="text-and-kin">
        <InheritedText page={page} isOwn={isOwn} />
        <Kin page={page} />
      </div>
      {witness.outlet !== undefined && <AgencyForm outlet={witness.outlet} />}
    </>
  )
}

function Facts({ page: { report } }: { readonly page: ReportPage }) {
  return (
    <dl class="facts">
      <div>
        <dt>Outlet</dt>
        <dd>
          <OutLink url={report.url}>
            <Words>{report.outlet ?? "not known"}</Words>
          </OutLink>
        </dd>
      </div>
      <div>
        <dt>Published</dt>
        <dd>
          <Moment iso={report.published} none="not known" />
        </dd>
      </div>
      {report.modified !== null && (
        <div>
          <dt>Changed</dt>
          <dd>
            <Moment iso={report.modified} />
          </dd>
        </div>
      )}
      <div>
        <dt>Credits</dt>
        <dd>
          <Words>{report.credits.join(", ") || "none"}</Words>
        </dd>
      </div>
      <div>
        <dt>Read from</dt>
        <dd>
          <Words most={90}>{report.place.split(/[/\\]/).at(-1) ?? report.place}</Words>
        </dd>
      </div>
      {report.versions.length > 1 && (
        <div>
          <dt>Versions</dt>
          <dd>
            {report.versions.map((number, index) => (
              <span key={number}>
                {index > 0 && " · "}
                {number === report.report ? (
                  <strong>{index + 1}</strong>
                ) : (
                  <a href={to("reports", number)}>{index + 1}</a>
                )}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Never one number: both shares, the longest run, and how much the likest kin has of it. */
function Shares({ page: { shares, report } }: { readonly page: ReportPage }) {
  const { inherited, own, longestRunWords, nearestCoverage } = shares
  return (
    <section class="shares" aria-label="How much of it is from others">
      <div class="share-bar" aria-hidden="true">
        <i class="from-others" style={{ width: `${inherited * 100}%` }} />
      </div>
      <dl class="numbers">
        <div>
          <dt>stands in reports it was made from</dt>
          <dd>{percent(inherited)}</dd>
        </div>
        <div>
          <dt>is its own</dt>
          <dd>{percent(own)}</dd>
        </div>
        <div>
          <dt>longest run of the same words</dt>
          <dd>
            {longestRunWords}
            <small> of {counted(report.words, "word")}</small>
          </dd>
        </div>
        <div>
          <dt>the most that any one report has of it</dt>
          <dd>{percent(nearestCoverage)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Kin({ page: { report, witness } }: { readonly page: ReportPage }) {
  if (report.kin.length === 0)
    return (
      <aside class="panel">
        <p class="quiet">No other report in this archive shares its text.</p>
      </aside>
    )
  const kinName = (kind: string) => KINSHIP[kind as keyof typeof KINSHIP] ?? kind
  return (
    <aside class="panel" aria-labelledby="kin-title">
      <h2 id="kin-title">Its kin, nearest first</h2>
      <ol class="kin">
        {report.kin.slice(0, 40).map(kin => (
          <li key={kin.report}>
            <a href={to("reports", kin.report)}>
              <Words>{kin.outlet ?? kin.title ?? `report ${kin.report}`}</Words>
            </a>
            <p class="quiet">
              {kinName(kin.kind)}: {percent(kin.coverageHere)} of this, {percent(kin.coverageThere)} of that; longest
              run {counted(kin.longestRunWords, "word")}
            </p>
            {report.family !== null && (
              <p>
                <a class="quiet" href={to("stories", report.family, "pair", `${kin.report}`, witness.id)}>
                  side by side
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </aside>
  )
}
