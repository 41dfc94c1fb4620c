/** What JSON-LD says about a page's article. */
export interface LinkedArticle {
  readonly headline?: string
  readonly publisher?: string
  readonly author?: string
  readonly published?: string
  readonly modified?: string
  readonly url?: string
}

type Fields = Record<string, unknown>

/** As many objects of a page's linked data are looked at. */
const MOST_OBJECTS = 5000

/** The first article in a page's JSON-LD blocks. A block that cannot be parsed says nothing; pages break theirs often. */
export function articleOfLinkedData(blocks: readonly string[]): LinkedArticle {
  for (const block of blocks) {
    const article = findArticle(parse(block))
    if (article) return toArticle(article)
  }
  return {}
}

function parse(block: string): unknown {
  try {
    return JSON.parse(block.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""))
  } catch {
    return undefined
  }
}

/** Breadth first, so the outermost article comes before those it mentions. */
function findArticle(root: unknown): Fields | undefined {
  const queue: unknown[] = [root]
  for (let at = 0; at < queue.length && at < MOST_OBJECTS; at++) {
    const value = queue[at]
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_OBJECTS))
    else if (typeof value === "object" && value !== null) {
      const fields = value as Fields
      if (isArticleType(fields["@type"])) return fields
      queue.push(fields["@graph"], fields.mainEntity, fields.mainEntityOfPage)
    }
  }
  return undefined
}

function isArticleType(type: unknown): boolean {
  const types = Array.isArray(type) ? type : [type]
  return types.some(each => typeof each === "string" && /(?:Article|BlogPosting|Report)$/.test(each))
}

function toArticle(fields: Fields): LinkedArticle {
  const found = {
    headline: textOf(fields.headline) ?? textOf(fields.name),
    publisher: nameOf(fields.publisher),
    author: nameOf(fields.author),
    published: textOf(fields.datePublished),
    modified: textOf(fields.dateModified),
    url:
      textOf(fields.url) ??
      textOf((fields.mainEntityOfPage as Fields | undefined)?.["@id"]) ??
      textOf(fields.mainEntityOfPage),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

const textOf = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined)

/** The name of a person or organisation, of several joined by commas. */
function nameOf(value: unknown): string | undefined {
  const all = (Array.isArray(value) ? value.slice(0, 20) : [value]).map(
    each => textOf(each) ?? textOf((each as Fields | null | undefined)?.name),
  )
  return all.filter(name => name !== undefined).join(", ") || undefined
}
