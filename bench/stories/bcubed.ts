import type { Check } from "../bench.ts"

/** In [0, 1]. */
export interface BCubed {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * B-cubed (Bagga and Baldwin 1998): for each report the share of its group that is of its true group, and the share of its true
 * group that is in its group; the means over the reports, and their harmonic mean.
 */
export function bcubed(groupOf: ReadonlyMap<string, string>, truthOf: ReadonlyMap<string, string>): BCubed {
  const sizes = counted([...truthOf.keys()].map(id => groupOf.get(id)!))
  const trueSizes = counted([...truthOf.values()])
  const both = counted([...truthOf].map(([id, truth]) => `${groupOf.get(id)}\n${truth}`))
  let [precision, recall] = [0, 0]
  for (const [id, truth] of truthOf) {
    const common = both.get(`${groupOf.get(id)}\n${truth}`)!
    precision += common / sizes.get(groupOf.get(id)!)! / truthOf.size
    recall += common / trueSizes.get(truth)! / truthOf.size
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The same, looking at every pair of reports. */
export function checkBCubed(
  groupOf: ReadonlyMap<string, string>,
  truthOf: ReadonlyMap<string, string>,
  ours: BCubed,
): Check {
  const ids = [...truthOf.keys()]
  const mean = (given: ReadonlyMap<string, string>, asked: ReadonlyMap<string, string>) => {
    const shares = ids.map(x => {
      const beside = ids.filter(y => given.get(x) === given.get(y))
      return beside.filter(y => asked.get(x) === asked.get(y)).length / beside.length
    })
    return shares.reduce((sum, share) => sum + share, 0) / shares.length
  }
  const plain = { precision: mean(groupOf, truthOf), recall: mean(truthOf, groupOf) }
  const wrong = (["precision", "recall"] as const).filter(what => Math.abs(plain[what] - ours[what]) > 1e-9)
  return {
    name: "B-cubed against looking at every pair",
    compared: ids.length,
    wrong: wrong.map(what => `${what}: ${ours[what]} against ${plain[what]}`),
  }
}
