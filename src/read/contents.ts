import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { problemList } from "./problems.ts"

/** What was read, or a part of it: reports, and what was wrong. */
export interface Contents {
  readonly reports: readonly Report[]
  readonly problems: readonly Problem[]
}

/** Nothing read, and why. */
export const failed = (found: Problem): Contents => ({ reports: [], problems: [found] })

/** A batch has at most about this many reports … */
const MOST_REPORTS = 500
/** … and holds about this many characters. */
const MOST_CHARACTERS = 8_000_000

/**
 * Gathers the contents of one place into batches, so that memory stays bounded whatever the place's size. Of the problems, the
 * first hundred are handed on as they come, the others counted in the last batch.
 */
export function batches(where: string) {
  let reports: Report[] = []
  let characters = 0
  const problems = problemList(where)
  return {
    add(contents: Contents): void {
      for (const report of contents.reports) {
        reports.push(report)
        characters += (report.text ?? report.html ?? "").length
      }
      problems.add(contents.problems)
    },
    isFull: () => reports.length >= MOST_REPORTS || characters >= MOST_CHARACTERS,
    /** What was added since the last call. */
    take(): Contents {
      const taken = { reports, problems: problems.take() }
      reports = []
      characters = 0
      return taken
    },
    /** What is left, and how many problems were not listed. */
    last(): Contents {
      return { reports, problems: problems.all() }
    },
  }
}

/** Contents that come one by one as batches. */
export async function* inBatches(
  where: string,
  each: Iterable<Contents> | AsyncIterable<Contents>,
): AsyncGenerator<Contents> {
  const batch = batches(where)
  for await (const contents of each) {
    batch.add(contents)
    if (batch.isFull()) yield batch.take()
  }
  yield batch.last()
}

/** All parts as one. */
export async function collect(parts: AsyncIterable<Contents>): Promise<Contents> {
  const reports: Report[] = []
  const problems: Problem[] = []
  for await (const part of parts) {
    for (const report of part.reports) reports.push(report)
    for (const each of part.problems) problems.push(each)
  }
  return { reports, problems }
}
