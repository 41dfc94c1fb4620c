import type { PairPage } from "../../src/model/desk.ts"
import type { Span } from "../../src/model/span.ts"
import type { SideBySide } from "./rows.ts"

const WIDTH = 1000
const HEIGHT = 64
const BAR = 14

interface RibbonsProps {
  readonly page: PairPage
  readonly both: SideBySide
  readonly shown: ReadonlySet<number>
  readonly at: number
}

/** Both texts from end to end, their joined passages as ribbons, their changes as ticks. What it shows stands in the rows below too. */
export function Ribbons({ page: { witnesses, variants }, both: { blocks, left, right }, shown, at }: RibbonsProps) {
  const [a, b] = witnesses.map(
    ({ text }) =>
      (units: number) =>
        (units / Math.max(1, text.length)) * WIDTH,
  ) as [(units: number) => number, (units: number) => number]
  const ticks = (stretches: typeof left, x: typeof a, y: number) =>
    stretches
      .filter(({ mark }) => shown.has(mark))
      .map(({ mark, start }, index) => (
        <rect
          key={index}
          class={`tick-mark ${variants[mark]!.severity}${mark === at ? " at" : ""}`}
          x={x(start) - 1}
          y={y}
          width={mark === at ? 5 : 2}
          height={BAR}
        />
      ))
  return (
    <svg class="ribbons" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {blocks.map((block, index) => (
        <a key={block.a[0]!.start} href={`#block-${index}`} tabindex={-1}>
          <path class={block.moved ? "ribbon moved" : "ribbon"} d={ribbon(ends(block.a), ends(block.b), a, b)} />
        </a>
      ))}
      <rect class="bar-of-text" x="0" y="0" width={WIDTH} height={BAR} />
      <rect class="bar-of-text" x="0" y={HEIGHT - BAR} width={WIDTH} height={BAR} />
      {ticks(left, a, 0)}
      {ticks(right, b, HEIGHT - BAR)}
    </svg>
  )
}

function ends(spans: readonly Span[]): Span {
  return { start: spans[0]!.start, end: spans[0]!.end }
}

function ribbon(top: Span, bottom: Span, a: (units: number) => number, b: (units: number) => number): string {
  const n = (value: number) => Math.round(value * 10) / 10
  const low = HEIGHT - BAR
  return `M${n(a(top.start))} ${BAR}L${n(a(top.end))} ${BAR}L${n(b(bottom.end))} ${low}L${n(b(bottom.start))} ${low}Z`
}
