import type { Tokens } from "../model/segmented.ts"
import { TOKEN } from "../model/segmented.ts"

/** A number read from tokens: `end` is the first token after it. */
export interface NumberFound {
  readonly value: number
  readonly end: number
  readonly kind: "cardinal" | "ordinal" | "fraction" | "vague"
  /** Factor that a word or letter after the digits gave ("million"), 1 if none. */
  readonly scale: number
}

const indexed = (words: string, step = 1): [string, number][] => words.split(" ").map((word, i) => [word, i * step])

const SMALL = new Map(
  indexed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  ),
)
const TENS = new Map(indexed("- - twenty thirty forty fifty sixty seventy eighty ninety", 10).slice(2))
const SCALES = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
])
const LETTERS = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["tn", 1e12],
])
const ORDINALS = new Map([
  ...indexed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
  ).slice(1),
  ...indexed("- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 10).slice(2),
  ["hundredth", 100] as const,
  ["thousandth", 1000] as const,
])
const PARTS = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["tenth", 10],
])
const VAGUE = new Map([
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["millions", 1e6],
  ["billions", 1e9],
  ["trillions", 1e12],
])
/** Words that a number in words may begin with. */
const OPENERS: ReadonlySet<string> = new Set([
  ...["a", "an", "and", "half", "tens"],
  ...[VAGUE, SMALL, TENS, ORDINALS].flatMap(words => [...words.keys()]),
])
// NFKC writes "2½" as "21⁄2".
const VULGAR = /^(\d*)([1-9])\u2044([2-9])$/
const ZEROS = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xff10]

/**
 * The value of a numeral written in digits of any of the common scripts, with separators; undefined when it is none
 * (an IP address, a number too long to be exact). "1,200.5" is 1200.5.
 */
function parseNumeral(written: string): number | undefined {
  const vulgar = VULGAR.exec(written)
  if (vulgar) return Number(vulgar[1]) + Number(vulgar[2]) / Number(vulgar[3])
  const digits = Array.from(written, latinDigit).join("")
  if (digits.length > 20) return undefined
  if (/^\d+(?:\.\d+)?$/.test(digits)) return digits.replace(".", "").length > 15 ? undefined : Number(digits)
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""))
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll(".", ""))
  return undefined
}

function latinDigit(char: string): string {
  const code = char.codePointAt(0)!
  const zero = ZEROS.find(start => code >= start && code < start + 10)
  return zero === undefined ? char : String(code - zero)
}

/** The number that begins at token `i`, in digits or English words. O(length of the number). */
export function readNumber(tokens: Tokens, i: number): NumberFound | undefined {
  if (tokens.kinds[i] === TOKEN.number) return readDigits(tokens, i)
  if (!OPENERS.has(tokens.words[i] ?? "")) return undefined
  return readVague(tokens, i) ?? readFraction(tokens, i) ?? readWords(tokens, i)
}

const glued = (tokens: Tokens, i: number) => i > 0 && i < tokens.length && tokens.starts[i] === tokens.ends[i - 1]

function readDigits(tokens: Tokens, i: number): NumberFound | undefined {
  const value = parseNumeral(tokens.words[i]!)
  if (value === undefined) return undefined
  const mixed = mixedFraction(tokens, i)
  if (mixed !== undefined) return scaleAfter(tokens, value + mixed, i + 5)
  const next = tokens.words[i + 1] ?? ""
  if (glued(tokens, i + 1)) {
    if (/^(?:st|nd|rd|th)$/.test(next)) return { value, end: i + 2, kind: "ordinal", scale: 1 }
    const letter = LETTERS.get(next)
    if (letter !== undefined) return scaled(value, letter, i + 2)
  }
  return scaleAfter(tokens, value, i + 1)
}

/** The fraction of "3-1/2", glued behind the whole number at token `i`. */
export function mixedFraction({ words, starts, ends }: Tokens, i: number): number | undefined {
  const written = words.slice(i + 1, i + 5).join("")
  const parts = /^-([1-9]\d?)\/(2|4|8|16|32|64)$/.exec(written)
  if (!parts || starts[i + 4]! - ends[i]! !== written.length - parts[2]!.length) return undefined
  const fraction = Number(parts[1]) / Number(parts[2])
  return fraction < 1 ? fraction : undefined
}

/** Takes "million" or "dozen" after a number, also behind a hyphen. */
function scaleAfter(tokens: Tokens, value: number, at: number): NumberFound {
  const word = tokens.words[at] === "-" ? at + 1 : at
  const scale = tokens.words[word] === "dozen" ? 12 : SCALES.get(tokens.words[word] ?? "")
  if (scale !== undefined) return scaled(value, scale, word + 1)
  const letter = LETTERS.get(tokens.words[word] ?? "")
  const isScale = word === at ? tokens.words[at] !== "b" : /^(?:mln|bn|tn)$/.test(tokens.words[word]!)
  if (letter !== undefined && letter >= 1e6 && isScale) return scaled(value, letter, word + 1)
  return { value, end: at, kind: "cardinal", scale: 1 }
}

// Rounded, for 4.1 * 1e6 is not 4100000 in binary.
function scaled(value: number, scale: number, end: number): NumberFound {
  return { value: Number((value * scale).toPrecision(15)), end, kind: "cardinal", scale }
}

function readVague(tokens: Tokens, i: number): NumberFound | undefined {
  const { words } = tokens
  const outer = words[i] === "tens" ? 10 : VAGUE.get(words[i] ?? "")
  if (outer === undefined) return undefined
  const inner = words[i + 1] === "of" ? VAGUE.get(words[i + 2] ?? "") : undefined
  if (inner !== undefined && inner > outer) return { value: outer * inner, end: i + 3, kind: "vague", scale: inner }
  return words[i] === "tens" ? undefined : { value: outer, end: i + 1, kind: "vague", scale: outer }
}

/** "half a million", "half of", "two-thirds", "a quarter of". */
function readFraction(tokens: Tokens, i: number): NumberFound | undefined {
  const { words } = tokens
  if (words[i] === "half") {
    const scale = words[i + 1] === "a" ? (words[i + 2] === "dozen" ? 12 : SCALES.get(words[i + 2] ?? "")) : undefined
    if (scale !== undefined) return scaled(0.5, scale, i + 3)
    return /^(?:of|the|an?|its|their|all)$/.test(words[i + 1] ?? "") ? fraction(0.5, i + 1) : undefined
  }
  const count = words[i] === "a" ? 1 : SMALL.get(words[i] ?? "")
  if (count === undefined || count === 0) return undefined
  const ofSo = outOf(tokens, i + 1)
  if (ofSo !== undefined && ofSo.value > count) return fraction(count / ofSo.value, ofSo.end)
  const at = words[i + 1] === "-" ? i + 2 : i + 1
  const part = words[at] ?? ""
  const parts = PARTS.get(count > 1 ? part.replace(/s$/, "") : part)
  if (parts === undefined || (count > 1 && !part.endsWith("s"))) return undefined
  return words[at + 1] === "of" || count > 1 || words[i + 1] === "-" ? fraction(count / parts, at + 1) : undefined
}

const OF_TIME = /^(?:second|minute|hour|day|week|month|year|decade)s?$/

/** The "in five" of "one in five people" and the "out of four" of "three out of four"; not the "in three" of "two in three years". */
function outOf({ words }: Tokens, at: number): { readonly value: number; readonly end: number } | undefined {
  const from = words[at] === "in" ? at + 1 : words[at] === "out" && words[at + 1] === "of" ? at + 2 : 0
  const word = words[from] ?? ""
  if (from === 0 || OF_TIME.test(words[from + 1] ?? "") || SCALES.has(words[from + 1] ?? "")) return undefined
  const value = SMALL.get(word) ?? TENS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined)
  return value === undefined || value < 2 ? undefined : { value, end: from + 1 }
}

function fraction(value: number, end: number): NumberFound {
  return { value: Number(value.toPrecision(6)), end, kind: "fraction", scale: 1 }
}

function readWords(tokens: Tokens, i: number): NumberFound | undefined {
  const { words } = tokens
  const article = /^an?$/.test(words[i] ?? "") && (SCALES.has(words[i + 1] ?? "") || words[i + 1] === "dozen")
  let at = article ? i + 1 : i
  let total = 0
  let current = article ? 1 : 0
  let largest = Number.POSITIVE_INFINITY
  let last: "none" | "small" | "tens" | "scale" = article ? "small" : "none"
  let scale = 1
  for (; at < words.length; at++) {
    const word = words[at]!
    const small = SMALL.get(word)
    const tens = TENS.get(word)
    const factor = word === "dozen" ? 12 : SCALES.get(word)
    if (small !== undefined && last !== "small" && (last !== "tens" || small < 10)) {
      current += small
      last = "small"
    } else if (tens !== undefined && (last === "none" || last === "scale")) {
      current += tens
      last = "tens"
    } else if (factor !== undefined && last !== "none" && (factor < largest || (factor > 100 && current > 0))) {
      if (factor === 100 || factor === 12) current = Math.max(1, current) * factor
      else {
        total += Math.max(1, current) * factor
        current = 0
      }
      largest = factor
      scale = factor
      last = "scale"
    } else if (!joins(words, at, last)) break
  }
  const ordinal = ORDINALS.get(words[at] ?? "")
  if (ordinal !== undefined && (last === "none" || last === "scale" || (last === "tens" && ordinal < 10))) {
    return {
      value: total + (last === "scale" && ordinal >= 100 ? current * ordinal : current + ordinal),
      end: at + 1,
      kind: "ordinal",
      scale: 1,
    }
  }
  if (last === "none") return undefined
  return withHalf(tokens, total + current, at, scale)
}

/** The hyphen of "twenty-two" and the "and" of "two hundred and five". */
function joins(words: readonly string[], at: number, last: string): boolean {
  const next = words[at + 1] ?? ""
  const digit = SMALL.get(next) ?? ORDINALS.get(next)
  if (words[at] === "-") return last === "tens" && digit !== undefined && digit > 0 && digit < 10
  return words[at] === "and" && /^(?:hundred|thousand)$/.test(words[at - 1]!) && (SMALL.has(next) || TENS.has(next))
}

/** "two and a half", "two and a half million". */
function withHalf(tokens: Tokens, value: number, end: number, scale: number): NumberFound {
  const { words } = tokens
  if (words[end] === "and" && words[end + 1] === "a" && words[end + 2] === "half" && value < 100) {
    return scaleAfter(tokens, value + 0.5, end + 3)
  }
  // "eight-billion", "two mln"
  const isScaled = scale === 1 && (words[end] === "-" || /^(?:mln|bn|tn)$/.test(words[end] ?? ""))
  if (isScaled) return scaleAfter(tokens, value, end)
  return { value, end, kind: "cardinal", scale }
}
