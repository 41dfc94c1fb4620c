import type { Chance } from "../../descent/made/chance.ts"
import { mixed, seedOf } from "./chances.ts"
import { figureOf, nameOf } from "./names.ts"
import { END, FIGURE, HINGE, HINGES, NAME, WINDOW, WORD, type WordModel } from "./word-model.ts"

/** What a report is about: where its wording comes from, and whose names stand in it. Reports of one subject, or one event, share some. */
export interface Theme {
  /** Windows of the model that the walk comes back to. */
  readonly home: readonly number[]
  /** Seeds of the names and figures: of the subject, of the event, of the report alone. */
  readonly subject: number
  readonly event: number
  readonly own: number
}

/** How the walk goes; shares in [0, 1]. Set by measuring the texts beside Reuters stories (`npm run bench -- scale` prints it). */
export const WALK = {
  /** At a hinge: back to another place of it in the home. */
  home: 0.85,
  /** At any other word: away to any place where it stands. */
  away: 0.55,
  /** The words of a sentence: the least before it may end, and when it is ended. */
  shortest: 6,
  longest: 34,
  /** Windows of a subject, and of an event beyond those. */
  windows: { subject: 4, event: 1 },
  /** Names of a subject, and of an event. */
  names: { subject: 14, event: 8 },
  /** Seldom names that are kept as they are. */
  kept: 0.4,
  /** Figures that reports of one event share. */
  figures: 0.3,
} as const

/** The theme of a report: of subject `subject`, its event `event`, and report `own`. */
export function themeOf(model: WordModel, seed: number, subject: number, event: number, own: number): Theme {
  const { windows } = WALK
  const subjectSeed = seedOf(seed, 1, subject)
  const eventSeed = seedOf(seed, 2, subject, event)
  const place = (of: number) => (_: unknown, k: number) => seedOf(of, k) % model.windows
  return {
    home: [
      ...Array.from({ length: windows.subject }, place(subjectSeed)),
      ...Array.from({ length: windows.event }, place(eventSeed)),
    ],
    subject: subjectSeed,
    event: eventSeed,
    own: seedOf(seed, 3, own),
  }
}

/** A made sentence of at least six words. */
export function sentenceOf(model: WordModel, theme: Theme, chance: Chance): string {
  const { corpus, kinds, words } = model
  const made: string[] = []
  let at = beginning(model, chance.pick(theme.home), chance)
  for (;;) {
    const word = corpus[at]! & WORD
    const kind = kinds[word]!
    made.push(made.length > 0 && kind >= NAME ? exchanged(words[word]!, kind, word, theme, chance) : words[word]!)
    const isOver = corpus[at]! >= END ? made.length >= WALK.shortest : made.length >= WALK.longest && kind !== HINGE
    if (isOver) break
    at = next(model, at, word, theme, chance)
  }
  const last = made.length - 1
  made[last] = `${made[last]!.replace(/[,;:.!?"”)]+$/, "")}.`
  return made.join(" ")
}

/** The position after this one, or after another place where the same word stands. */
function next(model: WordModel, at: number, word: number, theme: Theme, chance: Chance): number {
  const { corpus, kinds, firsts, places, hingeOf, hingeFirsts, hingePlaces } = model
  let from = at
  if (kinds[word] === HINGE) {
    const key = chance.pick(theme.home) * HINGES + hingeOf[word]!
    const count = hingeFirsts[key + 1]! - hingeFirsts[key]!
    if (count > 0 && chance.happens(WALK.home)) from = hingePlaces[hingeFirsts[key]! + chance.below(count)]!
  } else if (chance.happens(WALK.away)) from = places[firsts[word]! + chance.below(firsts[word + 1]! - firsts[word]!)]!
  return (from + 1) % corpus.length
}

/** The beginning of a sentence in a window. */
function beginning({ corpus }: WordModel, window: number, chance: Chance): number {
  const from = Math.min(window * WINDOW + chance.below(WINDOW), corpus.length - 1)
  for (let k = 0; k < corpus.length; k++) {
    const at = (from + k) % corpus.length
    if (corpus[at]! >= END) return (at + 1) % corpus.length
  }
  return 0
}

/** The name or figure that stands in a report of this theme where the model has this one. */
function exchanged(word: string, kind: number, number: number, theme: Theme, chance: Chance): string {
  if (kind === FIGURE)
    return figureOf(word, chance.happens(WALK.figures) ? theme.event ^ number : theme.own ^ chance.below(0xffff))
  const drawn = mixed(theme.subject ^ number)
  if (drawn % 100 < WALK.kept * 100) return word
  const [, before, after] = /^(\P{L}*)[\p{L}\p{M}-]*(.*)$/u.exec(word)!
  return before + nameOf(themeName(theme, drawn)) + after
}

function themeName({ subject, event, own }: Theme, drawn: number): number {
  const level = (drawn >>> 8) % 3
  const slot = drawn >>> 12
  if (level === 0) return seedOf(subject, slot % WALK.names.subject)
  if (level === 1) return seedOf(event, slot % WALK.names.event)
  return seedOf(own, slot % WALK.names.event)
}
