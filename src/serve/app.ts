import { OpenAPIHono } from "@hono/zod-openapi"
import type { Context } from "hono"
import { bodyLimit } from "hono/body-limit"
import type { ArchiveSize } from "../model/archive.ts"
import type { DeskError, DeskState, Judged, ReadingBegun } from "../model/desk.ts"
import { deskError } from "./answer.ts"
import { type Answers, Busy } from "./answers.ts"
import type { Answer, Ask } from "./ask.ts"
import type { Events } from "./events.ts"
import { refusal, SAFE_HEADERS } from "./guard.ts"
import type { Act } from "./judge-thread.ts"
import type { Judging } from "./judging.ts"
import type { Readings } from "./readings.ts"
import * as routes from "./routes.ts"
import type { Site } from "./site.ts"
import { type NodeStream, TooLarge, type Uploads } from "./uploads.ts"

/** What the desk's application stands on. */
export interface Parts {
  readonly version: string
  /** The archive's file name. */
  readonly archive: string
  readonly token: string
  /** The names it may be asked under; known once it listens. */
  readonly hosts: () => ReadonlySet<string>
  /** The folder of the reports that come with Hearsay; missing where they did not come. */
  readonly example?: string
  readonly answers: Answers
  readonly events: Events
  readonly readings: Readings
  readonly judging: Judging
  readonly uploads: Uploads
  readonly site: Site
}

const MOST_JSON_BYTES = 4 * 2 ** 20

/** The desk's application: who asks is looked at first, then it is answered; every answer has the same safe headers. */
export function deskApp(parts: Parts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => `${path.join(".") || "the request"}: ${message}`)
      return c.json(deskError("bad-request", issues.join("; ").slice(0, 2000)), 400)
    },
  })
  app.use(async (c, next) => {
    const { method, path, header } = {
      method: c.req.method,
      path: c.req.path,
      header: (name: string) => c.req.header(name),
    }
    const why = refusal({ method, path, header }, parts.token, parts.hosts())
    if (why === undefined) await next()
    else c.res = c.json(deskError("forbidden", why), 403)
    for (const name in SAFE_HEADERS) c.res.headers.set(name, SAFE_HEADERS[name]!)
  })
  app.onError((error, c) => failure(c, error))
  asking(app, parts)
  reading(app, parts)
  deciding(app, parts)
  app.doc31("/api/openapi.json", { openapi: "3.1.0", info: { title: "Hearsay desk", version: parts.version } })
  app.all("/api/*", c => c.json(deskError("not-found", "the desk has no such address"), 404))
  pages(app, parts)
  return app
}

function asking(app: OpenAPIHono, { answers, readings, events, archive, version, example }: Parts): void {
  const give = async (c: Context, ask: Ask) => send(c, await answers.get(ask))
  app.openapi(routes.DESK, async c => {
    const answer = await answers.get({ page: "size" })
    const size = JSON.parse(Buffer.from(answer.bytes).toString()) as ArchiveSize
    const isNew = size.reports === 0 && example !== undefined
    return c.json<DeskState>({ version, archive, size, example: isNew, reading: readings.now })
  })
  app.openapi(routes.STORIES, c => give(c, { page: "stories", filter: given(c.req.valid("query")) }))
  app.openapi(routes.STORY_PAGE, c => give(c, { page: "story", story: c.req.valid("param").family }))
  app.openapi(routes.CHANGES, c => give(c, { page: "changes", story: c.req.valid("param").family }))
  app.openapi(routes.CLAIMS, c => give(c, { page: "claims", story: c.req.valid("param").family }))
  app.openapi(routes.EVENT, c => give(c, { page: "event", story: c.req.valid("param").family }))
  app.openapi(routes.EXPORT, c =>
    give(c, { page: "export", story: c.req.valid("param").family, format: c.req.valid("query").format }),
  )
  app.openapi(routes.FORMATS, c => give(c, { page: "formats" }))
  app.openapi(routes.PAIR, c => give(c, { page: "pair", ...c.req.valid("param") }))
  app.openapi(routes.REPORT, c => give(c, { page: "report", name: c.req.valid("param").name }))
  app.openapi(routes.SEARCH, c => give(c, { page: "search", ...c.req.valid("query") }))
  app.openapi(routes.ALONE, c => give(c, { page: "alone", ...c.req.valid("query") }))
  app.openapi(routes.PROBLEMS, c => give(c, { page: "problems", ...c.req.valid("query") }))
  app.openapi(routes.JUDGEMENTS, c => give(c, { page: "judgements" }))
  app.openapi(routes.EVENTS, c => {
    const stream = events.stream(readings.now ? [readings.now] : [])
    return c.body(stream, 200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
  })
}

function reading(app: OpenAPIHono, { readings, uploads, example }: Parts): void {
  const begun = (c: Context, reading: number) => c.json<ReadingBegun>({ reading }, 202)
  const limit = bodyLimit({ maxSize: MOST_JSON_BYTES, onError: c => tooLarge(c, "the request is too large") })
  app.use("/api/addresses", limit)
  app.use("/api/judgements", limit)
  app.openapi(routes.FILES, async c => {
    const body = c.req.raw.body
    if (!body) return c.json(deskError("bad-request", "the file has nothing in it"), 400)
    const { path, name } = await uploads.save(c.req.valid("query").name, body as NodeStream)
    return begun(c, readings.begin({ paths: [path], names: { [path]: name } }))
  })
  app.openapi(routes.ADDRESSES, c => {
    const { addresses, articles = false } = c.req.valid("json")
    return begun(c, readings.begin({ paths: addresses, articles }))
  })
  app.openapi(routes.EXAMPLE, c => {
    if (example === undefined) return c.json(deskError("not-found", "the example did not come with Hearsay"), 404)
    return begun(c, readings.begin({ paths: [example] }))
  })
}

function deciding(app: OpenAPIHono, { judging, events }: Parts): void {
  const decide = async (c: Context, act: Act, status: 200 | 201) => {
    const outcome = await judging.act(act)
    if ("refused" in outcome) return c.json(deskError("bad-request", outcome.refused, outcome.hint), 400)
    events.tell({ kind: "judged", families: outcome.judged.families })
    return c.json<Judged>(outcome.judged, status)
  }
  app.openapi(routes.JUDGE, c => decide(c, { make: c.req.valid("json") }, 201))
  app.openapi(routes.UNDO, c => decide(c, { undo: c.req.valid("param").id }, 200))
}

/** Files that have their content in their name are kept by the browser for ever; every other address gets the page. */
function pages(app: OpenAPIHono, { site }: Parts): void {
  app.get("*", c => {
    const file = site.file(c.req.path)
    if (file && c.req.path.startsWith("/assets/")) return send(c, file, "public, max-age=31536000, immutable")
    if (c.req.path.startsWith("/assets/")) return c.json(deskError("not-found", "no such file"), 404)
    return c.req.path === "/index.html" || !file ? send(c, site.index(), "no-store") : send(c, file)
  })
}

/** Sends ready bytes, in the form that is asked for, or says that they are still the same. */
function send(c: Context, answer: Answer, caching = "no-cache"): Response {
  const { status, type, bytes, gzip, brotli, etag, fileName } = answer
  const headers: Record<string, string> = {
    "Content-Type": type,
    "Cache-Control": caching,
    ETag: etag,
    Vary: "Accept-Encoding",
  }
  if (status !== 200) headers["Cache-Control"] = "no-store"
  if (fileName !== undefined) headers["Content-Disposition"] = `attachment; filename="${fileName}"`
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers)
  const accepted = c.req.header("accept-encoding") ?? ""
  const [encoding, body] =
    brotli && /\bbr\b/.test(accepted)
      ? ["br", brotli]
      : gzip && /\bgzip\b/.test(accepted)
        ? ["gzip", gzip]
        : ["", bytes]
  if (encoding) headers["Content-Encoding"] = encoding
  return c.body(body as Uint8Array<ArrayBuffer>, status, headers)
}

const tooLarge = (c: Context, message: string) => c.json<DeskError>(deskError("too-large", message), 413)

function failure(c: Context, error: Error): Response {
  if (error instanceof Busy) return c.json(deskError("busy", "too much is asked at once; try again"), 503)
  if (error instanceof TooLarge) return tooLarge(c, error.message)
  const status = (error as { status?: unknown }).status
  if (status === 400) return c.json(deskError("bad-request", "the request cannot be read"), 400)
  process.stderr.write(`hearsay: ${error.stack ?? error}\n`)
  return c.json(deskError("fault", "Hearsay failed at this; what went wrong stands where it was started"), 500)
}

/** Without what was left out. */
const given = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
