/**
 * Markdown as its words: the `#` of headings goes, links and images become their text. Nothing else is touched, so emphasis
 * keeps its stars, which are punctuation to every later stage.
 * @example plainMarkdown("# Grain\n\nThe [ministry](https://example.org) said.") // => "Grain\n\nThe ministry said."
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/gm, "$1")
    .replace(/!?\[([^\][\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+"[^"\n]{0,300}")?\)/g, "$1")
}
