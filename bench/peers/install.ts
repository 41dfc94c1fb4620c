import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { installPython } from "../python.ts"

/** What runs beside Hearsay, in the versions that were read and measured. */
const PYTHON = ["datasketch==2.0.0", "rensa==0.5.0", "text-dedup==0.4.0"]
const NPM = ["@dodona/dolos-core@1.2.1"]

/** Where the other programs are. */
export interface Peers {
  readonly python: string
  readonly dolos: string
  readonly versions: string
}

/** Installs the other programs below the folder, once: a Python virtual environment and an npm folder. Nothing of them is ours. */
export function installPeers(folder: string): Peers {
  const python = installPython(folder, PYTHON)
  const dolos = join(folder, "dolos")
  mkdirSync(dolos, { recursive: true })
  if (!existsSync(join(dolos, "node_modules")))
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", "--prefix", dolos, ...NPM], {
      stdio: "inherit",
    })
  return { python, dolos, versions: [...PYTHON, ...NPM].join(", ") }
}
