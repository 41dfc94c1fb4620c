import type { StemmaEdge } from "../../src/model/stemma.ts"
import { columns, cutTo } from "../../src/present/columns.ts"
import type { TreeNode } from "../../src/present/family-tree.ts"
import { nameFor } from "../../src/present/naming.ts"
import { type Dot, layoutTrees, type TreeLayout } from "../../src/present/tree-layout.ts"
import { dayAndTime, time } from "../../src/present/when.ts"
import { confidence, counted, percent } from "../../src/present/words.ts"
import type { StoryFile } from "../shared/story-file.ts"

/** How a text stands to a reading that is looked at: it made it, has it from there, or had it before the change. */
export type Mark = "made" | "has" | "before"

export interface TreeProps {
  readonly file: StoryFile
  readonly trees: readonly TreeNode[]
  readonly width: number
  /** Id of a text, or `parent>child` of a line. */
  readonly selected?: string
  readonly marks?: ReadonlyMap<string, Mark>
  readonly onNode?: (tree: TreeNode) => void
  readonly onEdge?: (edge: StemmaEdge) => void
}

const RADIUS = 12
const UNITS_A_COLUMN = 7.4
const LABEL_GAP = 44

/** The trees of a story on real time. Texts and lines are buttons; what they mean stands beside the drawing. */
export function Tree(props: TreeProps) {
  const { file, trees, width } = props
  const layout = layoutTrees(trees, file.names, width)
  const dotById = new Map(layout.dots.map(dot => [dot.tree.node.id, dot]))
  return (
    <svg
      class="tree"
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
      role="group"
      aria-label="Family tree on a time axis"
    >
      <Axis layout={layout} />
      <g class="edges">
        {layout.dots.map(child => (
          <Edges key={child.tree.node.id} child={child} dots={dotById} props={props} />
        ))}
      </g>
      {layout.dots.map(dot => (
        <Node key={dot.tree.node.id} dot={dot} layout={layout} props={props} />
      ))}
    </svg>
  )
}

function Axis({ layout: { axis, width, height } }: { readonly layout: TreeLayout }) {
  if (!axis)
    return (
      <text class="tick" x="4" y="16">
        no dates: from parent to child
      </text>
    )
  const isFree = (x: number) =>
    axis.ticks.every(tick => Math.abs(tick.x - x) > LABEL_GAP * (tick.x > width - 40 ? 2 : 1))
  return (
    <g class="axis" aria-hidden="true">
      {axis.ticks.map(({ x, time: hour, day }) => (
        <g key={x} class="tick" text-anchor={x > width - 40 ? "end" : x < 40 ? "start" : "middle"}>
          <line x1={x} y1={36} x2={x} y2={height} />
          <text x={x} y={14}>
            {day}
          </text>
          <text x={x} y={29}>
            {hour}
          </text>
        </g>
      ))}
      {axis.cuts.map(({ x, label }) => (
        <g key={x} class="cut">
          <line x1={x} y1={36} x2={x} y2={height} />
          {isFree(x) && (
            <text x={x} y={29} text-anchor="middle">
              … {label} …
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** How a line is named in addresses. */
export function edgeKey({ parent, child }: { readonly parent: string; readonly child: string }): string {
  return `${parent}>${child}`
}

function Edges({
  child,
  dots,
  props,
}: {
  readonly child: Dot
  readonly dots: ReadonlyMap<string, Dot>
  readonly props: TreeProps
}) {
  const { edge, also } = child.tree
  return (
    <>
      {edge && <Edge edge={edge} child={child} parent={dots.get(edge.parent)} second={false} props={props} />}
      {also.map(other => (
        <Edge key={other.parent} edge={other} child={child} parent={dots.get(other.parent)} second props={props} />
      ))}
    </>
  )
}

interface EdgeProps {
  readonly edge: StemmaEdge
  readonly child: Dot
  readonly parent: Dot | undefined
  readonly second: boolean
  readonly props: TreeProps
}

function Edge({ edge, child, parent, second, props: { onEdge, selected, file, marks } }: EdgeProps) {
  if (!parent) return null
  const path = second ? secondPath(parent, child) : firstPath(parent, child)
  const middle = (Math.min(parent.x, child.x) + Math.max(parent.x, child.x)) / 2
  const words = `${spokenName(file, edge.parent)} to ${spokenName(file, edge.child)}: ${confidence(edge.confidence)}${second ? ", a second source" : ""}`
  const isMade = marks?.get(edge.child) === "made"
  const state = `edge ${second ? "second" : "first"}${selected === edgeKey(edge) ? " selected" : ""}${isMade ? " made" : ""}`
  const press = onEdge && {
    role: "button" as const,
    tabindex: 0,
    "aria-label": words,
    onClick: () => onEdge(edge),
    onKeyDown: onEnter(() => onEdge(edge)),
  }
  return (
    <g class={state} {...press} data-edge={edgeKey(edge)}>
      <title>{`${words}\n${edge.evidence
        .slice(0, 3)
        .map(({ note }) => note)
        .join("\n")}`}</title>
      {onEdge && <path class="hit" d={path} fill="none" stroke="transparent" stroke-width={14} />}
      <path class="line" d={path} fill="none" stroke-width={0.8 + 3.4 * edge.confidence} />
      {!second && child.x - parent.x > 90 && (
        <text class="sure" x={middle} y={child.y + 14} text-anchor="middle">
          {percent(edge.confidence)}
        </text>
      )}
      {isMade && (
        <text class="made-here" x={child.x + 18} y={child.y + 14}>
          changed here
        </text>
      )}
    </g>
  )
}

function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return
    event.preventDefault()
    act()
  }
}

function firstPath(parent: Dot, child: Dot): string {
  if (child.x <= parent.x + 8) return `M${parent.x} ${parent.y}Q${parent.x + 24} ${child.y} ${child.x} ${child.y}`
  return `M${parent.x} ${parent.y}V${child.y - 8}q0 8 8 8H${child.x}`
}

function secondPath(parent: Dot, child: Dot): string {
  const bend = parent.y < child.y ? -52 : 52
  return `M${parent.x} ${parent.y}C${parent.x + 30} ${(parent.y + child.y) / 2} ${child.x} ${child.y + bend} ${child.x} ${child.y}`
}

function spokenName(file: StoryFile, id: string): string {
  const { label, outlet } = nameFor(file.names, id)
  return label === undefined ? "a lost text" : `${label} ${outlet}`
}

const MARK_WORDS: Record<Mark, string> = {
  made: "changed it",
  has: "has the changed words",
  before: "has the words before the change",
}

function spoken({ node, folded }: TreeNode, file: StoryFile, mark: Mark | undefined): string {
  if (node.kind === "lost") return `${node.label}: a lost text, not among the reports`
  const { outlet, title, when } = nameFor(file.names, node.id)
  const copies = folded.length > 0 ? `, and ${counted(folded.length, "more plain copy", "more plain copies")}` : ""
  return `${node.label}: ${outlet}, ${when ? dayAndTime(when) : "no date"}, ${title}${copies}${mark ? `; ${MARK_WORDS[mark]}` : ""}`
}

interface NodeProps {
  readonly dot: Dot
  readonly layout: TreeLayout
  readonly props: TreeProps
}

function Node({ dot: { x, y, tree, dated }, layout, props: { file, selected, marks, onNode } }: NodeProps) {
  const { node, folded } = tree
  const mark = marks?.get(node.id)
  const shape = node.kind === "lost" ? "lost" : dated ? "dated" : "undated"
  const words = spoken(tree, file, mark)
  const press = onNode && {
    role: "button" as const,
    tabindex: 0,
    "aria-label": words,
    "aria-pressed": selected === node.id,
    onClick: () => onNode(tree),
    onKeyDown: onEnter(() => onNode(tree)),
  }
  const marked = folded.filter(({ id }) => marks?.has(id) && marks.get(id) !== "before").length
  return (
    <g
      class={`node ${shape}${selected === node.id ? " selected" : ""}${mark ? ` ${mark}` : ""}`}
      {...press}
      data-node={node.id}
    >
      <title>{words}</title>
      {folded.length > 0 && <circle cx={x + 4} cy={y - 4} r={RADIUS} />}
      <circle class="dot" cx={x} cy={y} r={RADIUS} />
      <text class="siglum" x={x} y={y + 4.5} text-anchor="middle">
        {node.label}
      </text>
      <Label
        x={x}
        y={y}
        tree={tree}
        file={file}
        width={layout.width}
        more={marked > 0 ? ` (${marked} of them have it)` : ""}
      />
    </g>
  )
}

interface LabelProps {
  readonly x: number
  readonly y: number
  readonly tree: TreeNode
  readonly file: StoryFile
  readonly width: number
  readonly more: string
}

/** The outlet and its time above the row's line, on the side where there is room. */
function Label({ x, y, tree, file, width, more }: LabelProps) {
  const { name, small } = labelWords(tree, file, more)
  const needed = columns(name) + columns(small) + 1
  const left = Math.floor((x - RADIUS - 8) / UNITS_A_COLUMN)
  const right = Math.floor((width - x - RADIUS - 8) / UNITS_A_COLUMN)
  const toLeft = right < needed && left > right
  const room = toLeft ? left : right
  const fits = needed <= room
  const at = toLeft ? x - RADIUS - 6 : x + RADIUS + 6
  return (
    <text class="label" x={at} y={y - 5} text-anchor={toLeft ? "end" : "start"}>
      {cutTo(name, fits ? room - columns(small) - 1 : Math.max(4, room))}
      {fits && (
        <tspan class="small" dx={6}>
          {small}
        </tspan>
      )}
    </text>
  )
}

function labelWords(
  { node, folded }: TreeNode,
  file: StoryFile,
  more: string,
): { readonly name: string; readonly small: string } {
  if (node.kind === "lost") return { name: "lost text", small: "" }
  const { outlet, when } = nameFor(file.names, node.id)
  const moment = when === undefined ? "no date" : when.toTheMinute ? time(when.ms) : dayAndTime(when)
  return {
    name: outlet,
    small: folded.length > 0 ? `${moment} + ${counted(folded.length, "more copy", "more copies")}${more}` : moment,
  }
}
