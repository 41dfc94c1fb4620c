import { createRequire } from "node:module"

type Htmlparser = typeof import("htmlparser2")

/** The parser of XML and HTML. It is loaded when it is first needed, at once: most runs need none, and rows of ninjs cannot wait. */
export const markupParser = (): Htmlparser["Parser"] =>
  (createRequire(import.meta.url)("htmlparser2") as Htmlparser).Parser
