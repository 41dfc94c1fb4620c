import type { Command } from "commander"
import { EXIT_CODES, lenient, type Parser } from "./lenient.ts"
import { withAddresses } from "./read-options.ts"

const ADD_EXAMPLES = `
Takes everything that hearsay trace takes. Reports that the archive has are passed over; a page that
changed is a new version of it. Stopped at any moment, it can simply be run again.

Examples:
  hearsay add reports/*.html
  hearsay add corpus.jsonl --archive corpus.db
  hearsay add corpus.jsonl --progress json 2> progress.jsonl
${EXIT_CODES}`

const WATCH_EXAMPLES = `
Adds again and again what has come since, until it is stopped (Ctrl-C).

Examples:
  hearsay watch feeds.opml --every 10m
  hearsay watch incoming/ --every 30s --archive desk.db
${EXIT_CODES}`

const STORIES_EXAMPLES = `
Examples:
  hearsay stories
  hearsay stories --agency "Associated Press" --min-reports 5 --since 2024-03-01
  hearsay stories --json --limit 1000
${EXIT_CODES}`

const STORY_EXAMPLES = `
A story is named by its id (hearsay stories shows it), or by a report in it: its number, id or address.

Examples:
  hearsay story family-062627e8590b --html case.html --open
  hearsay story 12 --json
  hearsay story 12 --event
${EXIT_CODES}`

const SERVE_EXAMPLES = `
The desk is a page in the browser, on this machine only, until it is stopped (Ctrl-C). An archive is a file that
hearsay add has made. Reports that are named are read into the archive while the desk is open: a folder's into one
beside it (harbour.db for harbour/), others into hearsay.db, or that of --archive.

Examples:
  hearsay serve
  hearsay serve corpus.db --port 8080
  hearsay serve examples/harbour --archive harbour.db --no-open
${EXIT_CODES}`

const JUDGE_EXAMPLES = `
What a person decided holds from then on, whatever is added later, and stands in every export. Reports are
named by id, number or address; hearsay stories, story and search show them.

  pin <parent> <child>              the child was made from the parent
  forbid <parent> <child>           it was not
  independent <a> <b>               neither was made from the other, directly or by lost texts
  agency <outlet> <agency>          the outlet is that agency's own
  dismiss <report> <start>-<end>    what stands there is no change (its span in hearsay story --json)
  list                              every judgement, the newest first
  undo <number>                     takes one back; it stays listed

Examples:
  hearsay judge pin 12 17
  hearsay judge agency "FNA Online" "Ferrol News Agency"
  hearsay judge list --json
${EXIT_CODES}`

const EXPORT_EXAMPLES = `
Without names it is all stories, or those that the filters let through. docs/exports.md describes every format.

Examples:
  hearsay export --format csv -o tables/
  hearsay export family-062627e8590b --format tei -o story.xml
  hearsay export --agency Reuters --since 2024-03-01 --format parquet -o reuters/
${EXIT_CODES}`

/** The commands that work on an archive. What each does is loaded when it is called. */
export function archiveParsers(): Parser[] {
  return [
    parser(
      forAdding(withArchive(lenient("add", "[paths...]", "take reports into an archive and find their kin there")))
        .usage("[options] <paths...>")
        .option("--strict", "exit with 1 when there are problems")
        .addHelpText("after", ADD_EXAMPLES),
      async () => (await import("./add-command.ts")).addCommand,
    ),
    parser(
      forAdding(withArchive(lenient("watch", "[paths...]", "keep adding what is new until stopped")))
        .usage("[options] <paths...>")
        .option("--every [time]", "how often, such as 90s, 10m or 2h (default: 10m)")
        .addHelpText("after", WATCH_EXAMPLES),
      async () => (await import("./watch-command.ts")).watchCommand,
    ),
    parser(
      withArchive(lenient("serve", "[paths...]", "open the desk in the browser: see, doubt, hand on"))
        .usage("[options] [archive | paths...]")
        .option("--port [number]", "the port, or the next free one (default: 4321)")
        .option("--no-open", "do not open the browser")
        .option("--allow-private", "fetch from this machine and private networks too")
        .addHelpText("after", SERVE_EXAMPLES),
      async () => (await import("./serve-command.ts")).serveCommand,
    ),
    parser(
      withFilters(withArchive(lenient("stories", "[names...]", "list the stories of an archive")))
        .usage("[options]")
        .option("--json", "print the list as JSON")
        .addHelpText("after", STORIES_EXAMPLES),
      async () => (await import("./archive-commands.ts")).storiesCommand,
    ),
    parser(
      withArchive(lenient("story", "[names...]", "show one story in full"))
        .usage("[options] <story>")
        .option("--json", "print the findings as JSON")
        .option("--html [file]", "write the case as one self-contained HTML file")
        .option("--open", "open that file in the browser")
        .option("--event", EVENT)
        .addHelpText("after", STORY_EXAMPLES),
      async () => (await import("./archive-commands.ts")).storyCommand,
    ),
    parser(
      withFilters(withArchive(lenient("claims", "[names...]", "list claims with their origins")))
        .usage("[options] [story]")
        .option("--json", "print them as JSON")
        .option("--event", EVENT)
        .addHelpText("after", EXIT_CODES),
      async () => (await import("./archive-commands.ts")).claimsCommand,
    ),
    parser(
      withArchive(lenient("report", "[names...]", "show one report: its text, kin and versions"))
        .usage("[options] <report>")
        .option("--json", "print it as JSON")
        .addHelpText("after", EXIT_CODES),
      async () => (await import("./archive-commands.ts")).reportCommand,
    ),
    parser(
      withArchive(lenient("search", "[words...]", "find reports that have all the words"))
        .usage("[options] <words...>")
        .option("--json", "print them as JSON")
        .option("--limit [number]", "so many at most (default: 20)")
        .addHelpText("after", EXIT_CODES),
      async () => (await import("./archive-commands.ts")).searchCommand,
    ),
    parser(
      withArchive(lenient("judge", "[words...]", "decide what came from what; list or undo decisions"))
        .usage("[options] pin|forbid|independent|agency|dismiss|list|undo …")
        .option("--json", "print it as JSON")
        .addHelpText("after", JUDGE_EXAMPLES),
      async () => (await import("./judge-command.ts")).judgeCommand,
    ),
    parser(
      withFilters(
        withArchive(lenient("export", "[stories...]", "write stories in a format for other tools")),
        "default: all",
      )
        .usage("[options] --format <name> [stories...]")
        .option("--format [name]", "csv, jsonl, parquet, sqlite, graphml, dot, tei, prov-turtle, passim …")
        .option("--event", EVENT)
        .addHelpText("after", EXPORT_EXAMPLES),
      async () => (await import("./archive-commands.ts")).exportCommand,
    ),
    parser(
      withArchive(lenient("problems", "[names...]", "list what went wrong while reports were read"))
        .usage("[options]")
        .option("--json", "print them as JSON")
        .option("--limit [number]", "so many at most (default: 20)")
        .addHelpText("after", EXIT_CODES),
      async () => (await import("./archive-commands.ts")).problemsCommand,
    ),
  ]
}

function parser(command: Command, load: () => Promise<unknown>): Parser {
  const act: Parser["act"] = async (args, options, unknown) => ((await load()) as Parser["act"])(args, options, unknown)
  return { command, act }
}

const EVENT = "with what else tells of its event and is no copy; origins are counted over all of it"

const withArchive = (command: Command) => command.option("--archive [file]", "the archive's file (default: hearsay.db)")

const forAdding = (command: Command) =>
  withAddresses(command)
    .option("--json", "print what was done as JSON")
    .option("--memory [size]", "most memory to use (default: 1gb)")
    .option("--quiet", "say nothing while at work")
    .option("--progress [form]", "json: a line of JSON a second on standard error, at the end one with step done")

const withFilters = (command: Command, most = "default: 20") =>
  command
    .option("--outlet [name]", "stories in which an outlet of that name has a report")
    .option("--agency [name]", "stories that credit that agency")
    .option("--since [date]", "stories still told on that day or later")
    .option("--until [date]", "stories first told on that day or before")
    .option("--min-reports [number]", "stories of so many reports or more")
    .option("--max-reports [number]", "… or fewer")
    .option("--min-origins [number]", "stories of so many lines of descent or more")
    .option("--max-origins [number]", "… or fewer")
    .option("--sort [order]", "reports (the default), newest or oldest first")
    .option("--limit [number]", `so many at most (${most})`)
