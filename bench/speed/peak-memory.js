import { writeSync } from "node:fs"

// Loaded into a measured process: tells the measuring one, at the end, the most memory held, in kilobytes.
// Plain JavaScript, because stripping types would add to what is measured.
process.on("exit", () => {
  writeSync(3, String(process.resourceUsage().maxRSS))
})
