import type { ClaimValue } from "../model/claim.ts"

const DIGITS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 })
const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const
/** "22m", "5bn": a letter for the scale. */
const SCALE_LETTER = /\d ?(?:k|mn?|mln|bn?|tn)\b/i
const BARE = /^[\p{P}\p{N}\s]+$/u
const PLURALS: Readonly<Record<string, string>> = { foot: "feet", inch: "inches", century: "centuries" }

/**
 * What a figure says, in the words of the report: "at least 19 injured", "a third of exports". Its usual form stands beside it where the words alone
 * leave the scale or the unit open.
 *
 * @example
 * figureInShort({ number: 22e6, unit: "ton", of: "grain", words: "22m tonnes of grain" }) // => "22m tonnes of grain (22 million tons)"
 */
export function figureInShort(value: ClaimValue): string {
  const { words, unit, of, hedge } = value
  const usual = usualForm(value)
  if (words === undefined) return [hedge, usual, of !== unit && of].filter(Boolean).join(" ")
  if (of === "age") return `aged ${DIGITS.format(value.number)}`
  if (BARE.test(words)) return unit === "" ? words : usual
  return SCALE_LETTER.test(words) ? `${words} (${usual})` : words
}

/** "22 million tons", "10–12%", "USD 5 billion". */
function usualForm({ number, upTo, unit }: ClaimValue): string {
  const amount = upTo === undefined ? scaled(number) : `${scaled(number)}–${scaled(upTo)}`
  if (unit === "") return amount
  if (unit === "%") return `${amount}%`
  return /^[A-Z]{3}$/.test(unit) ? `${unit} ${amount}` : `${amount} ${number === 1 ? unit : plural(unit)}`
}

function scaled(number: number): string {
  const [scale, name] = SCALES.find(([least]) => Math.abs(number) >= least) ?? [1, ""]
  return `${DIGITS.format(number / scale)}${name && ` ${name}`}`
}

/** "mile per hour" in the plural: "miles per hour"; "degree Celsius": "degrees Celsius". */
function plural(unit: string): string {
  const [, head = unit, rest = ""] = /^(.*?)( per .*| [A-Z]\w*)?$/.exec(unit) ?? []
  return `${PLURALS[head] ?? `${head}s`}${rest}`
}
