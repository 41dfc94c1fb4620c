/** What the command's exit code says. Documented in `--help`; a promise to scripts. */
export const EXIT = {
  /** Done. Problems with single reports do not change it, unless `--strict`. */
  done: 0,
  /** Something failed, or `--strict` and there are problems. */
  failed: 1,
  /** The command was called wrongly. Nothing was read. */
  usage: 2,
  /** No report could be read. */
  nothing: 3,
} as const

/** The exit code of a run that came to its end. */
export function exitCode(reports: number, problems: number, strict: boolean): number {
  if (reports === 0) return EXIT.nothing
  return strict && problems > 0 ? EXIT.failed : EXIT.done
}
