import { readFileSync } from "node:fs"
import { Command, CommanderError } from "commander"
import { UsageError } from "../model/problem.ts"
import { FORMATS } from "../present/exchange/formats.ts"
import { archiveParsers } from "./archive-parsers.ts"
import { compareCommand } from "./compare-command.ts"
import { EXIT } from "./exit-codes.ts"
import { EXIT_CODES, lenient, type Parser } from "./lenient.ts"
import { withAddresses } from "./read-options.ts"
import { traceCommand } from "./trace-command.ts"

const FORMAT_LINES = FORMATS.map(({ name, title }) => `  ${name.padEnd(13)}${title}`).join("\n")

const TRACE_EXAMPLES = `
Paths are files, folders, patterns, addresses, or - for standard input: text, Markdown,
HTML, JSON and JSON lines of {text, title?, outlet?, url?, published?}, RSS, Atom, JSON
Feed, OPML, NewsML-G2, ninjs, WARC, WACZ, Parquet; plain, or in gzip or zstd.

Examples:
  hearsay trace examples/harbour
  hearsay trace reports/*.html late.txt --html case.html --open
  hearsay trace reports.jsonl --json -o findings.json
  cat reports.jsonl | hearsay trace - --strict
  hearsay trace reports --format graphml -o trees.graphml
  hearsay trace reports --format csv -o tables
  hearsay trace reports --format csv:claims

Formats (docs/exports.md describes each):
${FORMAT_LINES}
${EXIT_CODES}`

const COMPARE_EXAMPLES = `
Examples:
  hearsay compare wire.html rewrite.txt
  hearsay compare a.txt b.txt --json
${EXIT_CODES}`

const HELP = `
Examples:
  hearsay trace examples/harbour --html case.html
  hearsay compare a.html b.txt
  hearsay add reports.jsonl && hearsay stories
${EXIT_CODES}`

/** Runs the command line. Gives the exit code; throws `UsageError` for a call that is wrong. */
export async function run(words: readonly string[]): Promise<number> {
  let code: number = EXIT.done
  const program = new Command("hearsay")
    .description(
      "Reads news reports and works out which are copies of which, what was changed on the way, and how many independent origins each claim has.",
    )
    .version(version(), "-V, --version", "print the version")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .allowUnknownOption()
    .argument("[command]")
    .allowExcessArguments()
    .usage("<command> [options] <paths...>")
    .configureHelp({
      optionTerm: ({ flags }) => flags.replace(/\[(\w+)\]/, "<$1>"),
      subcommandTerm: command => command.name(),
    })
    .action(command => {
      throw unknownCommand(command)
    })
  for (const { command, act } of [traceParser(), compareParser(), ...archiveParsers()]) {
    command.copyInheritedSettings(program).action(async () => {
      code = await act(command.args, command.opts(), ownWords(words, command.args))
    })
    program.addCommand(command)
  }
  await parse(program, words)
  return code
}

function traceParser(): Parser {
  const command = withAddresses(
    lenient("trace", "[paths...]", "find the families, changes and origins in a set of reports"),
  )
    .usage("[options] <paths...>")
    .option("--json", "print the findings as JSON")
    .option("--format [name]", "print or write the findings in another format (below)")
    .option("--html [file]", "write the case as one self-contained HTML file")
    .option("--open", "open that file in the browser")
    .option("--judgements [file]", "a JSON list of what a person decided")
    .option("--strict", "exit with 1 when there are problems")
    .addHelpText("after", TRACE_EXAMPLES)
  return { command, act: traceCommand as Parser["act"] }
}

function compareParser(): Parser {
  const command = lenient("compare", "[paths...]", "set two reports side by side")
    .usage("[options] <a> <b>")
    .option("--json", "print the comparison as JSON")
    .addHelpText("after", COMPARE_EXAMPLES)
  return { command, act: compareCommand as Parser["act"] }
}

async function parse(program: Command, words: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(words as string[], { from: "user" })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw new UsageError([error.message.replace(/^error: /, "")], "See hearsay --help.")
  }
}

/** Words that look like options but are none: those before a `--` that the parser did not take. */
function ownWords(words: readonly string[], rest: readonly string[]): string[] {
  const literal = words.includes("--") ? words.slice(words.indexOf("--") + 1) : []
  return rest.slice(0, rest.length - literal.length).filter(word => /^-./.test(word))
}

function unknownCommand(command: string | undefined): UsageError {
  if (command === undefined)
    return new UsageError(["say what to do: trace, compare, add, stories …"], "See hearsay --help.")
  if (command.startsWith("-")) return new UsageError([`there is no option ${command}`], "See hearsay --help.")
  return new UsageError(
    [`there is no command “${command}”`],
    `See hearsay --help. For files or folders of that name: hearsay trace ${command}`,
  )
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version
}
