import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach } from "vitest"

/** What a site answers under a path: a text, or whatever it does to the answer. */
export type Answers = Readonly<Record<string, string | ((asked: IncomingMessage, answer: ServerResponse) => void)>>

/** A web site on this machine that is really there; closed after the test. */
export async function site(answers: Answers) {
  const asked: { path: string; at: number; headers: IncomingMessage["headers"] }[] = []
  const server = createServer((request, answer) => {
    const path = request.url!
    asked.push({ path, at: Date.now(), headers: request.headers })
    const given = answers[path]
    if (typeof given === "function") given(request, answer)
    else if (given === undefined) answer.writeHead(404).end("nothing here")
    else answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(given)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  sites.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { host, at: (path: string) => `http://${host}${path}`, asked, paths: () => asked.map(({ path }) => path) }
}

const sites: (() => void)[] = []
afterEach(() => {
  for (const close of sites.splice(0)) close()
})
