import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A report of ECB+. */
export interface EventReport {
  /** "1_10ecbplus" */
  readonly id: string
  readonly topic: string
  /** Which of the topic's two look-alike events it is about: "1 ecb", "1 ecbplus". */
  readonly event: string
  readonly text: string
}

/** The 982 reports of ECB+ in the order of their names. */
export function readEventReports(folder: string): EventReport[] {
  const root = join(folder, "ECB+")
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".xml"))
    .sort()
    .map(name => {
      const [, id = "", topic = "", kind = ""] = /((\d+)_\d+(ecb|ecbplus))\.xml$/.exec(name) ?? []
      return { id, topic, event: `${topic} ${kind}`, text: textOf(readFileSync(join(root, name), "utf8")) }
    })
}

const TOKEN = /<token t_id="\d+" sentence="(\d+)" number="\d+">([^<]*)<\/token>/g
/** The first sentence of many files is the address they were taken from. */
const ADDRESS = /^https? : /

/** The text of a file of tokens: a line a sentence, tokens set as they are printed. */
function textOf(xml: string): string {
  const sentences = new Map<string, string[]>()
  for (const [, sentence = "", token = ""] of xml.matchAll(TOKEN)) {
    const tokens = sentences.get(sentence) ?? []
    tokens.push(unescaped(token))
    sentences.set(sentence, tokens)
  }
  const lines = [...sentences.values()].map(tokens => tokens.join(" ")).filter(line => !ADDRESS.test(line))
  return lines.map(printed).join("\n")
}

function printed(line: string): string {
  return line
    .replace(/ ([.,;:!?%)\]}’”]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)/g, "$1")
    .replace(/([([{$£€“‘]) /g, "$1")
    .replace(/`` ?| ?''/g, '"')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const unescaped = (token: string) => token.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
