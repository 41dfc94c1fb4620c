import { useState } from "preact/hooks"
import type { Judged } from "../../src/model/desk.ts"
import type { Judgement } from "../../src/model/findings.ts"
import type { StemmaEdge } from "../../src/model/stemma.ts"
import { go, parts, to } from "../shared/address.ts"
import { refresh } from "../shared/loaded.ts"
import { calledIn } from "../shared/pieces.tsx"
import { say, sayFailure } from "../shared/said.ts"
import { tell } from "../shared/server.ts"
import type { StoryFile } from "../shared/story-file.ts"

/** Makes a judgement, has the page ask again, and says so once the new findings are shown. */
export async function judge(judgement: Judgement): Promise<void> {
  try {
    await follow(await tell<Judged>("POST", "/api/judgements", judgement))
    say("Judged. The findings have followed.", { href: "/judgements", link: "See it, or undo it" })
  } catch (error) {
    sayFailure(error)
  }
}

/** Takes a judgement back. */
export async function undo(id: number): Promise<void> {
  try {
    await follow(await tell<Judged>("DELETE", `/api/judgements/${id}`))
    say("Undone. The findings have followed.")
  } catch (error) {
    sayFailure(error)
  }
}

/** A story may have been split or joined: where the one shown is gone, the page goes to what it became. */
async function follow({ families }: Judged): Promise<void> {
  const [first, shown] = parts.value
  const next = families[0]
  if (
    first === "stories" &&
    shown &&
    next &&
    families.length > 0 &&
    !families.includes(shown) &&
    parts.value.length === 2
  )
    go(to("stories", next))
  await refresh()
}

/** A button that is out of use while what it does goes on. */
export function ActButton({ act, children }: { readonly act: () => Promise<void>; readonly children: string }) {
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    await act()
    setBusy(false)
  }
  return (
    <button type="button" disabled={busy} onClick={press}>
      {busy ? "Working …" : children}
    </button>
  )
}

/** Pin a line of descent, or forbid it. */
export function EdgeJudgement({
  file,
  edge: { parent, child },
}: {
  readonly file: StoryFile
  readonly edge: Pick<StemmaEdge, "parent" | "child">
}) {
  const held = file.page.judgements.find(
    ({ judgement }) => "parent" in judgement && judgement.parent === parent && judgement.child === child,
  )
  return (
    <div class="judge" role="group" aria-label="Your judgement">
      <p class="judge-title">Your judgement</p>
      {held ? (
        <p>
          {held.judgement.kind === "pin-edge" ? "You pinned this line." : "You forbade this line."}{" "}
          <ActButton act={() => undo(held.id)}>Undo</ActButton>
        </p>
      ) : (
        <p class="buttons">
          <ActButton act={() => judge({ kind: "pin-edge", parent, child })}>Pin this line</ActButton>
          <ActButton act={() => judge({ kind: "forbid-edge", parent, child })}>Forbid this line</ActButton>
          <ActButton act={() => judge({ kind: "independent", a: parent, b: child })}>
            Neither is from the other
          </ActButton>
        </p>
      )}
    </div>
  )
}

/** From one text: name its source, or a report it is independent of. */
export function IndependentButton({ file, id }: { readonly file: StoryFile; readonly id: string }) {
  const [other, setOther] = useState("")
  const others = file.page.witnesses.filter(line => line.id !== id)
  if (others.length === 0) return null
  return (
    <details class="judge">
      <summary>Judge it against another report</summary>
      <label>
        The other report{" "}
        <select value={other} onChange={event => setOther(event.currentTarget.value)}>
          <option value="">choose</option>
          {others.map(line => (
            <option key={line.id} value={line.id}>
              {calledIn(file.names, line.id)}
            </option>
          ))}
        </select>
      </label>
      {other !== "" && (
        <p class="buttons">
          <a class="button" href={to("stories", file.id, "pair", other, id)}>
            Side by side
          </a>
          <ActButton act={() => judge({ kind: "pin-edge", parent: other, child: id })}>
            It was made from that one
          </ActButton>
          <ActButton act={() => judge({ kind: "forbid-edge", parent: other, child: id })}>
            It was not made from that one
          </ActButton>
          <ActButton act={() => judge({ kind: "independent", a: id, b: other })}>Neither is from the other</ActButton>
        </p>
      )}
    </details>
  )
}

/** Says from which agency an outlet's texts come. */
export function AgencyForm({ outlet }: { readonly outlet: string }) {
  const [agency, setAgency] = useState("")
  const send = (event: Event) => {
    event.preventDefault()
    if (agency.trim()) void judge({ kind: "outlet-agency", outlet, agency: agency.trim() })
  }
  return (
    <details class="judge">
      <summary>Set the agency of this outlet</summary>
      <p class="quiet">Credits to that agency then point to this outlet.</p>
      <form onSubmit={send}>
        <label>
          Agency{" "}
          <input
            type="text"
            required
            maxLength={200}
            value={agency}
            onInput={event => setAgency(event.currentTarget.value)}
          />
        </label>{" "}
        <button type="submit">Set</button>
      </form>
    </details>
  )
}
