/** The words that lead up to a place, on its line, begun at a word; `…` where something is cut. At most `units` long. */
export function leadIn(text: string, start: number, units: number): string {
  const line = text
    .slice(Math.max(0, start - units), start)
    .split("\n")
    .at(-1)!
  return line.length < units ? line : `…${line.replace(/^\S{0,30}\s?/, "")}`
}

/** The words that follow a place, on its line, ended at a word; `…` where something is cut. At most `units` long. */
export function leadOut(text: string, end: number, units: number): string {
  const line = text.slice(end, end + units).split("\n")[0]!
  return line.length < units ? line : `${line.replace(/\s?\S{0,30}$/, "")}…`
}
