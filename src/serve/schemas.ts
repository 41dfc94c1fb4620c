import { z } from "@hono/zod-openapi"

// What the desk takes and answers, for its OpenAPI document. The types are those of src/model; that answers fit is tested.

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

const text = z.string()
const maybe = z.string().optional()
const unknown = z.string().nullable()
const count = z.int().min(0)
const share = z.number().min(0).max(1)
const texts = z.array(text)

const span = z.strictObject({ start: count, end: count }).openapi("Span")
const place = z.strictObject({ witness: text, span })
const spanPair = z.strictObject({ a: span, b: span })
const problem = z.strictObject({ code: text, where: text, message: text, hint: maybe }).openapi("Problem")

const storyRow = z
  .strictObject({
    id: text,
    title: unknown,
    reports: count,
    outlets: count,
    lostTexts: count,
    origins: count,
    first: unknown,
    last: unknown,
    credits: texts,
  })
  .openapi("StoryRow")

const kinshipLine = z.strictObject({
  a: text,
  b: text,
  kind: z.enum(["copy", "excerpt", "rewrite", "shared-quotation"]),
  coverage: z.strictObject({ a: share, b: share }),
  longestRunWords: count,
})
const passage = spanPair.extend({ sentences: z.array(spanPair) }).openapi("Passage")
const kinship = kinshipLine.extend({ passages: z.array(passage) }).openapi("Kinship")

const edge = z.strictObject({ parent: text, child: text })
const stemma = z
  .strictObject({
    nodes: z.array(z.strictObject({ id: text, kind: z.enum(["witness", "lost"]), label: text })),
    edges: z.array(
      edge.extend({
        confidence: share,
        evidence: z.array(z.strictObject({ kind: text, note: text, places: z.array(place) })),
      }),
    ),
    rivals: z.array(z.strictObject({ edges: z.array(edge), weight: share, note: text })),
    undecided: maybe,
  })
  .openapi("Stemma")

const reading = z.union([
  z.strictObject({ kind: z.literal("text"), witness: text, span, text }),
  z.strictObject({ kind: z.enum(["omission", "lacuna"]), witness: text, at: count }),
])
const severity = z.enum(["sense", "detail", "wording", "form"])
const variant = z.strictObject({ kind: text, severity, note: text, readings: z.array(reading) }).openapi("Variant")

const claim = z
  .strictObject({
    id: text,
    story: text,
    kind: z.enum(["quotation", "figure", "statement"]),
    text,
    attributedTo: maybe,
    value: z
      .strictObject({
        number: z.number(),
        upTo: z.number().optional(),
        unit: text,
        of: text,
        hedge: maybe,
        words: maybe,
      })
      .optional(),
    attestations: z.array(
      place.extend({
        text,
        origin: text,
        chain: z.array(z.strictObject({ speaker: text, cue: text })).optional(),
        dates: z.array(z.strictObject({ words: text, span, from: text, to: text })).optional(),
      }),
    ),
    reports: count,
    origins: z.strictObject({ min: count, max: count }),
    voices: texts,
    why: z.array(
      z.strictObject({
        note: text,
        doubt: z.literal(true).optional(),
        attestations: z.array(count),
        places: z.array(place),
      }),
    ),
  })
  .openapi("Claim")
const conflict = z
  .strictObject({
    claims: texts,
    kind: z.enum(["update", "correction", "error", "open"]),
    firstBy: maybe,
    inheritedBy: texts,
    note: text,
  })
  .openapi("Conflict")

const witness = z
  .looseObject({
    id: text,
    where: text,
    outlet: maybe,
    title: maybe,
    url: maybe,
    published: maybe,
    language: maybe,
    credits: texts,
    creditLines: z.array(z.strictObject({ kind: text, name: text, span })),
    text,
    furniture: z.array(z.strictObject({ span, kind: text })),
  })
  .openapi("Witness")

const reportRow = z.strictObject({
  report: count,
  witness: unknown,
  family: unknown,
  outlet: unknown,
  title: unknown,
  url: unknown,
  published: unknown,
})
const archivedReport = reportRow
  .extend({
    observed: unknown,
    modified: unknown,
    language: unknown,
    credits: texts,
    place: text,
    words: count,
    version: count,
    added: text,
    versions: z.array(count),
    kin: z.array(
      z.strictObject({
        report: count,
        outlet: unknown,
        title: unknown,
        kind: text,
        coverageHere: share,
        coverageThere: share,
        longestRunWords: count,
      }),
    ),
    text,
  })
  .openapi("ArchivedReport")

const act = z.strictObject({ id: count, at: text, undone: maybe, judgement: JUDGEMENT })
const progress = z.strictObject({
  kind: z.literal("progress"),
  reading: count,
  step: z.enum(["waiting", "reading", "meeting", "checking", "relating"]),
  read: count,
  added: count,
  families: count,
  rate: z.number().optional(),
  left: z.number().optional(),
})
const size = z.strictObject({ reports: count, families: count, reportsWithKin: count, waiting: count })

const witnessLine = z.strictObject({
  id: text,
  label: text,
  report: count,
  outlet: maybe,
  title: maybe,
  url: maybe,
  published: maybe,
  credits: texts,
  words: count,
  language: maybe,
})
const inherited = z.strictObject({ span, from: text, there: span, kind: z.enum(["verbatim", "reworded"]) })

/** What the desk answers, by the name of its type in src/model/desk.ts. */
export const RESPONSES = {
  DeskState: z.strictObject({ version: text, archive: text, size, example: z.boolean(), reading: progress.nullable() }),
  StoryList: z.strictObject({ stories: z.array(storyRow), of: count }),
  StoryPage: z.strictObject({
    row: storyRow,
    witnesses: z.array(witnessLine),
    stemma,
    kinships: z.array(kinshipLine),
    changes: z.strictObject({ sense: count, detail: count, wording: count, form: count }),
    claims: z.strictObject({ quotation: count, figure: count, statement: count }),
    conflicts: count,
    judgements: z.array(act),
  }),
  ChangesPage: z.strictObject({ variants: z.array(variant), of: count }),
  ClaimsPage: z.strictObject({ claims: z.array(claim), conflicts: z.array(conflict) }),
  EventPage: z.strictObject({
    others: z.array(storyRow.extend({ by: texts })),
    claims: z.array(claim),
    witnesses: z.array(witnessLine),
    compared: z.boolean(),
    waiting: count,
  }),
  FormatList: z.array(z.strictObject({ name: text, title: text, extension: text })),
  PairPage: z.strictObject({
    witnesses: z.array(witness).length(2),
    kinship: kinship.optional(),
    passages: z.array(passage),
    variants: z.array(variant),
    problems: z.array(problem),
  }),
  ReportPage: z.strictObject({
    report: archivedReport,
    witness,
    inherited: z.array(inherited),
    shares: z.strictObject({ inherited: share, own: share, longestRunWords: count, nearestCoverage: share }),
  }),
  AlonePage: z.strictObject({ reports: z.array(reportRow), of: count }),
  SearchPage: z.strictObject({ hits: z.array(reportRow.extend({ excerpt: text })), of: count }),
  ProblemsPage: z.strictObject({ problems: z.array(problem.extend({ at: text })), of: count }),
  JudgementList: z.array(act),
  Judged: act.extend({ families: texts }),
  ReadingBegun: z.strictObject({ reading: count }),
  DeskError: z.strictObject({
    error: z.strictObject({
      code: z.enum(["bad-request", "forbidden", "not-found", "too-large", "busy", "fault"]),
      message: text,
      hint: maybe,
    }),
  }),
} as const
