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

// The published figures for passages are of the test corpus of the same competition, a sister of the one measured here.
const LINES: readonly Line[] = [
  {
    what: "passages, plagdet",
    data: "PAN 2013, 5,185 pairs",
    bench: "passages",
    score: "entire",
    decimals: 3,
    published: "0.878 Sanchez-Perez et al. 2014; 0.865 plain seed and extend, run beside",
  },
  {
    what: "… back-translated",
    data: "the same",
    bench: "passages",
    score: "back-translated",
    decimals: 3,
    published: "0.887; 0.873",
  },
  {
    what: "… summarised",
    data: "the same",
    bench: "passages",
    score: "summarised",
    decimals: 3,
    published: "0.561; 0.217",
  },
  {
    what: "pairs proposed (verbatim, shuffled, back-translated)",
    data: "the same as a collection",
    bench: "passages",
    score: "candidates found 02-04",
    decimals: 3,
    published: "",
  },
  {
    what: "descent, sign similarity",
    data: "100 made traditions",
    bench: "descent",
    score: "made: sign similarity",
    decimals: 1,
    published: "78.5 spanning tree, 69.8 neighbour joining, run beside",
  },
  {
    what: "… who stands nearer the source",
    data: "the same",
    bench: "descent",
    score: "made: orientation",
    decimals: 1,
    published: "68.9 spanning tree, run beside",
  },
  {
    what: "… error of the confidences",
    data: "the same",
    bench: "descent",
    score: "made: calibration error",
    decimals: 3,
    published: "",
  },
  {
    what: "descent, sign similarity",
    data: "Notre Besoin, 13 copies",
    bench: "descent",
    score: "Notre Besoin: sign similarity",
    decimals: 1,
    published: "85.1 an expert by hand; 80.0 spanning tree; 77.4 neighbour joining; 76.9 RHM",
  },
  {
    what: "corrected words first or second among the changes",
    data: "12 corrections by Reuters",
    bench: "corrections",
    score: "corrections first or second",
    decimals: 0,
    published: "none published",
  },
  {
    what: "planted changes first or second",
    data: "432 pairs of Reuters, not learned from",
    bench: "corrections",
    score: "planted changes first or second, pairs not learned from",
    decimals: 3,
    published: "none published",
  },
  {
    what: "article text, F1",
    data: "AEB, 181 pages",
    bench: "articles",
    score: "f1",
    decimals: 3,
    published: "0.970 rs_trafilatura; 0.957 trafilatura; 0.947 Readability.js",
  },
  {
    what: "… the half that nothing was learned from",
    data: "the same, 78 pages",
    bench: "articles",
    score: "f1, measured half",
    decimals: 3,
    published: "0.951 Readability over linkedom, run beside",
  },
  {
    what: "kin reports of different events",
    data: "ECB+, 982 reports",
    bench: "kinship",
    score: "ECB+ kin across the events of a topic",
    decimals: 0,
    published: "",
  },
  {
    what: "pairs put in one family, precision",
    data: "Helsinki, 142 reports read by hand",
    bench: "kinship",
    score: "Helsinki pairs, precision",
    decimals: 3,
    published: "",
  },
  {
    what: "… recall",
    data: "the same",
    bench: "kinship",
    score: "Helsinki pairs, recall",
    decimals: 3,
    published: "",
  },
  {
    what: "direct quotations, content F1",
    data: "PolNeAR train, 3,711 of 824 reports",
    bench: "attributions",
    score: "direct, content F1",
    decimals: 3,
    published: "",
  },
  {
    what: "… with the right speaker",
    data: "the same",
    bench: "attributions",
    score: "direct, speaker",
    decimals: 3,
    published: "",
  },
  {
    what: "all attributions, content F1",
    data: "PolNeAR train, 19,332",
    bench: "attributions",
    score: "all, content F1",
    decimals: 3,
    published: "",
  },
]

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
