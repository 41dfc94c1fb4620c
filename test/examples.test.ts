import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { align } from "../src/align/align.ts"
import { extract } from "../src/extract/extract.ts"
import { segment } from "../src/segment/segment.ts"
import { tokenize } from "../src/segment/tokens.ts"

/** What an example may use besides the exports of its own file: the stages that make what it needs. */
const STAGES = { tokenize, extract, segment, align }

interface Example {
  readonly where: string
  readonly file: string
  readonly expression: string
  readonly value: string
}

const root = join(import.meta.dirname, "../src")
const examples = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter(file => file.endsWith(".ts") && !file.endsWith(".generated.ts"))
  .map(file => file.replaceAll("\\", "/"))
  .sort()
  .flatMap(examplesIn)

describe("the examples in the docstrings are true", () => {
  it("there are some", () => expect(examples.length).toBeGreaterThan(30))

  it.each(examples)("$where", async ({ file, expression, value }) => {
    const scope = { ...STAGES, ...(await import(join(root, file))) }
    expect(await evaluate(expression, scope)).toEqual(await evaluate(value, {}))
  })
})

/** Examples are written `expression // => value`; the expression may take several lines, the value is the rest of its line. */
function examplesIn(file: string): Example[] {
  const code = readFileSync(join(root, file), "utf8")
  return [...code.matchAll(/^ *\/\*\*[\s\S]*?\*\//gm)].flatMap(({ 0: comment, index }) =>
    comment
      .slice(0, -2)
      .split("@example")
      .slice(1)
      .map(written => {
        const [expression = "", value = ""] = written.replace(/^ *\* ?/gm, "").split("// =>")
        const line = code.slice(0, index + comment.indexOf(written)).split("\n").length
        return { where: `${file}:${line} ${expression.trim()}`, file, expression, value }
      }),
  )
}

function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): Promise<unknown> {
  const AsyncFunction = (async () => {}).constructor as new (
    ...code: string[]
  ) => (...given: unknown[]) => Promise<unknown>
  return new AsyncFunction(...Object.keys(scope), `return (${expression.trim()}\n)`)(...Object.values(scope))
}
