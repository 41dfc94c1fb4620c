// Lets `npx hearsay` run this checkout's own build. Run by `npm run build`. Without it npx keeps a link to whichever checkout it met first.
import { chmodSync, existsSync, rmSync, symlinkSync } from "node:fs"

const command = new URL("../dist/cli/main.js", import.meta.url)
const bin = new URL("../node_modules/.bin/", import.meta.url)
if (process.platform !== "win32" && existsSync(bin)) {
  const link = new URL("hearsay", bin)
  chmodSync(command, 0o755)
  rmSync(link, { force: true })
  symlinkSync("../../dist/cli/main.js", link)
}
