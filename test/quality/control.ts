import { join } from "node:path"
import { extract } from "../../src/extract/extract.ts"
import type { Report, Witness } from "../../src/model/report.ts"
import { read } from "../../src/read/read.ts"
import { fileOf } from "./harbour.ts"

/** Two reports of which the second was rewritten directly from the first, with no date on either. */
export interface RewritePair {
  readonly name: string
  readonly parent: Report
  readonly child: Report
}

// Rewrites by hand in the harbour tree, with the text they were made from.
const REWRITES: readonly (readonly [string, string])[] = [
  ["halyard-1315.txt", "skarrow-islander.html"],
  ["skarrow-islander.html", "vale-observer.txt"],
  ["castermouth-chronicle.html", "lorvane-daily-ledger.html"],
  ["halyard-0540.txt", "longshore-post.md"],
  // The same wire again, in a reprint: a rewrite of the wire is one of its reprint as well.
  ["portside-today.txt", "longshore-post.md"],
]

/** Twenty pairs: each rewrite whole, only its first half, only its second half, and with the parent's first half. */
export async function rewritePairs(): Promise<RewritePair[]> {
  const { reports } = await read([join(import.meta.dirname, "../../examples/harbour")])
  const byFile = new Map(extract(reports).witnesses.map(witness => [fileOf(witness), witness]))
  return REWRITES.flatMap(([parent, child]) => {
    const [from, to] = [byFile.get(parent)!, byFile.get(child)!]
    const pair = (name: string, a: string, b: string) => ({
      name: `${child} from ${parent}, ${name}`,
      parent: undated(from, a),
      child: undated(to, b),
    })
    const [firstA] = halves(from.text)
    const [firstB, secondB] = halves(to.text)
    return [
      pair("whole", from.text, to.text),
      pair("first half", from.text, firstB),
      pair("second half", from.text, secondB),
      pair("cut source", firstA, firstB),
    ]
  })
}

function undated({ outlet }: Witness, text: string): Report {
  return outlet === undefined ? { text } : { text, outlet }
}

/** The paragraphs of a text in two halves. */
function halves(text: string): [string, string] {
  const paragraphs = text.split(/\n\s*\n/)
  const middle = Math.ceil(paragraphs.length / 2)
  return [paragraphs.slice(0, middle).join("\n\n"), paragraphs.slice(middle).join("\n\n")]
}
