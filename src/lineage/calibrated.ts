/** What is believed of an edge, and how often such an edge is right: a monotone table (Zadrozny and Elkan 2002). */
export type Rightness = readonly (readonly [belief: number, right: number])[]

/** How often what is believed so much is right, in [0, 1]; straight between the rows of the table. */
export function calibrated(belief: number, table: Rightness): number {
  const at = Math.max(
    1,
    table.findIndex(([from]) => from >= belief - 1e-9),
  )
  const [[low, atLow], [high, atHigh]] = [table[at - 1]!, table[at]!]
  return atLow + ((Math.min(1, belief) - low) / (high - low)) * (atHigh - atLow)
}
