import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"

/** Installs Python packages below the folder, once, in a virtual environment; gives the Python to run them with. */
export function installPython(folder: string, packages: readonly string[]): string {
  const environment = join(folder, "python")
  const python = join(environment, "bin/python")
  if (!existsSync(python)) execFileSync("python3", ["-m", "venv", environment])
  execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages], {
    stdio: "inherit",
  })
  return python
}
