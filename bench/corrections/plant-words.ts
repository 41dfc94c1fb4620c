// What the planted changes are made of. Written for wire copy of the eighties; nothing here is known to src/.

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

/** Units and the scale words that wire copy writes for them: what stands, and what is put there. */
export const UNITS: readonly (readonly [string, string])[] = [
  ["mln", "billion"],
  ["billion", "mln"],
  ["cts", "dlrs"],
  ["dlrs", "stg"],
  ["stg", "dlrs"],
  ["marks", "francs"],
  ["yen", "dlrs"],
  ["tonnes", "bushels"],
  ["bushels", "tonnes"],
  ["barrels", "tonnes"],
  ["ounces", "tons"],
  ["pct", "points"],
]

/** Words that turn the sense of a report on markets round. */
export const CONTRARIES: readonly (readonly [string, string])[] = [
  ["rose", "fell"],
  ["fell", "rose"],
  ["increase", "decrease"],
  ["increased", "decreased"],
  ["decreased", "increased"],
  ["higher", "lower"],
  ["lower", "higher"],
  ["profit", "loss"],
  ["profits", "losses"],
  ["loss", "profit"],
  ["losses", "profits"],
  ["gain", "loss"],
  ["up(?= from)", "down"],
  ["down(?= from)", "up"],
  ["sell", "buy"],
  ["buy", "sell"],
  ["accepted", "rejected"],
  ["rejected", "accepted"],
  ["include", "exclude"],
  ["includes", "excludes"],
  ["before", "after"],
  ["strong", "weak"],
  ["surplus", "deficit"],
  ["deficit", "surplus"],
  ["imports", "exports"],
  ["exports", "imports"],
  ["agreed", "refused"],
  ["support", "oppose"],
]

/** Doubts, as patterns, and what stands there without them. */
export const HEDGES: readonly (readonly [string, string])[] = [
  ["(?<= )may(?! not)(?= \\p{Ll})", "will"],
  ["(?<= )might(?! not)(?= \\p{Ll})", "will"],
  ["(?<= )could(?! not)(?= \\p{Ll})", "will"],
  ["(?<= )about (?=\\d)", ""],
  ["(?<= )around (?=\\d)", ""],
  ["(?<= )nearly (?=\\d)", ""],
  ["(?<= )almost (?=\\d)", ""],
  ["(?<= )approximately (?=\\d)", ""],
  ["(?<= )probably ", ""],
  ["(?<= )possibly ", ""],
  ["(?<= )likely (?=to )", "sure "],
  ["(?<= )reportedly ", ""],
]

/** Words for kinds of one thing: another of the group says something else. */
export const SISTERS: readonly (readonly string[])[] = [
  ["wheat", "corn", "barley", "soybeans", "rice", "sorghum"],
  ["oil", "gas", "coal"],
  ["gold", "silver", "copper", "nickel", "platinum"],
  ["cocoa", "coffee", "sugar", "cotton", "rubber"],
  ["bonds", "notes", "shares", "warrants", "debentures"],
  ["chairman", "president", "director", "treasurer"],
  ["minister", "ambassador", "spokesman", "secretary"],
  ["bank", "ministry", "union", "court"],
  ["factory", "refinery", "mine", "smelter"],
  ["ship", "truck", "plane", "train"],
  ["quarter", "month", "year", "week"],
  ["offer", "loan", "licence", "contract"],
  ["plant", "store", "hotel", "warehouse"],
  ["steel", "aluminium", "paper", "timber"],
  ["dividend", "salary", "fee", "tax"],
]
