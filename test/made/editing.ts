import type { Chance } from "./random.ts"
import { type Words, writeSentence } from "./words.ts"

/** A sentence and which sentence of the first report it goes back to. */
export interface DraftSentence {
  readonly origin: number
  readonly words: readonly string[]
}

export interface Draft {
  readonly title: string
  readonly sentences: readonly DraftSentence[]
  readonly cast: readonly string[]
  readonly credit?: string
  /** The next number for a sentence that is new; shared by all texts of a tradition. */
  readonly next: { origin: number }
}

/** How much an editor does: shares of sentences or words, in [0, 1]. */
interface Habit {
  readonly often: number
  readonly cutTail: number
  readonly drop: number
  readonly reword: number
  readonly touched: number
  readonly move: number
  readonly merge: number
  readonly insert: number
  readonly garble: number
  readonly headline: number
  readonly dropCredit: number
}

/** Reprint, sub-editing, rewrite by hand, machine rewording. `touched`: sentences reworded at all; `reword`: words replaced in those. */
const HABITS: readonly Habit[] = [
  {
    often: 3,
    cutTail: 0.35,
    drop: 0.02,
    reword: 0.08,
    touched: 0.08,
    move: 0,
    merge: 0,
    insert: 0.1,
    garble: 0,
    headline: 0.5,
    dropCredit: 0.1,
  },
  {
    often: 4,
    cutTail: 0.3,
    drop: 0.06,
    reword: 0.12,
    touched: 0.35,
    move: 0.1,
    merge: 0.03,
    insert: 0.5,
    garble: 0.05,
    headline: 0.7,
    dropCredit: 0.25,
  },
  {
    often: 3,
    cutTail: 0.35,
    drop: 0.15,
    reword: 0.25,
    touched: 0.75,
    move: 0.4,
    merge: 0.08,
    insert: 1,
    garble: 0.1,
    headline: 0.9,
    dropCredit: 0.5,
  },
  {
    often: 1,
    cutTail: 0.2,
    drop: 0.1,
    reword: 0.4,
    touched: 1,
    move: 0.1,
    merge: 0.02,
    insert: 0,
    garble: 0.5,
    headline: 0.9,
    dropCredit: 0.7,
  },
]

/** What an editor makes of a report. */
export function edit(draft: Draft, words: Words, chance: Chance): Draft {
  const habit = HABITS[chance.weighted(HABITS.map(h => h.often))] as Habit
  let sentences = cut(draft.sentences, habit, chance)
  sentences = sentences.map(s => reword(s, habit, words, chance))
  if (chance.unit() < habit.garble) sentences = garble(sentences, draft.cast, chance)
  if (chance.unit() < habit.move) sentences = move(sentences, chance)
  sentences = merge(sentences, habit, chance)
  sentences = insert(sentences, draft, habit, words, chance)
  const title =
    chance.unit() < habit.headline ? Array.from({ length: 6 }, () => words.word(chance)).join(" ") : draft.title
  const made = { title, sentences, cast: draft.cast, next: draft.next }
  if (draft.credit === undefined || chance.unit() < habit.dropCredit) return made
  return { ...made, credit: draft.credit }
}

function cut(sentences: readonly DraftSentence[], habit: Habit, chance: Chance): DraftSentence[] {
  const keep =
    chance.unit() < habit.cutTail ? Math.ceil(sentences.length * (0.35 + 0.55 * chance.unit())) : sentences.length
  const kept = sentences.slice(0, keep).filter((_, index) => index === 0 || chance.unit() >= habit.drop)
  return kept.length >= 5 ? kept : sentences.slice(0, 5)
}

function reword(sentence: DraftSentence, habit: Habit, words: Words, chance: Chance): DraftSentence {
  if (chance.unit() >= habit.touched) return sentence
  const changed = sentence.words.flatMap(word => {
    const luck = chance.unit()
    if (luck < habit.reword * 0.15) return []
    if (luck < habit.reword * 0.3) return [words.word(chance), word]
    if (luck < habit.reword * 0.5) return [words.word(chance)]
    return luck < habit.reword ? [words.synonym(word, chance)] : [word]
  })
  return changed.length >= 4 ? { ...sentence, words: changed } : sentence
}

/** One name loses or changes a letter wherever it stands. */
function garble(sentences: readonly DraftSentence[], cast: readonly string[], chance: Chance): DraftSentence[] {
  const name = cast[chance.below(cast.length)] as string
  const at = 1 + chance.below(name.length - 1)
  const wrong = name.slice(0, at) + (chance.unit() < 0.5 ? "" : "aeioukrt"[chance.below(8)]) + name.slice(at + 1)
  return sentences.map(s => ({ ...s, words: s.words.map(w => (w === name ? wrong : w)) }))
}

function move(sentences: readonly DraftSentence[], chance: Chance): DraftSentence[] {
  const from = 1 + chance.below(sentences.length - 1)
  const length = 1 + chance.below(3)
  const taken = sentences.slice(from, from + length)
  const rest = [...sentences.slice(0, from), ...sentences.slice(from + length)]
  const to = 1 + chance.below(rest.length)
  return [...rest.slice(0, to), ...taken, ...rest.slice(to)]
}

function merge(sentences: readonly DraftSentence[], habit: Habit, chance: Chance): DraftSentence[] {
  const made: DraftSentence[] = []
  for (const sentence of sentences) {
    const last = made.at(-1)
    if (last && chance.unit() < habit.merge)
      made[made.length - 1] = { ...last, words: [...last.words, "and", ...sentence.words] }
    else made.push(sentence)
  }
  return made
}

function insert(
  sentences: readonly DraftSentence[],
  draft: Draft,
  habit: Habit,
  words: Words,
  chance: Chance,
): DraftSentence[] {
  const made = [...sentences]
  for (let left = habit.insert * 2 * chance.unit(); left > 0.5; left--) {
    const added = writeSentence(words, draft.cast, chance, draft.next.origin++)
    made.splice(1 + chance.below(made.length), 0, added)
  }
  return made
}
