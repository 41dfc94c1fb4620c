import stringWidth from "string-width"

/** How many terminal columns a line takes: 2 for wide characters and emoji, 0 for combining marks. */
export function columns(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text)
}

/**
 * The text cut to so many columns, with an ellipsis where something is missing.
 *
 * @example cutTo("a long title", 7) // => "a long…"
 */
export function cutTo(text: string, width: number): string {
  if (columns(text) <= width) return text
  return width < 1 ? "" : `${takeColumns(text, width - 1).trimEnd()}…`
}

/** The longest beginning that fits into so many columns, but at least one character. */
function takeColumns(text: string, width: number): string {
  let used = 0
  let end = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    used += columns(segment)
    if (used > width && end > 0) break
    end += segment.length
  }
  return text.slice(0, end)
}

/**
 * The text in lines of at most so many columns, broken at spaces; a word longer than a line is broken anywhere.
 * The first line begins with `first`, the others with `rest`.
 */
export function wrap(text: string, width: number, first = "", rest = first): string[] {
  const lines: string[] = []
  let line = ""
  const room = () => Math.max(8, width - columns(lines.length === 0 ? first : rest))
  const push = () => {
    lines.push((lines.length === 0 ? first : rest) + line)
    line = ""
  }
  for (let word of text.split(" ")) {
    if (line && columns(line) + 1 + columns(word) > room()) push()
    while (columns(word) > room()) {
      line = takeColumns(word, room())
      word = word.slice(line.length)
      push()
    }
    line = line ? `${line} ${word}` : word
  }
  if (line || lines.length === 0) push()
  return lines
}
