import { readFileSync, writeFileSync } from "node:fs"

const file = new URL("./floors.json", import.meta.url)

/** The least each measure may be. `UPDATE_FLOORS=1` raises floors to what a run measured; nothing lowers them. */
export function holdFloor(
  name: string,
  measured: number,
): { readonly measured: number; readonly floor: number; readonly holds: boolean } {
  const floors = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>
  const floor = floors[name]
  if (floor === undefined) throw new Error(`floors.json has no floor named ${name}`)
  if (process.env.UPDATE_FLOORS && measured > floor) {
    writeFileSync(file, `${JSON.stringify({ ...floors, [name]: Math.floor(measured * 1e4) / 1e4 }, null, 2)}\n`)
  }
  return { measured, floor, holds: measured >= floor }
}
