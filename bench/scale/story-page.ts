import { openArchive } from "../../src/archive/archive.ts"
import { findingsOfFamily } from "../../src/archive/story.ts"

/** Reads what a story's page shows. */
export type StoryReader = (family: string) => Promise<unknown>

/** The archive's own reader of stories, the one that `hearsay story` uses. What it works out it keeps, so that a second reading is warm. */
export function openStories(archive: string): StoryReader {
  const opened = openArchive(archive)
  return async family => findingsOfFamily(opened, family)
}
