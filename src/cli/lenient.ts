import { Command, Option } from "commander"

/** Ends every help text. */
export const EXIT_CODES = `
Exit codes:
  0  done (problems with single reports are listed with the results)
  1  something failed, or --strict and there are problems
  2  called wrongly; nothing was read
  3  no report could be read`

/** A command with what it does. */
export interface Parser {
  readonly command: Command
  readonly act: (args: readonly string[], options: never, unknown: readonly string[]) => Promise<number>
}

/** A command that takes every word, right or wrong, so that all mistakes can be told at once. */
export function lenient(name: string, args: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument(args)
    .allowUnknownOption()
    .option("-o, --output [file]", "write the result there, not to standard output")
    .option("--all", "leave nothing out of the text: wording, form, long lists")
    .option("--max-size [size]", "largest file to read, such as 500kb or 2gb (default: 20mb)")
    .addOption(new Option("--color", "colours even where there is no terminal"))
    .addOption(new Option("--no-color", "no colours (NO_COLOR and FORCE_COLOR work too)"))
    .helpOption("-h, --help", "print this help")
}
