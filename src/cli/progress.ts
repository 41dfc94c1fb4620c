/** One line on standard error that says what is being done. Nothing at all where that is no terminal. */
export interface Progress {
  readonly say: (text: string) => void
  readonly done: () => void
}

const CLEAR = "\r\u001b[2K"

/** The progress line of this process. */
export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { say: () => {}, done: () => {} }
  return {
    say: text => void stream.write(`${CLEAR}${text.slice(0, (stream.columns || 80) - 1)}`),
    done: () => void stream.write(CLEAR),
  }
}
