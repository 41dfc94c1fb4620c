import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { isLine } from "./lines.ts"

/** A report that is hidden among the made ones, as a line of the file, and the story it tells; a story of its own where it has none. */
export interface Hidden {
  readonly line: Readonly<Record<string, string>> & { readonly url: string }
  readonly story?: string
}

/** The two seeds, where there are any, and the reports of the harbour example with the families of its lineage file. */
export function hiddenReports(seeds: string | undefined, harbour: string): Hidden[] {
  return [...(seeds === undefined ? [] : seedReports(seeds)), ...harbourReports(harbour)]
}

function seedReports(folder: string): Hidden[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(".txt"))
    .sort()
    .map(name => ({
      line: { id: name, url: `https://seeds.example/${name}`, text: readFileSync(join(folder, name), "utf8") },
      story: "seeds",
    }))
}

function harbourReports(folder: string): Hidden[] {
  const { families } = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as { families: string[][] }
  const storyOf = (name: string) => {
    const at = families.findIndex(family => family.includes(name))
    return at < 0 ? undefined : `harbour ${at + 1}`
  }
  return readdirSync(folder)
    .filter(name => /\.(?:txt|md|html|jsonl)$/.test(name) && name !== "README.md")
    .sort()
    .flatMap(name => reportsIn(name, readFileSync(join(folder, name), "utf8")))
    .map(({ name, fields }) => {
      const story = storyOf(name)
      const line = { ...fields, id: name, url: `https://harbour.example/${encodeURIComponent(name)}` }
      return story === undefined ? { line } : { line, story }
    })
}

function reportsIn(name: string, text: string): { name: string; fields: Record<string, string> }[] {
  if (name.endsWith(".html")) return [{ name, fields: { html: text } }]
  if (!name.endsWith(".jsonl")) return [{ name, fields: headed(text) }]
  return text
    .split("\n")
    .filter(isLine)
    .map((line, k) => ({ name: `${name}:${k + 1}`, fields: JSON.parse(line) as Record<string, string> }))
}

/** The lines `Key: value` before the text, with or without rules of dashes around them. */
function headed(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line, k) => line !== "---" || k > 12)
  const fields: Record<string, string> = {}
  let at = 0
  for (; /^\w+: /.test(lines[at] ?? ""); at++) {
    const [key, value] = lines[at]!.split(/: (.*)/s) as [string, string]
    fields[key.toLowerCase()] = value.replace(/^"|"$/g, "")
  }
  return { ...fields, text: lines.slice(at).join("\n").trim() }
}
