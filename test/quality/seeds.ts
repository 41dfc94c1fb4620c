import { existsSync } from "node:fs"
import { join } from "node:path"
import type { FamilyFindings, Findings } from "../../src/model/findings.ts"
import type { Witness } from "../../src/model/report.ts"
import type { Severity, Variant, VariantKind } from "../../src/model/variant.ts"

/** The folder of the two reports Hearsay began with, or undefined where it is absent. They belong to others and are not kept here. */
export function seedsFolder(): string | undefined {
  const folder = process.env.HEARSAY_SEEDS ?? join(import.meta.dirname, "../../../shared/seeds")
  return existsSync(folder) ? folder : undefined
}

/** The findings on the two reports, with the questions the table asks of them. */
export interface Seeds {
  readonly findings: Findings
  readonly family: FamilyFindings
  readonly short: Witness
  readonly long: Witness
}

export function seedsOf(findings: Findings): Seeds {
  const [long, short] = [...findings.witnesses].sort((a, b) => b.text.length - a.text.length) as [Witness, Witness]
  return { findings, family: findings.families[0]!, short, long }
}

// Sentences of the short report that have a twin in the long one, by their opening words, with the opening words of the twins.
export const TWINS: readonly (readonly [string, ...string[]])[] = [
  ["TEHRAN –", "TEHRAN, Iran"],
  ["In his second foreign", "In only his second"],
  ["UN-backed proposal", "In only his second"],
  ["While the West has", "The West is placing", "As this costly", "Tehran is another"],
  ["In recent weeks", "In recent weeks"],
  ["But perhaps most", "Most importantly", "Erdogan is seeking"],
  ["Azerbaijan, a NATO", "Turkey, which is NATO"],
  ["However, Turkey", "But Turkey"],
  ["Turkey, which suffers", "Turkey, which is struggling"],
  ["The conference is", "The gathering has"],
  ["The Iranian government,", "With the West and", "It is also grabbing"],
  ["Iran’s strategic", "Without sanctions"],
  ["“Iran is a dynamic", "“Iran is (the)"],
  ["Fadahossein Marekhi", "Fadahossein Maleki"],
  ["His comments belied", "His comments belied"],
]

/** Whether aligned sentences join the sentence of the short report to all its twins. */
export function isAligned({ family, short, long }: Seeds, opening: string, twins: readonly string[]): boolean {
  const at = short.text.indexOf(opening)
  const kinship = family.kinships[0]!
  return kinship.passages
    .flatMap(passage => passage.sentences)
    .some(one => {
      const [here, there] = kinship.a === short.id ? [one.a, one.b] : [one.b, one.a]
      const holds = twins.every(twin => {
        const place = long.text.indexOf(twin)
        return place >= there.start && place < there.end
      })
      return at >= here.start && at < here.end && holds
    })
}

const RANK: Record<Severity, number> = { form: 0, wording: 1, detail: 2, sense: 3 }

/** The variants one of whose readings in the short report holds `here`, and one in the long report `there`. An empty string asks nothing. */
export function variantsWith({ family, short, long }: Seeds, here: string, there: string): Variant[] {
  const holds = (variant: Variant, witness: Witness, words: string) =>
    words === "" ||
    variant.readings.some(
      reading => reading.kind === "text" && reading.witness === witness.id && reading.text.includes(words),
    )
  return family.variants.filter(variant => holds(variant, short, here) && holds(variant, long, there))
}

/** Whether such a variant has one of the kinds, and a severity in the range. */
export function has(
  seeds: Seeds,
  here: string,
  there: string,
  { kinds, least = "form", most = "sense" }: { kinds?: readonly VariantKind[]; least?: Severity; most?: Severity },
): boolean {
  return variantsWith(seeds, here, there).some(
    variant =>
      (kinds?.includes(variant.kind) ?? true) &&
      RANK[variant.severity] >= RANK[least] &&
      RANK[variant.severity] <= RANK[most],
  )
}

/** The claims attested at these words of a report. */
export function claimsAt({ findings }: Seeds, witness: Witness, words: string) {
  const at = witness.text.indexOf(words)
  return findings.claims.filter(claim =>
    claim.attestations.some(
      attestation =>
        attestation.witness === witness.id && attestation.span.start < at + words.length && at < attestation.span.end,
    ),
  )
}

/** The smallest count of reports and origins over claims that both reports attest at these words. */
export function isOneOrigin(seeds: Seeds, here: string, there: string): boolean {
  const both = claimsAt(seeds, seeds.short, here).filter(claim => claimsAt(seeds, seeds.long, there).includes(claim))
  return both.some(claim => claim.reports === 2 && claim.origins.min === 1 && claim.origins.max === 1)
}

/** Whether claims at these words are attested by one report only. */
export function isAlone(seeds: Seeds, words: string): boolean {
  const found = claimsAt(seeds, seeds.long, words)
  return found.length > 0 && found.some(claim => claim.reports === 1)
}

/** Whether the omission that covers these words of the long report is named. */
export function isOmitted({ family, short, long }: Seeds, words: string): boolean {
  const at = long.text.indexOf(words)
  return family.variants.some(
    variant =>
      variant.kind === "omission" &&
      variant.readings.some(
        reading =>
          reading.kind === "text" && reading.witness === long.id && reading.span.start <= at && at < reading.span.end,
      ) &&
      variant.readings.some(reading => reading.kind === "omission" && reading.witness === short.id),
  )
}

/** Whether the words of the report lie in marked furniture. */
export function isFurniture(witness: Witness, words: string): boolean {
  const at = witness.text.indexOf(words)
  return witness.furniture.some(({ span }) => span.start <= at && at < span.end)
}
