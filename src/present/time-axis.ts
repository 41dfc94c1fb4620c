import { day, time } from "./when.ts"

/** A mark on the axis. `day` only where the day is another than at the tick before. */
interface Tick {
  readonly x: number
  readonly time: string
  readonly day: string
}

/** Where moments stand, with the ticks and the places where empty time was cut out. */
export interface TimeAxis {
  readonly xOf: (ms: number) => number
  readonly ticks: readonly Tick[]
  readonly cuts: readonly { readonly x: number; readonly label: string }[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720]
  .map(minutes => minutes * MINUTE)
  .concat([1, 2, 7, 14, 30, 90, 365, 3650].map(days => days * DAY))
const CUT_SHARE = 0.12
const CUT_LEAST = 66
const TICK_GAP = 74

/** A stretch of time drawn to scale. Between two stretches empty time is cut out. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

/**
 * An axis from the first moment to the last between two x. Where reports come in bursts, empty time of more than a quarter of the
 * whole is cut out, visibly, so that the bursts can be read. O(moments log moments).
 */
export function timeAxis(moments: readonly number[], left: number, right: number): TimeAxis {
  const sorted = [...new Set(moments)].sort((a, b) => a - b)
  const stretches = spread(split(sorted), left, right)
  return {
    xOf: ms => place(stretches, ms),
    ticks: withDays(stretches.flatMap(ticksOf)),
    cuts: stretches.slice(1).map((stretch, index) => {
      const previous = stretches[index]!
      return { x: (previous.right + stretch.left) / 2, label: duration(stretch.from - previous.to) }
    }),
  }
}

/** The moments in bursts. One burst when cutting would not help: few moments, or no crowd. */
function split(sorted: readonly number[]): readonly (readonly [number, number])[] {
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const total = last - first
  const gaps = sorted.slice(1).map((to, index) => ({ from: sorted[index]!, to }))
  const wide = gaps.filter(({ from, to }) => to - from > total / 4)
  const empty = wide.reduce((sum, { from, to }) => sum + to - from, 0)
  if (sorted.length < 4 || wide.length === gaps.length || empty < 0.6 * total) return [[first, last]]
  const starts = [first, ...wide.map(({ to }) => to)]
  return starts.map((start, index) => [start, wide[index]?.from ?? last])
}

function spread(bursts: readonly (readonly [number, number])[], left: number, right: number): Stretch[] {
  const cut = Math.max(CUT_LEAST, (right - left) * CUT_SHARE)
  const total = bursts.reduce((sum, [from, to]) => sum + to - from, 0)
  const scale = (right - left - cut * (bursts.length - 1)) / Math.max(1, total)
  let x = left
  return bursts.map(([from, to]) => {
    const stretch = { from, to, left: x, right: x + (to - from) * scale }
    x = stretch.right + cut
    return stretch
  })
}

function place(stretches: readonly Stretch[], ms: number): number {
  const stretch = stretches.find(({ to }) => ms <= to) ?? stretches.at(-1)!
  if (stretch.to === stretch.from) return stretch.left
  return stretch.left + ((ms - stretch.from) / (stretch.to - stretch.from)) * (stretch.right - stretch.left)
}

function ticksOf({ from, to, left, right }: Stretch): Tick[] {
  const width = right - left
  const step = STEPS.find(size => (size / Math.max(1, to - from)) * width >= TICK_GAP) ?? 3650 * DAY
  const ticks: Tick[] = []
  for (let ms = Math.ceil(from / step) * step; ms <= to; ms += step) {
    ticks.push({
      x: left + ((ms - from) / Math.max(1, to - from)) * width,
      time: step < DAY ? time(ms) : "",
      day: day(ms),
    })
  }
  if (ticks.length > 0) return ticks
  return [{ x: left, time: from % DAY === 0 ? "" : time(from), day: day(from) }]
}

function withDays(ticks: readonly Tick[]): Tick[] {
  return ticks.map((tick, index) => (tick.day === ticks[index - 1]?.day ? { ...tick, day: "" } : tick))
}

function duration(ms: number): string {
  return ms >= 2 * DAY ? `${Math.round(ms / DAY)} days` : `${Math.round(ms / HOUR)} h`
}
