import { describe, expect, it } from "vitest"
import { exitCode } from "../../src/cli/exit-codes.ts"
import { look } from "../../src/cli/terminal-look.ts"

const TERMINAL = { isTTY: true, columns: 100 }

describe("colours", () => {
  it.each([
    ["on a terminal", {}, {}, TERMINAL, true],
    ["not into a pipe", {}, {}, {}, false],
    ["not into a file", { output: "x.txt" }, {}, TERMINAL, false],
    ["not on a dumb terminal", {}, { TERM: "dumb" }, TERMINAL, false],
    ["in a pipe with FORCE_COLOR", {}, { FORCE_COLOR: "1" }, {}, true],
    ["not on a terminal with FORCE_COLOR=0", {}, { FORCE_COLOR: "0" }, TERMINAL, false],
    ["not on a terminal with NO_COLOR", {}, { NO_COLOR: "1" }, TERMINAL, false],
    ["not with an empty NO_COLOR in a pipe", {}, { NO_COLOR: "" }, {}, false],
    ["NO_COLOR wins over FORCE_COLOR", {}, { NO_COLOR: "1", FORCE_COLOR: "1" }, {}, false],
    ["--color wins over NO_COLOR", { color: true }, { NO_COLOR: "1" }, {}, true],
    ["--no-color wins over FORCE_COLOR", { color: false }, { FORCE_COLOR: "1" }, TERMINAL, false],
  ])("%s", (_, options, env, stdout, expected) => expect(look(options, { env, stdout }).color).toBe(expected))
})

describe("width", () => {
  it.each([
    ["the terminal's", {}, TERMINAL, 100],
    ["never so wide that lines are hard to read", {}, { columns: 300 }, 120],
    ["80 in a pipe", {}, {}, 80],
    ["COLUMNS in a pipe", { COLUMNS: "60" }, {}, 60],
  ])("%s", (_, env, stdout, expected) => expect(look({}, { env, stdout }).width).toBe(expected))
})

describe("exit codes", () => {
  it.each([
    ["a problem alone changes nothing", 2, 1, false, 0],
    ["a problem fails a strict run", 2, 1, true, 1],
    ["a strict run without problems is fine", 2, 0, true, 0],
    ["no report at all has a code of its own", 0, 1, false, 3],
    ["also in a strict run", 0, 1, true, 3],
  ])("%s", (_, reports, problems, strict, expected) => expect(exitCode(reports, problems, strict)).toBe(expected))
})
