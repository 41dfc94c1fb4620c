import { spawn } from "node:child_process"
import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

/** What opens a file in its usual program. Never through a shell: a file name is not a command. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
}

/** Opens a file in the browser and does not wait for it. Says so on standard error when there is nothing to open it with. */
export function openFile(file: string): Promise<void> {
  return openWith(resolve(file), `the case file is ${resolve(file)}`)
}

/** Opens an address of this machine in the browser, in the same way. */
export function openAddress(address: string): Promise<void> {
  return openWith(address, `the desk is at ${address}`)
}

function openWith(what: string, otherwise: string): Promise<void> {
  const [command, ...words] = OPENERS[process.platform] ?? ["xdg-open"]
  const opener = spawn(command, [...words, what], { detached: true, stdio: "ignore" })
  return new Promise(settle => {
    opener.on("spawn", () => settle(opener.unref()))
    opener.on("error", () => {
      process.stderr.write(`hearsay: no program found to open it with; ${otherwise}\n`)
      settle()
    })
  })
}

/** A new file name in a temporary folder of its own, for a case that is only to be looked at. */
export async function temporaryFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "hearsay-")), "case.html")
}
