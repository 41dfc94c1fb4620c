import type { Findings } from "../model/findings.ts"
import type { Witness } from "../model/report.ts"
import { oneLine } from "./visible.ts"
import { type When, when } from "./when.ts"

/** How a report is called on every page: harmless, on one line, short. */
export interface Name {
  /** Unique among all findings; absent for a loner. With several families it begins with the family's number: `2A`. */
  readonly siglum?: string
  /** As its family's tree has it: `A`. */
  readonly label?: string
  readonly outlet: string
  readonly title: string
  readonly when?: When
  readonly witness: Witness
}

/** Names by witness id. */
export type Naming = ReadonlyMap<string, Name>

/** Names for all witnesses. O(witnesses + nodes). */
export function naming({ witnesses, families }: Pick<Findings, "witnesses" | "families">): Naming {
  const labels = families.flatMap(({ stemma }, family) =>
    stemma.nodes
      .filter(({ kind }) => kind === "witness")
      .map(({ id, label }) => ({ id, label: oneLine(label, 12), family })),
  )
  const repeated = new Set(labels.map(({ label }) => label)).size < labels.length
  const byId = new Map(labels.map(found => [found.id, found]))
  return new Map(
    witnesses.map(witness => {
      const found = byId.get(witness.id)
      if (!found) return [witness.id, nameOf(witness)]
      const { label } = found
      return [witness.id, { ...nameOf(witness), label, siglum: repeated ? `${found.family + 1}${label}` : label }]
    }),
  )
}

function nameOf(witness: Witness): Name {
  const moment = when(witness.published) ?? when(witness.observed)
  return {
    witness,
    outlet: oneLine(outletOf(witness), 60),
    title: oneLine(witness.title ?? witness.text, 160),
    ...(moment && { when: moment }),
  }
}

function outletOf({ outlet, probableOutlet, url, where, id }: Witness): string {
  if (outlet?.trim()) return outlet
  if (probableOutlet?.trim()) return `${probableOutlet} (probably)`
  const host = /^https?:\/\/([^/?#@\s]{1,80})/i.exec(url ?? "")?.[1]
  return host ?? (where.split(/[/\\]/).pop() || id)
}

/** How many outlets the reports name, or their pages' furniture; capitals make no other outlet. Reports without one count for none. */
export function countOutlets(witnesses: readonly Witness[]): number {
  const names = witnesses.flatMap(({ outlet, probableOutlet }) => outlet?.trim() || probableOutlet?.trim() || [])
  return new Set(names.map(name => name.toLowerCase())).size
}

/** The names of one family's members as they are called among themselves: `A`, also where others call it `2A`. */
export function familyNaming({ witnesses }: { readonly witnesses: readonly string[] }, names: Naming): Naming {
  const members = witnesses.map(id => [id, nameFor(names, id)] as const)
  return new Map(members.map(([id, name]) => [id, name.label === undefined ? name : { ...name, siglum: name.label }]))
}

/** The name of a witness that stands in the findings; an unknown id is called by itself. */
export function nameFor(names: Naming, id: string): Name {
  const found = names.get(id)
  if (found) return found
  const witness: Witness = { id, where: id, credits: [], creditLines: [], text: "", furniture: [] }
  return { outlet: oneLine(id, 60), title: "", witness }
}

/** "B The Daily Tern", or the outlet alone for a loner. */
export function called(names: Naming, id: string): string {
  const { siglum, outlet } = nameFor(names, id)
  return siglum ? `${siglum} ${outlet}` : outlet
}

/** Orders ids by time, undated ones last, then by siglum and id. */
export function byTime(names: Naming) {
  return (a: string, b: string): number => {
    const [one, other] = [nameFor(names, a), nameFor(names, b)]
    const gap = (one.when?.ms ?? Infinity) - (other.when?.ms ?? Infinity)
    return gap || bySiglum(one.siglum ?? "", other.siglum ?? "") || (a < b ? -1 : Number(a > b))
  }
}

function bySiglum(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b))
}
