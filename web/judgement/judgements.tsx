import type { JudgementAct, ReportPage } from "../../src/model/desk.ts"
import type { Judgement } from "../../src/model/findings.ts"
import { to } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Heading, Here, Moment, Words } from "../shared/pieces.tsx"
import { ActButton, undo } from "./forms.tsx"

/** Every judgement that was made, with its time; each can be undone. */
export function Judgements() {
  return (
    <>
      <Heading title="Judgements">Judgements</Heading>
      <p class="standfirst">
        What you decided. It holds when reports are read again, and is in every file that is handed on.
      </p>
      <Here of={loaded<readonly JudgementAct[]>("/api/judgements")}>
        {acts =>
          acts.length === 0 ? (
            <p>None yet. Press a line or a text in a story's tree, or a change, to judge it.</p>
          ) : (
            <List acts={acts} />
          )
        }
      </Here>
    </>
  )
}

function List({ acts }: { readonly acts: readonly JudgementAct[] }) {
  return (
    <ol class="acts">
      {acts.map(({ id, at, judgement, undone }) => (
        <li key={id} class={undone === undefined ? "" : "is-undone"}>
          <p>
            <strong>{NAMES[judgement.kind]}</strong> <What judgement={judgement} />
          </p>
          <p class="quiet">
            made <Moment iso={at} />
            {undone !== undefined && (
              <>
                {" "}
                · undone <Moment iso={undone} />
              </>
            )}
          </p>
          {undone === undefined && <ActButton act={() => undo(id)}>Undo</ActButton>}
        </li>
      ))}
    </ol>
  )
}

const NAMES: Record<Judgement["kind"], string> = {
  "pin-edge": "Pinned:",
  "forbid-edge": "Forbidden:",
  independent: "Independent:",
  "outlet-agency": "Agency set:",
  "dismiss-variant": "Change dismissed:",
}

function What({ judgement }: { readonly judgement: Judgement }) {
  switch (judgement.kind) {
    case "pin-edge":
    case "forbid-edge":
      return (
        <>
          <Witness id={judgement.child} /> made from <Witness id={judgement.parent} />
        </>
      )
    case "independent":
      return (
        <>
          <Witness id={judgement.a} /> and <Witness id={judgement.b} />
        </>
      )
    case "outlet-agency":
      return (
        <>
          <Words>{judgement.outlet}</Words> is the outlet of <Words>{judgement.agency}</Words>
        </>
      )
    case "dismiss-variant":
      return (
        <>
          <Dismissed of={judgement} /> in <Witness id={judgement.witness} />
        </>
      )
  }
}

/** The words that are no change, read from the report; their place where it cannot be. */
function Dismissed({ of: { witness, span } }: { readonly of: Extract<Judgement, { kind: "dismiss-variant" }> }) {
  const found = loaded<ReportPage>(`/api/reports/${encodeURIComponent(witness)}`)
  const words = found.kind === "here" ? found.value.witness.text.slice(span.start, span.end).trim() : ""
  if (words === "") return <>{`what stands at character ${span.start}`}</>
  return (
    <q>
      <Words most={120}>{words}</Words>
    </q>
  )
}

/** A witness by its outlet, as the archive knows it. */
function Witness({ id }: { readonly id: string }) {
  const found = loaded<ReportPage>(`/api/reports/${encodeURIComponent(id)}`)
  const report = found.kind === "here" ? found.value.report : undefined
  return (
    <>
      <a class="report" href={to("reports", id)}>
        <Words most={60}>{report?.outlet ?? report?.title ?? id}</Words>
      </a>{" "}
      <Moment iso={report?.published ?? undefined} />
    </>
  )
}
