import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"

/** What learns, in the versions that were used. */
const PYTHON = ["jax==0.10.2", "optax==0.2.8", "numpy==2.4.6"]

/** Installs what learns below the folder, once, in a Python virtual environment; gives the Python to run it with. */
export function installLearner(folder: string): string {
  const environment = join(folder, "python")
  const python = join(environment, "bin/python")
  if (!existsSync(python)) execFileSync("python3", ["-m", "venv", environment])
  execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...PYTHON], {
    stdio: "inherit",
  })
  return python
}
