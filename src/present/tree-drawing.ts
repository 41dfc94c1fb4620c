import type { FamilyFindings } from "../model/findings.ts"
import type { StemmaEdge } from "../model/stemma.ts"
import { columns, cutTo } from "./columns.ts"
import type { TreeNode } from "./family-tree.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, nameFor } from "./naming.ts"
import { anchor } from "./places.ts"
import { type Dot, layoutTrees, type TreeLayout } from "./tree-layout.ts"
import { dayAndTime, time } from "./when.ts"
import { confidence, percent } from "./words.ts"

const RADIUS = 12
const LABEL_GAP = 44
const UNITS_A_COLUMN = 7.4

/** The trees of a family drawn on a time axis, once for wide screens and print, once for narrow ones. */
export function treeDrawing(family: FamilyFindings, trees: readonly TreeNode[], names: Naming): Markup {
  return html`<div class="drawing">${draw(family, trees, names, 1080, "wide")}${draw(family, trees, names, 358, "narrow")}</div>`
}

function draw(family: FamilyFindings, trees: readonly TreeNode[], names: Naming, width: number, size: string): Markup {
  const layout = layoutTrees(trees, names, width)
  const dotById = new Map(layout.dots.map(dot => [dot.tree.node.id, dot]))
  const edges = layout.dots.flatMap(child => edgesTo(child, dotById))
  return html`<svg class="tree ${size}" viewBox="0 0 ${width} ${layout.height}" role="group" aria-label="Family tree on a time axis; the list below says the same">
${axisMarks(layout)}<g class="edges">${edges}</g>${layout.dots.map(dot => node(dot, names, layout, family))}</svg>`
}

function axisMarks({ axis, width, height }: TreeLayout): Markup {
  if (!axis) return html`<text class="tick" x="4" y="16">no dates: from parent to child</text>`
  const ticks = axis.ticks.map(
    ({ x, time: hour, day }) =>
      html`<g class="tick" text-anchor="${x > width - 40 ? "end" : "middle"}"><line x1="${n(x)}" y1="36" x2="${n(x)}" y2="${height}"/><text x="${n(x)}" y="14">${day}</text><text x="${n(x)}" y="29">${hour}</text></g>`,
  )
  const cuts = axis.cuts.map(
    ({ x, label }) =>
      html`<g class="cut"><line x1="${n(x)}" y1="36" x2="${n(x)}" y2="${height}"/>${
        axis.ticks.every(tick => Math.abs(tick.x - x) > LABEL_GAP * (tick.x > width - 40 ? 2 : 1)) &&
        html`<text x="${n(x)}" y="29" text-anchor="middle">… ${label} …</text>`
      }</g>`,
  )
  return html`<g class="axis" aria-hidden="true">${ticks}${cuts}</g>`
}

/** A coordinate short enough for a file. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function edgesTo(child: Dot, dotById: ReadonlyMap<string, Dot>): Markup[] {
  const line = (edge: StemmaEdge, second: boolean): Markup[] => {
    const parent = dotById.get(edge.parent)
    if (!parent) return []
    const path = second ? secondPath(parent, child) : firstPath(parent, child)
    const middle = (Math.min(parent.x, child.x) + Math.max(parent.x, child.x)) / 2
    const label = !second && child.x - parent.x > 90
    return [
      html`<path class="${second ? "second" : "first"}" d="${path}" stroke-width="${n(0.8 + 3.4 * edge.confidence)}"><title>${confidence(edge.confidence)}</title></path>`,
      html`${label && html`<text class="sure" x="${n(middle)}" y="${n(child.y + 14)}" text-anchor="middle">${percent(edge.confidence)}</text>`}`,
    ]
  }
  const { edge, also } = child.tree
  return [...(edge ? line(edge, false) : []), ...also.flatMap(other => line(other, true))]
}

/** Down from the parent, then along the child's row; a curve where the child is dated before its parent. */
function firstPath(parent: Dot, child: Dot): string {
  if (child.x <= parent.x + 8)
    return `M${n(parent.x)} ${n(parent.y)}Q${n(parent.x + 24)} ${n(child.y)} ${n(child.x)} ${n(child.y)}`
  return `M${n(parent.x)} ${n(parent.y)}V${n(child.y - 8)}q0 8 8 8H${n(child.x)}`
}

function secondPath(parent: Dot, child: Dot): string {
  const bend = parent.y < child.y ? -26 : 26
  return `M${n(parent.x)} ${n(parent.y)}C${n(parent.x + 30)} ${n((parent.y + child.y) / 2)} ${n(child.x)} ${n(child.y + bend * 2)} ${n(child.x)} ${n(child.y)}`
}

function node(dot: Dot, names: Naming, layout: TreeLayout, family: FamilyFindings): Markup {
  const { x, y, tree, dated } = dot
  const lost = tree.node.kind === "lost"
  const target = lost ? anchor("family", family.id) : anchor("text", tree.node.id)
  const shape = lost ? "lost" : dated ? "dated" : "undated"
  const behind = tree.folded.length > 0 && html`<circle cx="${n(x + 4)}" cy="${n(y - 4)}" r="${RADIUS}"/>`
  return html`
<a class="node ${shape}" href="#${target}" data-node="${tree.node.id}" aria-label="${spoken(tree, names)}">${behind}<circle cx="${n(x)}" cy="${n(y)}" r="${RADIUS}"/><text class="siglum" x="${n(x)}" y="${n(y + 4.5)}" text-anchor="middle">${tree.node.label}</text>${label(dot, names, layout)}<title>${spoken(tree, names)}</title></a>`
}

function spoken(tree: TreeNode, names: Naming): string {
  if (tree.node.kind === "lost") return `${tree.node.label}: lost text, not among the reports`
  const { outlet, title, when } = nameFor(names, tree.node.id)
  const copies = tree.folded.length > 0 ? `, and ${tree.folded.length} more plain copies` : ""
  return `${tree.node.label}: ${outlet}, ${when ? dayAndTime(when) : "no date"}, ${title}${copies}`
}

/** The outlet and its time above the row's line, on the side where there is room. */
function label({ x, y, tree }: Dot, names: Naming, { width }: TreeLayout): Markup {
  const { name, small } = labelWords(tree, names)
  const needed = columns(name) + columns(small) + 1
  const [left, right] = [x, width - x].map(space => Math.floor((space - RADIUS - 8) / UNITS_A_COLUMN))
  const toLeft = right! < needed && left! > right!
  const room = toLeft ? left! : right!
  const fits = needed <= room
  const shown = cutTo(name, fits ? room - columns(small) - 1 : Math.max(4, room))
  const at = toLeft ? x - RADIUS - 6 : x + RADIUS + 6
  return html`<text class="label" x="${n(at)}" y="${n(y - 5)}" text-anchor="${toLeft ? "end" : "start"}">${shown}${fits && html`<tspan class="small" dx="6">${small}</tspan>`}</text>`
}

function labelWords(tree: TreeNode, names: Naming): { readonly name: string; readonly small: string } {
  if (tree.node.kind === "lost") return { name: "lost text", small: "" }
  const { outlet, when } = nameFor(names, tree.node.id)
  const moment = when === undefined ? "no date" : when.toTheMinute ? time(when.ms) : dayAndTime(when)
  return { name: outlet, small: tree.folded.length > 0 ? `${moment} + ${tree.folded.length} more copies` : moment }
}
