import type { ProblemCode } from "../model/problem.ts"

/** What bytes say as text, or why they are no text. `doubt` is there when something had to be assumed or replaced. */
export type Decoded =
  | {
      readonly kind: "text"
      readonly text: string
      readonly doubt?: { readonly code: ProblemCode; readonly message: string }
    }
  | { readonly kind: "binary" }

/** UTF-16 of scripts that could pass for UTF-8 has far more NULs than one in so many bytes. */
const BYTES_A_STRAY_NUL = 10

/**
 * The text that bytes hold: UTF-8, UTF-16 with or without a byte order mark, the charset that the sender or the page declares, or
 * else Windows-1252 (of which Latin-1 is a part). Line ends become `\n`, a byte order mark is dropped, and so are a few NULs in UTF-8.
 * @example decode(new TextEncoder().encode("Grain\r\nleaves port")) // => { kind: "text", text: "Grain\nleaves port" }
 */
export function decode(bytes: Uint8Array, charset?: string): Decoded {
  const marked = bomEncoding(bytes)
  if (marked) return checked(new TextDecoder(marked).decode(bytes))
  if (!bytes.includes(0)) return decodeNarrow(bytes, charset)
  const stray = decodeStray(bytes, charset)
  if (stray.kind === "text") return stray
  const wide = wideEncoding(bytes)
  if (wide === "binary") return { kind: "binary" }
  return checked(new TextDecoder(wide).decode(bytes), guessed(`No byte order mark; read as ${wide}.`))
}

/** Bytes without NULs. */
function decodeNarrow(bytes: Uint8Array, charset: string | undefined): Decoded {
  const utf8 = strictUtf8(bytes)
  const declared = knownCharset(charset) ?? declaredCharset(bytes)
  if (utf8 !== undefined && !(declared && NOT_ASCII_BASED.test(declared))) return checked(utf8)
  return narrow(bytes, declared)
}

/** UTF-8 into which a few NULs have strayed, read without them. */
function decodeStray(bytes: Uint8Array, charset: string | undefined): Decoded {
  const bare = bytes.filter(byte => byte !== 0)
  const nuls = bytes.length - bare.length
  if (nuls > bytes.length / BYTES_A_STRAY_NUL || strictUtf8(bare) === undefined) return { kind: "binary" }
  const decoded = decodeNarrow(bare, charset)
  return decoded.kind === "text" ? { ...decoded, doubt: leftOut(nuls) } : decoded
}

function bomEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  return undefined
}

/** UTF-16 without a mark shows as NULs on one side of each pair only; NULs on both sides are no text. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | "binary" {
  const counted = Math.min(bytes.length, 65_536)
  const nulls = [0, 0]
  for (let i = 0; i < counted; i++) if (bytes[i] === 0) nulls[i & 1]!++
  const [even, odd] = nulls as [number, number]
  // Line ends and spaces alone give NULs in a hundredth of the pairs, whatever the script.
  if (Math.max(even, odd) < counted / 200 || bytes.length % 2 === 1) return "binary"
  if (even === 0) return "utf-16le"
  return odd === 0 ? "utf-16be" : "binary"
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes that are not UTF-8: broken UTF-8 when most of what is beyond ASCII is sound, else the declared or the usual charset. */
function narrow(bytes: Uint8Array, declared: string | undefined): Decoded {
  if (declared && declared !== "utf-8") return checked(new TextDecoder(declared).decode(bytes))
  const text = new TextDecoder("utf-8").decode(bytes)
  const replaced = text.match(/�/g)?.length ?? 0
  const sound = text.match(/[\u0080-￼]/g)?.length ?? 0
  if (declared || sound > replaced) return checked(text, broken(replaced))
  const western = new TextDecoder("windows-1252").decode(bytes)
  const high = western.match(/[\u0080-￿]/g)?.length ?? 0
  if (high > western.length / 4) {
    return checked(western, guessed("Not UTF-8; read as Windows-1252, which is probably wrong."))
  }
  return checked(western, guessed("Not UTF-8; read as Windows-1252."))
}

const broken = (replaced: number) => ({
  code: "broken-encoding" as const,
  message: `Broken UTF-8: ${replaced} ${replaced === 1 ? "place stands" : "places stand"} as "�".`,
})

const leftOut = (nuls: number) => ({
  code: "broken-encoding" as const,
  message: `${nuls} ${nuls === 1 ? "NUL byte" : "NUL bytes"} left out.`,
})

const guessed = (message: string) => ({ code: "guessed-encoding" as const, message })

/** The charset that the first 4 KB of a page name, where the runtime knows it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096))
  const label = /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(
    head,
  )?.[1]
  return knownCharset(label)
}

/** Charsets whose bytes can look like ASCII and mean something else. */
const NOT_ASCII_BASED = /^iso-2022-/

function knownCharset(label: string | undefined): string | undefined {
  if (!label) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** Bytes with more than one control character in two hundred are no text, whatever encoding they fit. */
function checked(decoded: string, doubt?: { code: ProblemCode; message: string }): Decoded {
  const controls = decoded.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0
  if (controls > decoded.length / 200) return { kind: "binary" }
  const text = decoded.replace(/\r\n?/g, "\n")
  return doubt ? { kind: "text", text, doubt } : { kind: "text", text }
}

/** The charset in a content type, such as `text/html; charset=utf-8`. */
export function charsetOf(type: string | undefined): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(type ?? "")?.[1]
}
