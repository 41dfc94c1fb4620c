/** A bug to plant: in a file of the sources, `from` (which stands there once) becomes `to`. */
export interface Bug {
  readonly stage: string
  readonly what: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** The benchmark that must see it. */
  readonly bench: string
}

/** One bug for each stage whose floors must be able to fail. */
export const BUGS: readonly Bug[] = [
  {
    stage: "segment",
    what: "a speaker behind the verb begins one word too late",
    file: "src/segment/sources.ts",
    from: "const first = verb + 1",
    to: "const first = verb + 2",
    bench: "attributions",
  },
  {
    stage: "detect",
    what: "a pair needs three times the weight",
    file: "src/detect/detect.ts",
    from: "return shared >= Math.min(wanted, MOST_OF_IT * total)",
    to: "return shared >= 3 * Math.min(wanted, MOST_OF_IT * total)",
    bench: "passages",
  },
  {
    stage: "align",
    what: "a passage grows two sentences at a time",
    file: "src/align/grow.ts",
    from: "return starts[sentenceOf[place]! + 1]!",
    to: "return starts[Math.min(starts.length - 1, sentenceOf[place]! + 2)]!",
    bench: "passages",
  },
  {
    stage: "lineage",
    what: "what is said of two, asked the other way round, is not turned round",
    file: "src/lineage/pair-network.ts",
    from: "said[there + TURNED[relation]!]!",
    to: "said[there + relation]!",
    bench: "descent",
  },
  {
    stage: "collate",
    what: "the change whose surroundings agree least comes first",
    file: "src/collate/weight.ts",
    from: "y.closeness - x.closeness",
    to: "x.closeness - y.closeness",
    bench: "corrections",
  },
  {
    stage: "stories",
    what: "all words weigh the same, however many have them",
    file: "src/stories/profiles.ts",
    from: "Math.log1p(units / frequency.get(feature)!)",
    to: "Math.sign(units / frequency.get(feature)!)",
    bench: "stories",
  },
  {
    stage: "claims",
    what: "texts of one family have a claim from one text only where that is doubtful",
    file: "src/claims/parting.ts",
    from: "chance < doubt.may)",
    to: "chance > doubt.may)",
    bench: "origins",
  },
]
