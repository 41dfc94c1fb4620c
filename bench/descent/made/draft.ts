/** A sentence on its way: its wording now, and which sentence of the tradition it goes back to. */
export interface DraftSentence {
  readonly origin: number
  readonly text: string
  /** The wording it was first given, with its real back-translation, where there is one. */
  readonly first: string
  readonly twin?: string
}

/** A text on its way, before it is dressed as a report. */
export interface Draft {
  readonly title: string
  readonly paragraphs: readonly (readonly DraftSentence[])[]
  /** Agencies and outlets the text names as its source. */
  readonly credits: readonly Credit[]
  /** The place the dateline names, while it has one. */
  readonly dateline?: string
}

/** A source named in the text, and in which form. */
export interface Credit {
  readonly name: string
  readonly form: "dateline" | "closing" | "with" | "first-reported"
}

/** All sentences in their order. */
export function sentencesIn(draft: Draft): DraftSentence[] {
  return draft.paragraphs.flat()
}

/** How many words the sentences have together. */
export function wordCount(sentences: readonly DraftSentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(" ").length, 0)
}
