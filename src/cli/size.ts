const FACTOR: Record<string, number> = { "": 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 }

/**
 * A size in bytes; `undefined` when it is none. Units are decimal; without one it is bytes.
 *
 * @example sizeInBytes("20mb") // => 20000000
 */
export function sizeInBytes(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,12}(?:\.\d{1,3})?) ?([kmg]?b?)$/i.exec(text.trim()) ?? []
  const bytes = Number(number) * FACTOR[unit?.toLowerCase() ?? ""]!
  return bytes >= 1 ? Math.floor(bytes) : undefined
}
