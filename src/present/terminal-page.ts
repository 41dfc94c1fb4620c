import pc from "picocolors"
import type { Severity } from "../model/variant.ts"
import { cutTo } from "./columns.ts"

export interface TerminalOptions {
  /** Columns to keep within; at least 40. */
  readonly width?: number
  /** Colours as well. They never carry anything alone. */
  readonly color?: boolean
  /** Everything, also differences of wording and form, claims of one report, and long lists in full. */
  readonly all?: boolean
}

/** How to write: the settled options with the pens. */
export interface Page {
  readonly width: number
  readonly all: boolean
  readonly ink: Pick<typeof pc, "bold" | "dim" | "red" | "yellow" | "green" | "cyan">
}

/** The options with their defaults filled in. */
export function page({ width = 80, color = false, all = false }: TerminalOptions = {}): Page {
  return { width: Math.max(40, Math.floor(width)), all, ink: pc.createColors(color) }
}

/** A heading with a rule under the rest of the line. */
export function heading({ ink, width }: Page, title: string): string {
  const text = cutTo(title, width - 3)
  return `${ink.bold(text)} ${ink.dim("─".repeat(Math.max(2, width - text.length - 1)))}`
}

/** The pen of a severity. */
export function pen({ ink }: Page, severity: Severity): (text: string) => string {
  if (severity === "sense") return text => ink.bold(ink.red(text))
  return severity === "detail" ? ink.yellow : ink.dim
}
