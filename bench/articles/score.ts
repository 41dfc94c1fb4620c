/** How much of a page's article was found, in word 4-grams: in both, only found, only in the truth. */
export interface Overlap {
  readonly both: number
  readonly onlyFound: number
  readonly onlyTruth: number
}

/** Means over pages; `f1` is the harmonic mean of the two means. All in [0, 1]. */
export interface ArticleScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const GRAM = 4

/** What a found text and the true one have in common, as bags of word 4-grams. A text of fewer words is one gram. O(words). */
export function overlap(truth: string, found: string): Overlap {
  const wanted = gramsOf(truth)
  let both = 0
  let onlyFound = 0
  for (const [gram, count] of gramsOf(found)) {
    const common = Math.min(count, wanted.get(gram) ?? 0)
    both += common
    onlyFound += count - common
  }
  let all = 0
  for (const count of wanted.values()) all += count
  return { both, onlyFound, onlyTruth: all - both }
}

/**
 * The measure of the article extraction benchmark (github.com/scrapinghub/article-extraction-benchmark, evaluate.py): precision and
 * recall of each page, where they are defined, their means over the pages, and F1 of the means.
 */
export function scoreArticles(pages: readonly Overlap[]): ArticleScore {
  const precision = mean(pages.flatMap(page => share(page.both, page.onlyFound)))
  const recall = mean(pages.flatMap(page => share(page.both, page.onlyTruth)))
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

const share = (hits: number, misses: number): number[] => (hits + misses === 0 ? [] : [hits / (hits + misses)])

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function gramsOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}\p{Pc}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(Math.min(1, words.length), words.length - GRAM + 1); at++) {
    const gram = words.slice(at, at + GRAM).join(" ")
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}
