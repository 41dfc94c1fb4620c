// So much that few reports have makes a pair worth a look; of what many have (a wire story that all print, or what is on every page), so much.
const LEAST_RARE = 4
const LEAST_COMMON = 40
// With so much in common (24 shingles or more) no look is needed, …
const SURE = 48
// … but where both are of one outlet: what a site prints on all of its pages may be as much. There, and where what many have is less than
// above (a brief that all print, inside a long digest), this share of the features of the one with fewer is asked for, and a hard look.
const LEAST_SHARE = 0.08

/** Whether a pair that met in features with these weights is worth keeping at all. */
export function isWorthKeeping(rare: number, common: number): boolean {
  return rare + common >= LEAST_RARE
}

/**
 * What to do with a pair that is worth keeping: take it for possible kin, look at the two texts, look hard (as `resemble` does with `hard`),
 * or leave it. `rare` and `common` are the weights of what they met in, `features` is how many the one with fewer has.
 */
export function verdictOf(
  rare: number,
  common: number,
  features: number,
  atHome: boolean,
): "kin" | "look" | "look hard" | "leave" {
  if (!atHome && rare + common >= SURE) return "kin"
  if (!atHome && (rare >= LEAST_RARE || common >= LEAST_COMMON)) return "look"
  return rare + common >= LEAST_SHARE * features ? "look hard" : "leave"
}
