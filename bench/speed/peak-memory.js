import { readFileSync, writeSync } from "node:fs"

// Loaded into a measured process: tells the measuring one, at the end, the most memory held, in kilobytes, and the seconds of
// processor time.
// Plain JavaScript, because stripping types would add to what is measured.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, `${highWater() ?? maxRSS} ${(userCPUTime + systemCPUTime) / 1e6}`)
})

/** Linux: of this program alone. What the process held before it became this program, its parent's memory, counts in `maxRSS`. */
function highWater() {
  try {
    return /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]
  } catch {
    return undefined
  }
}
