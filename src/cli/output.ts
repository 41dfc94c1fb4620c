import { writeText } from "../archive/write-files.ts"

/** What could not be written to where it should go. */
export class WriteError extends Error {}

/** Writes a text to a file, whole or not at all. */
export async function save(file: string, text: string): Promise<void> {
  try {
    await writeText(file, text)
  } catch (cause) {
    throw new WriteError(`cannot write ${file}: ${(cause as Error).message}`, { cause })
  }
}

/** Writes the result to a file, or to standard output when there is none or it is `-`. */
export function deliver(text: string, file: string | undefined): Promise<void> {
  return file === undefined || file === "-" ? print(text) : save(file, text)
}

/** Writes to standard output. A reader that has seen enough (`| head`) is no failure. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error | null) => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE")
        reject(new WriteError(`cannot write to standard output: ${error.message}`, { cause: error }))
      else resolve()
    }
    process.stdout.on("error", end)
    process.stdout.write(text, end)
  })
}
