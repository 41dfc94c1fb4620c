import { setFlagsFromString } from "node:v8"

// Imported before everything else. The space for young objects stays at 1 MB instead of growing to 16 and 32: two small reports
// then take 132 MB instead of 195, and 313 reports 360 MB instead of 460, in the same time.
setFlagsFromString("--max-semi-space-size=1")
setFlagsFromString("--semi-space-growth-factor=1")
