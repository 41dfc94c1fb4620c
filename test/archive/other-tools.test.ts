import { spawnSync } from "node:child_process"
import { expect, it } from "vitest"
import { indexWords } from "../../src/archive/search.ts"
import { read } from "../../src/read/read.ts"
import { addReports, newArchive } from "./archive.ts"

const LOOK = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
counts = {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
edges = db.execute('SELECT "from", "to" FROM "who copied whom"').fetchall()
found = db.execute("SELECT count(*) FROM report_words WHERE report_words MATCH 'harbour'").fetchone()[0]
print(json.dumps({"counts": counts, "edges": edges, "found": found, "sound": db.execute("PRAGMA integrity_check").fetchone()[0]}))
`

it("opens in another program, built on another SQLite", async () => {
  const { archive, pool, path } = newArchive()
  await addReports(archive, pool, (await read(["examples/harbour"])).reports)
  indexWords(archive)
  const { stdout, stderr } = spawnSync("python3", ["-c", LOOK, path], { encoding: "utf8" })
  expect(stderr).toBe("")
  const { counts, edges, found, sound } = JSON.parse(stdout)
  expect(counts).toMatchObject({
    reports: 18,
    families: 2,
    "report list": 18,
    "families by size": 2,
    "who copied whom": 15,
  })
  expect(edges).toContainEqual(["Halyard News Agency", "The Castermouth Chronicle"])
  expect([found > 5, sound]).toEqual([true, "ok"])
})
