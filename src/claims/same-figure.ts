import { inMeaning, shared } from "./content.ts"
import type { Known } from "./known.ts"
import { FEW, type Mention } from "./mentions.ts"

/**
 * Two reports that do not copy each other give the same number of the same: one claim where they report one event, or where what stands around the
 * numbers agrees so far that chance is out. The seldomer the number, the less of it is needed.
 */
export function sameFigure(x: Mention, y: Mention, known: Known): boolean {
  const { number, unit, of, ordinal } = x.value!
  const ofOther = y.value!.of
  if (ordinal !== y.value!.ordinal) return false
  const same = of === ofOther && (of !== "" || (unit !== "" && isTelling(number)))
  if (!same && !countsSame(x, ofOther) && !countsSame(y, of)) return false
  if (same && agreeAround(x, y, known)) return true
  if (!known.areKin(x.witness, y.witness) && !known.shareEvent(x.witness, y.witness)) return false
  const more = shared(x.lemmas, y.lemmas) - (of === ofOther && of !== "" ? 1 : 0)
  return isTelling(number) ? of === ofOther || more >= 1 : more >= 3
}

/** Whether enough is alike beside a number and what it counts: names of the sentences, and words of the clauses that are no names. */
function agreeAround(x: Mention, y: Mention, { common }: Known): boolean {
  const { number, of } = x.value!
  const names = shared(
    x.names!,
    y.names!.filter(name => !common.has(name)),
  )
  const telling = isTelling(number)
  const digits = digitsOf(number)
  if (telling && names >= 1) return true
  if (!telling && digits < 3 && names === 0) return false
  const isName = new Set([...x.names!, ...y.names!])
  const plain = ({ lemmas }: Mention) =>
    lemmas.filter(lemma => lemma !== of && !isName.has(lemma) && !common.has(lemma))
  const words = inMeaning(plain(x), plain(y), () => 1).count
  if (digits >= 3 && words >= 1) return true
  return telling ? words >= 2 : words >= 1 && names >= 1
}

/** "23 injured" and "injuring 23 people": what one counts is what befalls those the other counts. */
const countsSame = (mention: Mention, of: string) => of !== "" && mention.lemmas.includes(of)

/** Whether a number of strangers may be the same, as something that tells is beside both. */
export function mayBeSameFigure(x: Mention, y: Mention, { common }: Known): boolean {
  const { of, ordinal, unit } = x.value!
  if (ordinal !== y.value!.ordinal) return false
  const isSame = of === y.value!.of && (of !== "" || unit !== "")
  const tells = (words: readonly string[]) => words.filter(word => word !== of && !common.has(word))
  const around = new Set([...tells(x.names!), ...tells(x.lemmas)])
  const both = new Set([...tells(y.names!), ...tells(y.lemmas)].filter(word => around.has(word)))
  return both.size >= (isSame ? 1 : 2)
}

/** A number that two reports hardly give by chance: 23, 187, 4.1 million; not 3, 10, 40 or 500. */
export function isTelling(number: number): boolean {
  if (!Number.isInteger(number)) return number > 1
  return number > FEW && digitsOf(number) >= 2
}

/** How many digits of a number tell: of 1,700 two. */
const digitsOf = (number: number) => String(Math.abs(number)).replace(/^0\.0*|\.|0+$/g, "").length
