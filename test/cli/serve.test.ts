import { spawn } from "node:child_process"
import { createServer } from "node:http"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it, onTestFinished } from "vitest"
import type { DeskState } from "../../src/model/desk.ts"
import { temporaryFolder } from "../archive/archive.ts"
import { hearsay } from "./hearsay.ts"

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))
const HARBOUR = fileURLToPath(new URL("../../examples/harbour", import.meta.url))

/** Starts the real command, and gives where its desk is and how it ends. */
async function serve(...words: string[]) {
  const child = spawn(process.execPath, [MAIN, "serve", "--no-open", ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  const said = await new Promise<string>(settle => child.stdout.once("data", part => settle(String(part))))
  const ended = new Promise<number | null>(settle => child.once("exit", settle))
  const url = /http:\S+/.exec(said)![0]
  return { child, said, url, ended, state: async () => (await (await fetch(`${url}api/desk`)).json()) as DeskState }
}

it("opens a desk over a folder's reports, in an archive of its own, until it is stopped", async () => {
  const archive = join(temporaryFolder(), "harbour.db")
  const { child, said, ended, state } = await serve(HARBOUR, "--archive", archive, "--port", "4990")
  expect(said).toMatch(new RegExp(`^The desk over ${archive} is open at http://127\\.0\\.0\\.1:\\d+/ `))
  expect(await state()).toMatchObject({ archive: "harbour.db", example: expect.any(Boolean) })
  let now = await state()
  while (now.size.families === 0 || now.reading !== null) {
    await new Promise(settle => setTimeout(settle, 200))
    now = await state()
  }
  expect(now.size).toMatchObject({ reports: 18, waiting: 0 })
  child.kill("SIGTERM")
  expect(await ended).toBe(0)
  expect(hearsay(["stories", "--archive", archive]).out).toContain("18 reports")
})

it("takes the next free port, and the archive that is named", async () => {
  const taken = createServer().listen(0, "127.0.0.1")
  onTestFinished(() => void taken.close())
  await new Promise(settle => taken.once("listening", settle))
  const { port } = taken.address() as { port: number }
  const archive = join(temporaryFolder(), "mine.db")
  const { child, url, ended, state } = await serve("--archive", archive, "--port", String(port))
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
  expect((await state()).archive).toBe("mine.db")
  child.kill("SIGINT")
  expect(await ended).toBe(0)
  const again = await serve(archive)
  expect((await again.state()).archive).toBe("mine.db")
  const fresh = await serve(join(temporaryFolder(), "new.db"))
  expect((await fresh.state()).archive).toBe("new.db")
})

it.each([
  [["--port", "0"], "--port needs a number from 1 to 65535"],
  [["--port", "70000"], "--port needs a number from 1 to 65535"],
  [["--port"], "--port needs a number from 1 to 65535"],
  [["--prot", "1"], "there is no option --prot; did you mean --port?"],
])("refuses %s", (words, message) => {
  expect(hearsay(["serve", "--no-open", ...words])).toMatchObject({ code: 2, err: expect.stringContaining(message) })
})
