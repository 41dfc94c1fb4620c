/** A unit in its usual form and how many tokens say it. */
export interface UnitFound {
  readonly unit: string
  readonly length: number
}

const FORMS: Record<string, string> = {
  "%": "% percent pct",
  "percentage point": "pp",
  ton: "ton tons tonne tonnes",
  kilogram: "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
  gram: "gram grams gramme grammes",
  pound: "pound pounds lb lbs",
  ounce: "ounce ounces oz",
  kilometer: "km kms kilometer kilometers kilometre kilometres",
  meter: "meter meters metre metres",
  centimeter: "cm centimeter centimeters centimetre centimetres",
  millimeter: "mm millimeter millimeters millimetre millimetres",
  mile: "mile miles",
  yard: "yard yards",
  foot: "foot feet ft",
  inch: "inch inches",
  acre: "acre acres",
  hectare: "hectare hectares ha",
  liter: "liter liters litre litres",
  gallon: "gallon gallons",
  barrel: "barrel barrels",
  bushel: "bushel bushels",
  "mile per hour": "mph",
  "kilometer per hour": "kph kmh",
  knot: "knot knots",
  degree: "degree degrees °",
  "degree Celsius": "celsius centigrade °c",
  "degree Fahrenheit": "fahrenheit °f",
  watt: "watt watts",
  kilowatt: "kw kilowatt kilowatts",
  megawatt: "mw megawatt megawatts",
  gigawatt: "gw gigawatt gigawatts",
  second: "seconds",
  minute: "minute minutes min mins",
  hour: "hour hours hr hrs",
  day: "day days",
  week: "week weeks",
  fortnight: "fortnight fortnights",
  month: "month months",
  year: "year years yr yrs",
  decade: "decade decades",
  century: "century centuries",
  time: "times",
  USD: "dollar dollars usd dlr dlrs",
  cent: "cent cents ct cts",
  EUR: "euro euros eur",
  GBP: "sterling gbp quid stg",
  JPY: "yen jpy",
  CNY: "yuan renminbi cny",
  RUB: "ruble rubles rouble roubles rub",
  INR: "rupee rupees inr",
  IRR: "rial rials",
  TRY: "lira liras try",
  DEM: "marks dem",
  CHF: "franc francs chf",
  crown: "crown crowns krona kronor krone kroner koruna",
  peso: "peso pesos",
}

const UNIT_OF = new Map(Object.entries(FORMS).flatMap(([unit, words]) => words.split(" ").map(word => [word, unit])))

const SIGNS = new Map(
  "$ USD|€ EUR|£ GBP|¥ JPY|₽ RUB|₹ INR|₺ TRY|₩ KRW|₪ ILS|₴ UAH"
    .split("|")
    .map(pair => pair.split(" ") as [string, string]),
)
const DOLLARS = new Map(
  "a AUD|au AUD|c CAD|ca CAD|hk HKD|nz NZD".split("|").map(pair => pair.split(" ") as [string, string]),
)

const NATIONAL = new Map(
  "swiss franc CHF|canadian dollar CAD|australian dollar AUD|british pound GBP|japanese yen JPY|chinese yuan CNY|russian ruble RUB|indian rupee INR|turkish lira TRY"
    .split("|")
    .map(line => [line.slice(0, -4), line.slice(-3)] as const),
)

/**
 * The currency a sign stands for; `before` is the word glued to its left ("US" in "US$5").
 *
 * @example
 * currencyOf("$", "nz") // => "NZD"
 */
export function currencyOf(sign: string, before = ""): string | undefined {
  return sign === "$" ? (DOLLARS.get(before) ?? "USD") : SIGNS.get(sign)
}

/**
 * The unit that the folded words from `at` on begin with, in its usual form: "tonnes" and "metric tons" are both `ton`.
 *
 * @example
 * unitAt(["per", "cent", "of"], 0) // => { unit: "%", length: 2 }
 */
export function unitAt(words: readonly string[], at: number): UnitFound | undefined {
  const [word = "", next = "", third = ""] = words.slice(at, at + 3)
  if (word === "per" && next === "cent") return { unit: "%", length: 2 }
  if ((word === "percentage" || word === "percent") && /^points?$/.test(next))
    return { unit: "percentage point", length: 2 }
  if (word === "metric" && UNIT_OF.get(next) === "ton") return { unit: "ton", length: 2 }
  if (word === "pounds" && next === "sterling") return { unit: "GBP", length: 2 }
  if (/^(?:us|u\.s\.|american)$/.test(word) && /^dollars?$/.test(next)) return { unit: "USD", length: 2 }
  const national = NATIONAL.get(`${word} ${next.replace(/s$/, "")}`)
  if (national !== undefined) return { unit: national, length: 2 }
  if (word === "°" && /^[cf]$/.test(next)) return { unit: UNIT_OF.get(word + next)!, length: 2 }
  if (/^degrees?$/.test(word) && /^(?:celsius|centigrade|fahrenheit)$/.test(next)) {
    return { unit: UNIT_OF.get(next)!, length: 2 }
  }
  if (/^(?:square|cubic|nautical)$/.test(word) && UNIT_OF.has(next)) {
    return { unit: `${word} ${UNIT_OF.get(next)}`, length: 2 }
  }
  const unit = UNIT_OF.get(word)
  if (unit === undefined) return undefined
  if ((unit === "mile" || unit === "kilometer") && /^(?:per|an?)$/.test(next) && third === "hour") {
    return { unit: `${unit} per hour`, length: 3 }
  }
  if (word === "km" && next === "/" && third === "h") return { unit: "kilometer per hour", length: 3 }
  return { unit, length: 1 }
}
