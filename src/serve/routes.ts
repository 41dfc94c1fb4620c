import { createRoute, type RouteConfig, z } from "@hono/zod-openapi"
import { JUDGEMENT, RESPONSES } from "./schemas.ts"

// The interface of the desk, as its OpenAPI document tells it.

const DATE = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d(T[\d:.]{2,12}(Z|[+-]\d\d:\d\d)?)?)?)?$/, "write a date such as 2024-03-01")
const TEXT = z.string().max(300)
const COUNT = z.coerce.number().int().min(0).max(1e9)
const PAGE = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: COUNT.default(0),
}
const NAME = z.string().min(1).max(4000)
const STORY = z.object({ family: NAME.openapi({ example: "family-062627e8590b" }) })
const TOKEN = z.object({ "x-hearsay-token": z.string().openapi({ description: "stands in the page's meta element" }) })

type Responses = Record<number, { readonly description: string }>

function answers(schema: keyof typeof RESPONSES, status = 200): Responses {
  const failed = { description: "what went wrong", content: { "application/json": { schema: RESPONSES.DeskError } } }
  const content = { "application/json": { schema: RESPONSES[schema].openapi(schema) } }
  const found = { description: schema, content }
  return { [status]: found, 400: failed, 403: failed, 404: failed } as Responses
}

/** A question by GET, with its parameters in the path and behind it. */
function ask<const P extends string, R extends NonNullable<RouteConfig["request"]>>(
  path: P,
  summary: string,
  schema: keyof typeof RESPONSES,
  request: R,
) {
  return createRoute({ method: "get", path, summary, request, responses: answers(schema) })
}

export const DESK = ask("/api/desk", "What is open, and what it is doing", "DeskState", {})
export const STORIES = ask("/api/stories", "Stories, the newest first", "StoryList", {
  query: z.object({
    sort: z.enum(["newest", "oldest", "reports", "confirmed"]).default("newest"),
    outlet: TEXT.optional(),
    agency: TEXT.optional(),
    words: TEXT.optional(),
    since: DATE.optional(),
    until: DATE.optional(),
    minReports: COUNT.optional(),
    maxReports: COUNT.optional(),
    minOrigins: COUNT.optional(),
    maxOrigins: COUNT.optional(),
    ...PAGE,
  }),
})
export const STORY_PAGE = ask("/api/stories/{family}", "A story: its tree, without texts", "StoryPage", {
  params: STORY,
})
export const CHANGES = ask("/api/stories/{family}/changes", "All its changes, worst first", "ChangesPage", {
  params: STORY,
})
export const CLAIMS = ask("/api/stories/{family}/claims", "Its claims and conflicts", "ClaimsPage", { params: STORY })
export const EVENT = ask(
  "/api/stories/{family}/event",
  "What else tells of its event and is no copy, and which claims both make",
  "EventPage",
  { params: STORY },
)
export const EXPORT = createRoute({
  method: "get",
  path: "/api/stories/{family}/export",
  summary: "The story as a file, in any format of hearsay export; several files come in one ZIP file",
  request: { params: STORY, query: z.object({ format: z.string().min(1).max(60).openapi({ example: "csv:claims" }) }) },
  responses: { 200: { description: "a file" }, 400: { description: "no such format" } } as Responses,
})
export const FORMATS = ask("/api/formats", "Formats a story can be had in", "FormatList", {})
export const PAIR = ask("/api/pairs/{a}/{b}", "Two reports side by side", "PairPage", {
  params: z.object({ a: NAME, b: NAME }),
})
export const REPORT = ask("/api/reports/{name}", "A report by its number, witness id or address", "ReportPage", {
  params: z.object({ name: NAME }),
})
export const SEARCH = ask("/api/search", "Reports that have all the words", "SearchPage", {
  query: z.object({ words: z.string().max(1000), ...PAGE }),
})
export const ALONE = ask(
  "/api/alone",
  "Reports that share their text with no other, the last added first",
  "AlonePage",
  {
    query: z.object(PAGE),
  },
)
export const PROBLEMS = ask("/api/problems", "What went wrong while reports were read", "ProblemsPage", {
  query: z.object(PAGE),
})
export const JUDGEMENTS = ask("/api/judgements", "Every judgement made, the newest first", "JudgementList", {})

export const JUDGE = createRoute({
  method: "post",
  path: "/api/judgements",
  summary: "Makes a judgement; findings follow before it answers",
  request: {
    headers: TOKEN,
    body: { required: true, content: { "application/json": { schema: JUDGEMENT } } },
  },
  responses: answers("Judged", 201),
})
export const UNDO = createRoute({
  method: "delete",
  path: "/api/judgements/{id}",
  summary: "Undoes a judgement; it stays listed",
  request: { headers: TOKEN, params: z.object({ id: z.coerce.number().int().min(1).max(1e15) }) },
  responses: answers("Judged"),
})
export const FILES = createRoute({
  method: "post",
  path: "/api/files",
  summary: "Takes one file, as the body, to be read",
  request: {
    headers: TOKEN,
    query: z.object({ name: z.string().max(1000).default("") }),
    body: { content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } } },
  },
  responses: answers("ReadingBegun", 202),
})
export const ADDRESSES = createRoute({
  method: "post",
  path: "/api/addresses",
  summary: "Reads pages and feeds from their addresses",
  request: {
    headers: TOKEN,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.object({
            addresses: z
              .array(
                z
                  .string()
                  .max(4000)
                  .regex(/^https?:\/\//i, "an address begins with http:// or https://"),
              )
              .min(1)
              .max(1000),
            articles: z.boolean().optional().openapi({ description: "fetch the articles that feeds link to" }),
          }),
        },
      },
    },
  },
  responses: answers("ReadingBegun", 202),
})
export const EXAMPLE = createRoute({
  method: "post",
  path: "/api/example",
  summary: "Reads the reports that come with Hearsay",
  request: { headers: TOKEN },
  responses: answers("ReadingBegun", 202),
})
export const EVENTS = createRoute({
  method: "get",
  path: "/api/events",
  summary: "Server-sent events: progress, problem, done, judged",
  responses: { 200: { description: "text/event-stream of DeskEvent" } } as Responses,
})
