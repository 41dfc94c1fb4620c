import type { TerminalOptions } from "../present/terminal.ts"
import type { CommonOptions } from "./common-options.ts"

const WIDEST = 120

/** What of the process decides how to write. */
interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number }
}

/** How to write for the terminal there is: its width, and whether with colours. */
export function look({ color, all, output }: CommonOptions, { env, stdout }: Surroundings = process): TerminalOptions {
  const toTerminal = (output === undefined || output === "-") && stdout.isTTY === true
  const columns = stdout.columns || Number(env.COLUMNS) || 80
  return { width: Math.min(columns, WIDEST), color: color ?? wantsColor(env, toTerminal), all: all ?? false }
}

/** `NO_COLOR` wins over `FORCE_COLOR`, both over what the terminal is. See https://no-color.org */
function wantsColor(env: NodeJS.ProcessEnv, toTerminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false"
  return toTerminal && env.TERM !== "dumb"
}
