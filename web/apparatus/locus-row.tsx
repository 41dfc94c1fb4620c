import type { Reading } from "../../src/model/variant.ts"
import { nameFor } from "../../src/present/naming.ts"
import { oneLine } from "../../src/present/visible.ts"
import { KIND } from "../../src/present/words.ts"
import { query, setQuery } from "../shared/address.ts"
import { Badge, Siglum } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"
import { readingsOf } from "./loci.ts"

const MOST_LETTERS = 6
const MOST_READINGS = 3

interface LocusRowProps {
  readonly file: StoryFile
  /** The change's place in the story's list. */
  readonly index: number
  readonly isAt: boolean
}

/** One place of the text: what kind of change, and its readings, each with who has it. */
export function LocusRow({ file, index, isAt }: LocusRowProps) {
  const change = file.changes[index]!
  const { kind, severity } = change.variant
  const groups = readingsOf(change)
  const chosen = query("reading") === "" ? groups.length - 1 : Number(query("reading"))
  return (
    <div class={isAt ? "locus at" : "locus"}>
      <span class="locus-kind">
        <Badge kind={kind} severity={severity} /> <span class="quiet">{KIND[kind].name}</span>
      </span>
      <span class="locus-readings">
        {groups.slice(0, MOST_READINGS).map(({ reading, witnesses }, number) => (
          <button
            key={number}
            type="button"
            class="reading"
            aria-pressed={isAt && number === chosen}
            onClick={() => setQuery({ locus: String(index), reading: String(number) })}
          >
            <span class="reading-words" dir="auto">
              {inShort(reading)}
            </span>{" "}
            <span class="holders">
              {witnesses.slice(0, MOST_LETTERS).map(id => (
                <Siglum key={id} label={nameFor(file.names, id).label ?? "?"} />
              ))}
              {witnesses.length > MOST_LETTERS && <small>+{witnesses.length - MOST_LETTERS}</small>}
            </span>
          </button>
        ))}
        {groups.length > MOST_READINGS && <small class="quiet">+{groups.length - MOST_READINGS} readings</small>}
      </span>
    </div>
  )
}

/** A reading in few words. */
export function inShort(reading: Reading, most = 140): string {
  if (reading.kind === "text") return oneLine(reading.text, most)
  return reading.kind === "omission" ? "‸ left out" : "‸ cut off: cannot be told"
}
