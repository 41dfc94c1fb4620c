import type { Claim } from "../../model/claim.ts"
import type { Findings } from "../../model/findings.ts"
import { agent } from "./prov-texts.ts"
import { iriOf, linksTo, says, type Thing } from "./rdf.ts"

/** Claims with the reports that state them and the texts they go back to, and the people or bodies whose words they are. */
export function claimThings({ claims }: Findings): Thing[] {
  const voices = [...new Set(claims.flatMap(claim => claim.voices))].sort()
  return [...claims.flatMap(claimAndAttestations), ...voices.map(agent)]
}

function claimAndAttestations(claim: Claim): Thing[] {
  const attestations = claim.attestations.map(({ witness, span, text, origin }, index) => ({
    iri: iriOf("attestation", `${claim.id} ${index + 1}`),
    types: ["hearsay:Attestation"] as const,
    states: [
      linksTo("hearsay:report", iriOf("text", witness)),
      linksTo("hearsay:origin", iriOf("text", origin)),
      ...says("hearsay:start", String(span.start), "xsd:integer"),
      ...says("hearsay:end", String(span.end), "xsd:integer"),
      ...says("schema:text", text),
    ],
  }))
  return [claimThing(claim, attestations), ...attestations]
}

function claimThing({ id, kind, text, reports, origins, voices, attestations }: Claim, found: readonly Thing[]): Thing {
  const stating = new Set(attestations.map(({ witness }) => witness))
  const sources = new Set(attestations.map(({ origin }) => origin))
  return {
    iri: iriOf("claim", id),
    types: ["prov:Entity", "schema:Claim"],
    states: [
      ...says("schema:text", text),
      ...says("hearsay:kind", kind),
      ...says("hearsay:reports", String(reports), "xsd:integer"),
      ...says("hearsay:originsAtLeast", String(origins.min), "xsd:integer"),
      ...says("hearsay:originsAtMost", String(origins.max), "xsd:integer"),
      ...voices.map(name => linksTo("prov:wasAttributedTo", iriOf("agent", name))),
      ...[...stating].map(witness => linksTo("prov:wasQuotedFrom", iriOf("text", witness))),
      ...[...sources].map(origin => linksTo("prov:hadPrimarySource", iriOf("text", origin))),
      ...found.map(({ iri }) => linksTo("hearsay:attestation", iri)),
    ],
  }
}
