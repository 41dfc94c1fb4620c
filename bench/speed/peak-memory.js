import { writeSync } from "node:fs"

// Loaded into a measured process: tells the measuring one, at the end, the most memory held, in kilobytes, and the seconds of
// processor time.
// Plain JavaScript, because stripping types would add to what is measured.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1e6}`)
})
