import { setTimeout as pause } from "node:timers/promises"

/** Lets each host be asked only so often, and only so many hosts at once. */
export function pacer(gapMs: number, width: number) {
  const freeAt = new Map<string, number>()
  const waiting: (() => void)[] = []
  let running = 0
  const enter = async (): Promise<void> => {
    if (running >= width) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
  return {
    /** Does the work when it is the host's turn. `hostGapMs`: what the host itself asks for. */
    async turn<T>(host: string, work: () => Promise<T>, hostGapMs = 0): Promise<T> {
      const now = Date.now()
      const start = Math.max(now, freeAt.get(host) ?? 0)
      freeAt.set(host, start + Math.max(gapMs, hostGapMs))
      if (start > now) await pause(start - now)
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
