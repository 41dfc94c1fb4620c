// So much that few reports have makes a pair worth a look; of what many have (a wire story that all print, or what is on every page), so much.
const LEAST_RARE = 4
const LEAST_COMMON = 40
// With so much in common (24 shingles or more) no look is needed, …
const SURE = 48
// … but where both are of one outlet: what a site prints on all of its pages may be as much. There this share of the features is asked for.
const LEAST_SHARE_AT_HOME = 0.12

/** Whether a pair that met in features with these weights is worth keeping at all. */
export function isWorthKeeping(rare: number, common: number): boolean {
  return rare >= LEAST_RARE || common >= LEAST_COMMON
}

/**
 * What to do with a pair that is worth keeping: take it for possible kin, look at the two texts, or leave it. `weight` is all they met
 * in, `features` how many the one with fewer has.
 */
export function verdictOf(weight: number, features: number, atHome: boolean): "kin" | "look" | "leave" {
  if (atHome) return weight >= LEAST_SHARE_AT_HOME * features ? "look" : "leave"
  return weight >= SURE ? "kin" : "look"
}
