import model from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"

/** What the tagger makes of a sentence, piece by piece: the piece as it stands, its part of speech (Universal Dependencies), its dictionary form. */
export interface Pieces {
  readonly values: readonly string[]
  readonly pos: readonly string[]
  readonly lemmas: readonly string[]
}

/** wink-nlp with its memory taken away: what it says of a sentence depends on that sentence alone. */
export interface Tagger {
  read(sentence: string): Pieces
  /** False when so much was read that another should be loaded: all that was met takes room. */
  isFresh(): boolean
}

/** The words the model knows, with the place of each in the list; it adds to them as it reads. */
interface Lexemes {
  readonly list: readonly string[]
  readonly hash: Record<string, number | undefined>
}

interface Core {
  readonly features: { readonly lexeme: Lexemes }
}

// Letters and digits alone stand as one piece wherever they stand.
const PLAIN = /^(?:[A-Za-z]+|\d+)$/
// Words that were met before another tagger is loaded, which takes a tenth of a second: some 10 MB.
const MOST_MET = 100_000

// Asked for this, the model turns what it gave the last time into a string again, each time twice as long: after twenty taggers no memory is enough.
let customEntities: unknown

/**
 * Loads the tagger: a perceptron over an English lexicon, about 2 MB a second, 100 ms to load.
 *
 * wink-nlp keeps every word it meets and cuts later text by it: once "firm's" has stood alone, it is one word, and not "firm" and "'s". So what it
 * has met is forgotten after each sentence, but for plain words, which it cuts no text by.
 */
export function loadTagger(): Tagger {
  let core: Core | undefined
  const watched = {
    ...model,
    core: () => {
      core = (model.core as () => Core)()
      return core
    },
    metaCER: () => (customEntities ??= (model.metaCER as () => unknown)()),
  }
  const nlp = winkNLP(watched, ["pos"])
  const { its } = nlp
  const { lexeme } = core!.features
  const words = lexeme.list.length
  let read = words
  return {
    read(sentence) {
      const found = nlp.readDoc(sentence).tokens()
      const pieces = {
        values: found.out() as string[],
        pos: found.out(its.pos) as unknown as string[],
        lemmas: found.out(its.lemma as never) as unknown as string[],
      }
      // Forgotten words stay in the list, as what the tagger knows of words is kept by their places in it, but are not found any more.
      for (; read < lexeme.list.length; read++) {
        const word = lexeme.list[read]!
        if (!PLAIN.test(word)) lexeme.hash[word] = undefined
      }
      return pieces
    },
    isFresh: () => read - words < MOST_MET,
  }
}
