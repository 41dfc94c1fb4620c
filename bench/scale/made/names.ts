import { mixed } from "./chances.ts"

const ONSETS = "B Br C Ch D Dr F Fl G Gr H J K Kr L M N P Pr Qu R S Sh Sk St T Th Tr V W Z".split(" ")
const VOWELS = "a e i o u ai ea ei ia ie oa ou y".split(" ")
const MIDDLES = "b d ck ff g l ll m n nd nn p r rd rk rn rs s sk ss st t th tt v x z".split(" ")
const ENDS =
  "an ard ath by den dor el en er ey ford ham ic in is ius la lin mark mere na no off on ora os ov ow sen ska son stad ton us well wick yn".split(
    " ",
  )
const PAPERS =
  "Courier Post Herald Gazette Observer Chronicle Times Tribune Mail Standard Monitor Ledger Argus Echo Online Today".split(
    " ",
  )

/** An invented name for a number: about two million different ones. */
export function nameOf(number: number): string {
  let left = mixed(number)
  const draw = (list: readonly string[]) => {
    const drawn = list[left % list.length]!
    left = mixed(left)
    return drawn
  }
  const begin = draw(ONSETS) + draw(VOWELS) + draw(MIDDLES)
  return left & 1 ? begin + draw(ENDS) : begin + draw(VOWELS) + draw(MIDDLES) + draw(ENDS)
}

/** The outlet of a site: its name, different for each of some hundred. */
export function outletOf(site: number): string {
  return `${nameOf(mixed(site ^ 0x51735))} ${PAPERS[site % PAPERS.length]!}`
}

/** The same figure with other digits; a year of our time stays one in half of the cases. */
export function figureOf(figure: string, number: number): string {
  let left = mixed(number)
  if (/^\D*(?:19|20)\d\d\D*$/.test(figure) && left & 1) return figure
  return figure.replace(/\d/g, (digit, at: number) => {
    left = mixed(left)
    return digit === "0" && at === 0 ? "0" : String(1 + (left % 9))
  })
}
