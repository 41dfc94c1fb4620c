import type { FamilyFindings, Findings } from "../model/findings.ts"
import { changesOf } from "./changes.ts"
import { familyTrees, size, type TreeNode, walk } from "./family-tree.ts"
import { countOutlets, type Naming, nameFor } from "./naming.ts"
import { counted, inWords, sentence } from "./words.ts"

/** What a user comes for, in a few sentences and numbers. */
export interface Summary {
  readonly reports: number
  readonly families: number
  readonly loners: number
  /** How many different outlets carry the text that most reports go back to. 0 when no report is another's copy. */
  readonly outletsOfOneText: number
  /** Changes of sense in all families. */
  readonly sense: number
  readonly detail: number
  /** Claims that more than one report states. */
  readonly shared: number
  /** Those of them that surely have one origin only. */
  readonly ofOneOrigin: number
  /** The first sentence of the case. */
  readonly headline: string
  /** Further sentences, most telling first. */
  readonly sentences: readonly string[]
}

/** The case in short. O(nodes + variants + claims). */
export function summary(findings: Findings, names: Naming): Summary {
  const { witnesses, families } = findings
  const members = new Set(families.flatMap(family => family.witnesses))
  const changes = families.flatMap(family => changesOf(family))
  const shared = findings.claims.filter(({ reports }) => reports > 1)
  const lines = families.map(family => lineOf(family, names)).sort((a, b) => b.carriers.length - a.carriers.length)
  const counts = {
    reports: witnesses.length,
    families: families.length,
    loners: witnesses.filter(({ id }) => !members.has(id)).length,
    outletsOfOneText: countOutlets((lines[0]?.carriers ?? []).map(id => nameFor(names, id).witness)),
    sense: changes.filter(({ variant }) => variant.severity === "sense").length,
    detail: changes.filter(({ variant }) => variant.severity === "detail").length,
    shared: shared.length,
    ofOneOrigin: shared.filter(({ origins }) => origins.max === 1).length,
  }
  return { ...counts, headline: headline(lines[0], witnesses.length, names), sentences: sentences(counts) }
}

/** The witnesses that go back to one text of a family: the largest tree in it. */
interface Line {
  readonly family: FamilyFindings
  readonly root: TreeNode | undefined
  readonly carriers: readonly string[]
}

function lineOf(family: FamilyFindings, names: Naming): Line {
  const root = family.stemma.undecided ? undefined : familyTrees(family, names).sort((a, b) => size(b) - size(a))[0]
  if (!root) return { family, root, carriers: family.witnesses }
  const nodes = walk([root]).flatMap(({ node, folded }) => [node, ...folded])
  return { family, root, carriers: nodes.filter(({ kind }) => kind === "witness").map(({ id }) => id) }
}

function headline(line: Line | undefined, reports: number, names: Naming): string {
  if (reports === 0) return "There is no report to look at."
  if (!line)
    return reports === 1 ? "One report, and nothing to compare it with." : "No report here is made from another."
  const count = line.carriers.length
  const share = shareOf(count, reports)
  if (!line.root) return sentence(`${share} share their text; which came first cannot be told.`)
  if (line.root.node.kind === "lost") return sentence(`${share} go back to one text that is not here.`)
  return sentence(`${share} go back to one text, that of ${sourceOf(names, line.root.node.id)}.`)
}

/** "Coast Wire (1A)". */
function sourceOf(names: Naming, id: string): string {
  const { siglum, outlet } = nameFor(names, id)
  return siglum ? `${outlet} (${siglum})` : outlet
}

function shareOf(count: number, reports: number): string {
  if (count < reports) return `${inWords(count)} of these ${inWords(reports)} reports`
  return count === 2 ? "both reports" : `all ${inWords(count)} reports`
}

function sentences({ sense, detail, shared, ofOneOrigin }: Omit<Summary, "headline" | "sentences">): string[] {
  const found: string[] = []
  if (sense > 0)
    found.push(
      `${inWords(sense)} ${sense === 1 ? "change" : "changes"} on the way ${sense === 1 ? "alters" : "alter"} the sense.`,
    )
  if (detail > 0) found.push(`${inWords(detail)} ${detail === 1 ? "alters" : "alter"} a fact or a credit.`)
  if (shared > 0) {
    const [claims, some] = [`claims that more than one report states`, inWords(ofOneOrigin)]
    if (ofOneOrigin === shared)
      found.push(
        shared === 1
          ? "the one claim that more than one report states has one origin only."
          : `all ${inWords(shared)} ${claims} have one origin only.`,
      )
    else
      found.push(`of the ${inWords(shared)} ${claims}, ${some} ${ofOneOrigin === 1 ? "has" : "have"} one origin only.`)
  }
  return found.map(sentence)
}

/**
 * The counts in one line.
 *
 * @example countLine({ reports: 14, families: 2, loners: 3 }) // => "14 reports · 2 families · 3 loners"
 */
export function countLine({ reports, families, loners }: Pick<Summary, "reports" | "families" | "loners">): string {
  return [counted(reports, "report"), counted(families, "family", "families"), counted(loners, "loner")].join(" · ")
}
