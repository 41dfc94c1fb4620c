import type { StemmaNode } from "../../model/stemma.ts"

/**
 * The id of a text among all findings: that of its report, or of a lost text its family's id, a slash and its Greek letter. Claims
 * call their origins so.
 */
export function textId(family: string, { id, kind }: Pick<StemmaNode, "id" | "kind">): string {
  return kind === "lost" ? `${family}/${id}` : id
}
