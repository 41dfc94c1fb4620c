import type { Floors } from "./floors.ts"

/** One line of the README's table of results. */
interface Line {
  readonly what: string
  readonly data: string
  readonly bench: string
  /** The name of the score under that benchmark, and how many decimals it is shown with. */
  readonly score: string
  readonly decimals: number
  /** The figure to compare with, and whose it is. */
  readonly published: string
}

const LINES: readonly Line[] = []

/**
 * The README's table of results, from the floors: what `npm run bench -- all --update` measured last. A score without a floor throws,
 * so that the table never shows what was not measured.
 */
export function summary(floors: Readonly<Record<string, Floors>>, lines: readonly Line[] = LINES): string {
  const rows = lines.map(({ what, data, bench, score, decimals, published }) => {
    const value = floors[bench]?.whole[score]
    if (value === undefined) throw new Error(`no floor for ${bench}: ${score}`)
    return `| ${what} | ${data} | ${value.toFixed(decimals)} | ${published} | \`npm run bench -- ${bench}\` |`
  })
  return ["| what | data | Hearsay | others | command |", "| --- | --- | ---: | --- | --- |", ...rows].join("\n")
}
