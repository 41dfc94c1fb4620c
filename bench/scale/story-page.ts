/** Reads what a story's page shows. */
export type StoryReader = (family: string) => Promise<unknown>

/**
 * TO BE FILLED with the archive's own reader (the one that `hearsay story` and the server use), opened on this file. Nothing until
 * then, and the benchmark says so.
 */
export function openStories(_archive: string): StoryReader | undefined {
  return undefined
}
