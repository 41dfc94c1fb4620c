import type { Archive } from "../archive/archive.ts"
import type { Findings } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"
import { type ArchiveOptions, archivePath, checkArchiveCall, filterOf } from "./archive-options.ts"
import { fileMistakes } from "./common-options.ts"
import { EXIT } from "./exit-codes.ts"
import { deliverExport, type FormatOptions, formatChoice } from "./format-option.ts"
import { deliver } from "./output.ts"
import { progress } from "./progress.ts"
import { look } from "./terminal-look.ts"
import { resultText, type TraceCommandOptions, writeCaseFile } from "./trace-command.ts"

/** What every command takes: the words that are no options, the options, and words that only look like options. */
type Command<Options> = (args: readonly string[], options: Options, unknown: readonly string[]) => Promise<number>

/** `hearsay stories`: the families of an archive, the largest first. */
export const storiesCommand: Command<ArchiveOptions> = async (args, options, unknown) => {
  checkArchiveCall(
    "stories",
    options,
    unknown,
    tooMany(args, unknown, 0, "stories takes no names; to look into one: hearsay story <id>"),
  )
  return withArchive(options, async archive => {
    const { sizeOf, storiesOf } = await import("../archive/stories.ts")
    const found = storiesOf(archive, filterOf(options))
    const size = sizeOf(archive)
    if (options.json) return `${JSON.stringify({ ...found, archive: size }, null, 2)}\n`
    return (await import("../present/archive-lists.ts")).storyList(found, size, look(options))
  })
}

/** `hearsay story <id>`: one story in full, as `trace` shows it. */
export const storyCommand: Command<EventOptions & TraceCommandOptions> = async (args, options, unknown) => {
  const mistakes = [...oneName(args, unknown, "story"), ...fileMistakes("--html", options.html)]
  checkArchiveCall("story", options, unknown, mistakes)
  return withArchive(options, async archive => {
    const [findings] = await findingsOf(archive, [args[0]!], options)
    await writeCaseFile(findings!, options)
    return resultText(findings!, options)
  })
}

/** `hearsay report <id>`: one report with its text, its kin, its versions. */
export const reportCommand: Command<ArchiveOptions> = async (args, options, unknown) => {
  checkArchiveCall("report", options, unknown, oneName(args, unknown, "report"))
  return withArchive(options, async archive => {
    const { reportOf } = await import("../archive/report.ts")
    const report = reportOf(archive, args[0]!)
    if (!report) throw noSuch("report", args[0]!)
    if (options.json) return `${JSON.stringify(report, null, 2)}\n`
    return (await import("../present/archive-lists.ts")).reportText(report, look(options))
  })
}

/** `hearsay search <words>`: reports that have all the words. */
export const searchCommand: Command<ArchiveOptions> = async (args, options, unknown) => {
  const missing = args.length === unknown.length ? ["say which words to look for"] : []
  checkArchiveCall("search", options, unknown, missing)
  return withArchive(options, async archive => {
    const { countHits, search } = await import("../archive/search.ts")
    const { say, done } = progress()
    await indexed(archive, say)
    done()
    const words = args.join(" ")
    const hits = search(archive, words, filterOf(options).limit)
    if (options.json) return `${JSON.stringify(hits, null, 2)}\n`
    return (await import("../present/archive-lists.ts")).hitList(hits, countHits(archive, words), look(options))
  })
}

/** `hearsay claims [story]`: claims with their origins, the most repeated first; of the largest stories where none is named. */
export const claimsCommand: Command<EventOptions> = async (args, options, unknown) => {
  checkArchiveCall("claims", options, unknown, tooMany(args, unknown, 1, "claims takes one story, or none"))
  return withArchive(options, async archive => {
    const { storiesOf } = await import("../archive/stories.ts")
    const names = args.length > 0 ? [args[0]!] : storiesOf(archive, filterOf(options)).stories.map(({ id }) => id)
    const found = await findingsOf(archive, names, options)
    const { claimsText, joined } = await import("../present/claims-page.ts")
    const all = joined(found)
    if (options.json) return `${JSON.stringify({ claims: all.claims, conflicts: all.conflicts }, null, 2)}\n`
    return claimsText(all, look(options))
  })
}

/** `hearsay export`: the findings of the stories asked for, in a format for other tools. */
export const exportCommand: Command<EventOptions & FormatOptions> = async (args, options, unknown) => {
  const { choice, mistakes } = await formatChoice(options)
  const none = options.format === undefined ? ["--format needs a name, such as csv or graphml"] : []
  const both = args.length > unknown.length && Object.keys(filterOf(options)).length > 0
  const ambiguous = both ? ["name stories, or filter all of them, not both"] : []
  checkArchiveCall("export", options, unknown, [...none, ...mistakes, ...ambiguous])
  const { explained, openToLook } = await import("../archive/archive.ts")
  const path = archivePath(options)
  const archive = openToLook(path)
  try {
    const { storiesOf } = await import("../archive/stories.ts")
    const limit = filterOf(options).limit ?? Number.MAX_SAFE_INTEGER
    const names =
      args.length > 0 ? args : storiesOf(archive, { ...filterOf(options), limit }).stories.map(({ id }) => id)
    if (names.length === 0) process.stderr.write("hearsay: no story passes these filters; what is written is empty\n")
    const found = await findingsOf(archive, names, options)
    await deliverExport(
      (await import("../present/claims-page.ts")).joined(found),
      choice!,
      options.output as string | undefined,
    )
    return EXIT.done
  } catch (error) {
    throw explained(path, error)
  } finally {
    archive.close()
  }
}

/** `hearsay problems`: what went wrong while reports were read, the newest first. */
export const problemsCommand: Command<ArchiveOptions> = async (args, options, unknown) => {
  checkArchiveCall("problems", options, unknown, tooMany(args, unknown, 0, "problems takes no names"))
  return withArchive(options, async archive => {
    const { countProblems, problemsOf } = await import("../archive/problems.ts")
    const problems = problemsOf(archive, filterOf(options).limit)
    if (options.json) return `${JSON.stringify(problems, null, 2)}\n`
    return (await import("../present/archive-lists.ts")).problemList(problems, countProblems(archive), look(options))
  })
}

interface EventOptions extends ArchiveOptions {
  readonly event?: true
}

/** The findings of the stories of these names, in their order; with `--event` those of all that tells of their events, of each event once. */
async function findingsOf(archive: Archive, names: readonly string[], { event }: EventOptions): Promise<Findings[]> {
  const { say, done } = progress()
  try {
    return await toldOf(archive, names, event === true, say)
  } finally {
    done()
  }
}

async function toldOf(
  archive: Archive,
  names: readonly string[],
  event: boolean,
  say: (text: string) => void,
): Promise<Findings[]> {
  const { placeOf, storyOf } = await import("../archive/story.ts")
  const found = (name: string) => placeOf(archive, name) ?? missing(name)
  if (!event) return names.map((name, at) => told(at, names.length, say, () => storyOf(archive, name) ?? missing(name)))
  await indexed(archive, say)
  const { eventsAround, tellEvent } = await import("../archive/event.ts")
  const events = eventsAround(archive, names.map(found), at => say(`looking for events: ${at + 1} of ${names.length}`))
  return events.map((one, at) => told(at, events.length, say, () => tellEvent(archive, one)))
}

function told<T>(at: number, of: number, say: (text: string) => void, work: () => T): T {
  if (of > 1) say(`looking into stories: ${at + 1} of ${of}`)
  return work()
}

function missing(name: string): never {
  throw noSuch("story", name)
}

/** Puts what is new into the index of words. */
async function indexed(archive: Archive, say: (text: string) => void): Promise<void> {
  const { indexWords, waitingForIndex } = await import("../archive/search.ts")
  if (waitingForIndex(archive) > 0) indexWords(archive, (at, of) => say(`indexing words: ${at} of ${of} reports`))
}

/** Opens the archive, writes what the work gives, and closes it again. */
async function withArchive(options: ArchiveOptions, work: (archive: Archive) => Promise<string>): Promise<number> {
  const { explained, openToLook } = await import("../archive/archive.ts")
  const path = archivePath(options)
  const archive = openToLook(path)
  try {
    await deliver(await work(archive), options.output as string | undefined)
    return EXIT.done
  } catch (error) {
    throw explained(path, error)
  } finally {
    archive.close()
  }
}

function oneName(args: readonly string[], unknown: readonly string[], what: string): string[] {
  const given = args.length - unknown.length
  return given === 1 ? [] : [`${what} takes one name, not ${given}`]
}

function tooMany(args: readonly string[], unknown: readonly string[], most: number, message: string): string[] {
  return args.length - unknown.length > most ? [message] : []
}

function noSuch(what: string, name: string): UsageError {
  return new UsageError(
    [`the archive has no ${what} “${name}”`],
    `hearsay stories lists stories, hearsay search <words> finds reports.`,
  )
}
