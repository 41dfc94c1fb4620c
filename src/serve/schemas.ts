import { z } from "@hono/zod-openapi"

const ID = z.string().min(1).max(200)

/** A judgement as a page sends it. */
export const JUDGEMENT = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["pin-edge", "forbid-edge"]), parent: ID, child: ID }),
    z.strictObject({ kind: z.literal("independent"), a: ID, b: ID }),
    z.strictObject({ kind: z.literal("outlet-agency"), outlet: ID, agency: ID }),
    z.strictObject({
      kind: z.literal("dismiss-variant"),
      witness: ID,
      span: z.strictObject({ start: z.int().min(0).max(1e9), end: z.int().min(0).max(1e9) }),
    }),
  ])
  .openapi("Judgement")

const named = (name: string) => z.looseObject({}).openapi(name)

/** What the desk answers, by the name of its type in src/model/desk.ts. */
export const RESPONSES = {
  DeskState: named("DeskState"),
  StoryList: named("StoryList"),
  StoryPage: named("StoryPage"),
  ChangesPage: named("ChangesPage"),
  ClaimsPage: named("ClaimsPage"),
  FormatList: named("FormatList"),
  PairPage: named("PairPage"),
  ReportPage: named("ReportPage"),
  SearchPage: named("SearchPage"),
  ProblemsPage: named("ProblemsPage"),
  JudgementList: named("JudgementList"),
  Judged: named("Judged"),
  ReadingBegun: named("ReadingBegun"),
  DeskError: named("DeskError"),
}
