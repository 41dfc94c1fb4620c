import type { PairPage } from "../../src/model/desk.ts"
import { gist } from "../../src/present/changes.ts"
import { placeOf } from "../../src/present/places.ts"
import { brief } from "../../src/present/visible.ts"
import { KIND } from "../../src/present/words.ts"
import { ActButton, judge } from "../judgement/forms.tsx"
import { setQuery } from "../shared/address.ts"
import { Badge, calledIn, Words } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"

interface ChangeBarProps {
  readonly page: PairPage
  readonly file: StoryFile
  readonly order: readonly number[]
  readonly at: number
  readonly step: (by: number) => void
}

/** The change one is at, in words, with the way to the next and the one before. Stays at the foot of the window. */
export function ChangeBar({ page, file, order, at, step }: ChangeBarProps) {
  const variant = page.variants[at]
  const place = order.indexOf(at)
  return (
    <div class="change-bar">
      <p class="buttons">
        <button type="button" onClick={() => step(-1)} aria-keyshortcuts="k" disabled={order.length === 0}>
          ← Before
        </button>
        <button type="button" onClick={() => step(1)} aria-keyshortcuts="j" disabled={order.length === 0}>
          Next →
        </button>
        <span class="quiet">{place < 0 ? `${order.length} changes` : `${place + 1} of ${order.length}`}</span>
      </p>
      <div aria-live="polite">
        {variant && (
          <div class="change-told">
            <p>
              <Badge kind={variant.kind} severity={variant.severity} /> {KIND[variant.kind].name}:{" "}
              <Words>{gist(variant)}</Words>
            </p>
            <ul>
              {variant.readings.map((reading, index) => (
                <li key={index}>
                  <span class="quiet">{calledIn(file.names, reading.witness)}:</span>{" "}
                  {reading.kind === "text" ? (
                    <q dir="auto">{brief(reading.text)}</q>
                  ) : reading.kind === "omission" ? (
                    "‸ left out"
                  ) : (
                    "‸ cut off here"
                  )}
                </li>
              ))}
            </ul>
            <ActButton act={() => dismiss(page, at)}>Dismiss: no change</ActButton>
          </div>
        )}
      </div>
    </div>
  )
}

/** Judges that a change is none, at the reading of the witness that made it. */
async function dismiss(page: PairPage, at: number): Promise<void> {
  const reading = page.variants[at]!.readings[1] ?? page.variants[at]!.readings[0]!
  const { witness, span } = placeOf(reading)
  await judge({ kind: "dismiss-variant", witness, span })
  setQuery({ change: "" })
}
