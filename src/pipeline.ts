import { align } from "./align/align.ts"
import { claims } from "./claims/claims.ts"
import { collate, collatePair } from "./collate/collate.ts"
import { detect } from "./detect/detect.ts"
import { extract } from "./extract/extract.ts"
import { lineage } from "./lineage/lineage.ts"
import type { Story } from "./model/claim.ts"
import type { Comparison, Findings, Judgement } from "./model/findings.ts"
import type { Alignment, Candidate } from "./model/passage.ts"
import { UsageError } from "./model/problem.ts"
import type { Report, Witness } from "./model/report.ts"
import type { Segmented } from "./model/segmented.ts"
import type { Family } from "./model/stemma.ts"
import { segment } from "./segment/segment.ts"
import { stories } from "./stories/stories.ts"

export interface TraceOptions {
  /** What a person has decided: edges pinned or forbidden, reports declared independent, variants dismissed. */
  readonly judgements?: readonly Judgement[]
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void
}

/**
 * Works out which of the reports are copies of which, what was changed on the way, and how many origins each claim has.
 * The order of the reports does not change the findings.
 *
 * @example
 * trace([{ text: "The ferry sank on Monday." }]).witnesses.length // => 1
 */
export function trace(
  reports: readonly Report[],
  { judgements = [], onStage = () => {} }: TraceOptions = {},
): Findings {
  onStage("extract")
  const { witnesses, problems } = extract(reports)
  return { ...tell(relate(witnesses, { judgements, onStage }), { judgements, onStage }), problems, ...kept(judgements) }
}

/** What was decided, as the findings carry it. */
const kept = (judgements: readonly Judgement[]) => (judgements.length === 0 ? {} : { judgements })

/** Witnesses in their working form, which of them are kin, and how they descend from one another. */
export interface Related {
  readonly segmented: readonly Segmented[]
  readonly alignments: readonly Alignment[]
  readonly families: readonly Family[]
}

/** The first half of {@link trace}, which an archive runs as reports come in: from witnesses to families with their stemmata. */
export function relate(
  witnesses: readonly Witness[],
  { judgements = [], onStage = () => {} }: TraceOptions = {},
): Related {
  onStage("segment")
  const segmented = segment(witnesses)
  onStage("detect")
  const candidates = detect(segmented)
  onStage("align")
  const alignments = align(segmented, candidates)
  onStage("lineage")
  return { segmented, alignments, families: lineage(segmented, alignments, { judgements }) }
}

export interface TellOptions extends TraceOptions {
  /** Which reports tell of one event, where that is known already. */
  readonly stories?: readonly Story[]
}

/** The second half of {@link trace}, which an archive runs when somebody looks: what was changed, and where claims come from. */
export function tell(
  { segmented, alignments, families }: Related,
  { judgements = [], onStage = () => {}, stories: known }: TellOptions = {},
): Omit<Findings, "problems"> {
  const witnesses = segmented.map(({ witness }) => witness)
  onStage("collate")
  const collated = collate(segmented, alignments, families, judgements)
  onStage("stories")
  const told = known ?? stories(segmented, families)
  onStage("claims")
  return { witnesses, families: collated, stories: told, ...claims(segmented, alignments, families, told) }
}

/** Relates the witnesses of one family again, of which it is known who is kin to whom and how they descend from one another. */
export function relateFamily(
  witnesses: readonly Witness[],
  pairs: readonly Candidate[],
  family: Pick<Family, "id" | "stemma">,
): Related {
  const segmented = segment(witnesses)
  const alignments = align(segmented, pairs)
  const kinships = alignments.map(({ kinship }) => kinship)
  return { segmented, alignments, families: [{ ...family, witnesses: witnesses.map(({ id }) => id), kinships }] }
}

/**
 * Sets two reports side by side: what kin they are, the passages they share, and how they differ, `a` taken as the base.
 *
 * @example
 * compare({ text: "The ferry sank on Monday." }, { text: "Wheat prices rose." }).passages // => []
 */
export function compare(a: Report, b: Report): Comparison {
  const { witnesses, problems } = extract([
    { ...a, where: "a" },
    { ...b, where: "b" },
  ])
  const left = witnesses.find(witness => witness.where === "a")
  const right = witnesses.find(witness => witness.where === "b")
  if (!left || !right) throw new UsageError(problems.map(problem => `${problem.where}: ${problem.message}`))
  const { witnesses: sides, ...found } = compareWitnesses(placed(left, a), placed(right, b))
  return { witnesses: sides, problems, ...found }
}

/** As {@link compare}, of two witnesses that were read already; what was dismissed is left out. */
export function compareWitnesses(
  left: Witness,
  right: Witness,
  judgements: readonly Judgement[] = [],
): Omit<Comparison, "problems"> {
  const witnesses = [left, right] as const
  const segmented = segment(witnesses)
  const alignment = align(segmented, [{ a: 0, b: 1, score: 0 }])[0]
  if (!alignment) return { witnesses, passages: [], variants: [] }
  const variants = collatePair(segmented[0]!, segmented[1]!, alignment, judgements)
  return { witnesses, kinship: alignment.kinship, passages: alignment.kinship.passages, variants }
}

function placed(witness: Witness, { where }: Report): Witness {
  return where === undefined ? witness : { ...witness, where }
}
