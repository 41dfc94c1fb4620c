import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { type IncomingHttpHeaders, request } from "node:http"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import type { DeskEvent, ReadingDone } from "../../src/model/desk.ts"
import { type Desk, openDesk, type ServeOptions } from "../../src/serve/serve.ts"

const INDEX = `<!doctype html><html lang="en"><head><title>Desk</title></head><body><script type="module" src="/assets/desk-abc123.js"></script></body></html>`

type Ending = (end: () => Promise<void>) => void

/** A desk over a new archive, with small pages of its own, that is closed when the test, or what else ends it, is done. */
export async function newDesk(
  options: Partial<ServeOptions> = {},
  whenDone: Ending = onTestFinished,
): Promise<Desk & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"))
  const pages = join(folder, "pages")
  mkdirSync(join(pages, "assets"), { recursive: true })
  writeFileSync(join(pages, "index.html"), INDEX)
  writeFileSync(join(pages, "assets/desk-abc123.js"), "export {}\n".repeat(400))
  writeFileSync(join(folder, "secret.txt"), "SECRET")
  const desk = await openDesk({ archive: join(folder, "test.db"), port: 0, pages, ...options })
  whenDone(async () => {
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { ...desk, folder }
}

/** What a server answered. */
export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly json: () => never
}

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly host?: string
}

/** Sends one request as it is, path and all, over a connection of its own. */
export function send(
  desk: Desk,
  path: string,
  { method = "GET", headers = {}, body, host = "127.0.0.1" }: Sent = {},
): Promise<Answered> {
  return new Promise((settle, fail) => {
    const asked = request(
      {
        host,
        port: desk.port,
        method,
        path,
        agent: false,
        headers: { ...headers, ...(body !== undefined && { "content-length": `${Buffer.byteLength(body)}` }) },
      },
      answer => {
        const parts: Buffer[] = []
        answer.on("data", part => parts.push(part))
        answer.on("error", fail)
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8")
          settle({ status: answer.statusCode!, headers: answer.headers, text, json: () => JSON.parse(text) as never })
        })
      },
    )
    asked.on("error", fail)
    asked.end(body)
  })
}

/** What a page of the desk sends when it writes. */
export const write = (
  desk: Desk,
  path: string,
  method: string,
  body: string | Uint8Array = "",
  type = "application/json",
) =>
  send(desk, path, {
    method,
    body,
    headers: { "content-type": type, "x-hearsay-token": desk.token, origin: `http://127.0.0.1:${desk.port}` },
  })

/** What a server says to bytes that were sent as they are, until it ends the connection. */
export function raw(desk: Desk, text: string): Promise<string> {
  return new Promise((settle, fail) => {
    const socket = connect(desk.port, "127.0.0.1", () => socket.write(text))
    let answer = ""
    socket.on("data", part => (answer += part))
    socket.on("error", fail)
    socket.on("close", () => settle(answer))
  })
}

/** Listens to the desk's events. */
export function listen(desk: Desk, whenDone: Ending = onTestFinished) {
  const events: DeskEvent[] = []
  const waiting: { is: (event: DeskEvent) => boolean; settle: (event: DeskEvent) => void }[] = []
  const asked = request({ host: "127.0.0.1", port: desk.port, path: "/api/events", agent: false })
  const opened = new Promise<void>(settle => {
    asked.on("response", answer => {
      let left = ""
      answer.setEncoding("utf8").on("data", part => {
        const blocks = (left + part).split("\n\n")
        left = blocks.pop()!
        for (const block of blocks) {
          const line = block.split("\n").find(one => one.startsWith("data: "))
          if (line) met(JSON.parse(line.slice(6)) as DeskEvent)
        }
        settle()
      })
      answer.on("error", () => {})
    })
  })
  asked.on("error", () => {})
  asked.end()
  whenDone(async () => void asked.destroy())

  function met(event: DeskEvent): void {
    events.push(event)
    for (const one of waiting.splice(0))
      if (one.is(event)) one.settle(event)
      else waiting.push(one)
  }

  return {
    events,
    opened,
    vanish: () => asked.destroy(),
    until<E extends DeskEvent>(is: (event: DeskEvent) => event is E): Promise<E> {
      const known = events.find(is)
      return known ? Promise.resolve(known) : new Promise(settle => waiting.push({ is, settle: settle as never }))
    },
  }
}

/** The end of the reading of that number. */
export const doneWith =
  (reading: number) =>
  (event: DeskEvent): event is ReadingDone =>
    event.kind === "done" && event.reading === reading

/** Reads one file's worth of text into the desk and waits until that is done. */
export async function readInto(desk: Desk, name: string, text: string | Uint8Array): Promise<ReadingDone> {
  const events = listen(desk)
  await events.opened
  const answer = await write(
    desk,
    `/api/files?name=${encodeURIComponent(name)}`,
    "POST",
    text,
    "application/octet-stream",
  )
  if (answer.status !== 202) throw new Error(answer.text)
  return events.until(doneWith((answer.json() as { reading: number }).reading))
}
