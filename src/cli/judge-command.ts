import type { JudgementAct } from "../model/desk.ts"
import type { Judgement } from "../model/findings.ts"
import { oneLine } from "../present/visible.ts"
import { type ArchiveOptions, archivePath, checkArchiveCall } from "./archive-options.ts"
import { EXIT } from "./exit-codes.ts"
import { deliver } from "./output.ts"

type Wanted = { readonly list: true } | { readonly undo: number } | { readonly make: Judgement }

/** `hearsay judge`: makes a judgement, lists them, or undoes one. Gives the exit code. */
export async function judgeCommand(
  args: readonly string[],
  options: ArchiveOptions,
  unknown: readonly string[],
): Promise<number> {
  const wanted = wantedBy(args)
  checkArchiveCall("judge", options, unknown, typeof wanted === "string" ? [wanted] : [])
  const text = await done(wanted as Wanted, options)
  await deliver(text, options.output as string | undefined)
  return EXIT.done
}

/** What the words ask for; a text says what is wrong with them. */
function wantedBy([what, ...words]: readonly string[]): Wanted | string {
  const [a, b] = words
  const two = (make: (a: string, b: string) => Judgement, names: string): Wanted | string =>
    a !== undefined && b !== undefined && words.length === 2 ? { make: make(a, b) } : `judge ${what} takes ${names}`
  switch (what) {
    case "pin":
    case "forbid":
      return two((parent, child) => ({ kind: `${what}-edge`, parent, child }), "a parent and a child")
    case "independent":
      return two((a, b) => ({ kind: "independent", a, b }), "two reports")
    case "agency":
      return two((outlet, agency) => ({ kind: "outlet-agency", outlet, agency }), "an outlet and an agency")
    case "dismiss": {
      const span = /^(\d{1,9})-(\d{1,9})$/.exec(b ?? "")
      if (!span) return "judge dismiss takes a report and a span such as 120-134"
      return two(
        witness => ({ kind: "dismiss-variant", witness, span: { start: Number(span[1]), end: Number(span[2]) } }),
        "a report and a span",
      )
    }
    case "list":
      return words.length === 0 ? { list: true } : "judge list takes no names"
    case "undo":
      return words.length === 1 && /^\d{1,15}$/.test(a!) ? { undo: Number(a) } : "judge undo takes a judgement's number"
    default:
      return "say what to judge: pin, forbid, independent, agency, dismiss, list or undo"
  }
}

async function done(wanted: Wanted, options: ArchiveOptions): Promise<string> {
  const { explained, openArchive } = await import("../archive/archive.ts")
  const path = archivePath(options)
  const archive = openArchive(path)
  try {
    const { judge, undo } = await import("../archive/judge.ts")
    const { judgementActs } = await import("../archive/judgements.ts")
    if ("list" in wanted) {
      const acts = judgementActs(archive.db)
      if (options.json) return `${JSON.stringify(acts, null, 2)}\n`
      return acts.length === 0 ? "No judgement was made.\n" : acts.map(line).join("")
    }
    const now = new Date().toISOString()
    const judged = "undo" in wanted ? undo(archive, wanted.undo, now) : judge(archive, wanted.make, now)
    if (options.json) return `${JSON.stringify(judged, null, 2)}\n`
    const { families } = judged
    return `${line(judged)}${families.length === 0 ? "No story is changed by it.\n" : `Found anew: ${families.join(", ")}\n`}`
  } catch (error) {
    throw explained(path, error)
  } finally {
    archive.close()
  }
}

const line = ({ id, at, undone, judgement }: JudgementAct) =>
  `${oneLine(`${id}  ${at}  ${wordsOf(judgement)}${undone === undefined ? "" : `  (undone ${undone})`}`)}\n`

function wordsOf(judgement: Judgement): string {
  switch (judgement.kind) {
    case "pin-edge":
      return `${judgement.child} was made from ${judgement.parent}`
    case "forbid-edge":
      return `${judgement.child} was not made from ${judgement.parent}`
    case "independent":
      return `${judgement.a} and ${judgement.b} are independent`
    case "outlet-agency":
      return `${judgement.outlet} is ${judgement.agency}`
    case "dismiss-variant":
      return `what ${judgement.witness} has at ${judgement.span.start}-${judgement.span.end} is no change`
  }
}
