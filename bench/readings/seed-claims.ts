import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { trace } from "../../src/pipeline.ts"
import { wordsOf } from "./confirmations.ts"
import { type Drawn, draw } from "./draw.ts"

const COUNT = 10

/** Ten claims of the two reports this began with: is each what the reports say, with its value, voice and origins? */
export function seedClaims(folder: string, seed: string): Drawn[] {
  const files = readdirSync(folder).sort()
  const findings = trace(files.map(file => ({ text: readFileSync(join(folder, file), "utf8"), where: file })))
  const byId = new Map(findings.claims.map(claim => [claim.id, claim]))
  return draw([...byId.keys()], COUNT, seed).map(id => {
    const claim = byId.get(id)!
    const { kind, text, value, voices, origins, attestations, why } = claim
    return {
      id,
      lines: [
        `${kind} · ${origins.min} to ${origins.max} origins · ${value ? JSON.stringify(value) : ""} · ${voices.join(", ")} · ${text}`,
        ...why.map(({ note }) => `  because ${note}`),
        ...attestations.map(attestation => wordsOf(attestation, findings)),
      ],
    }
  })
}
