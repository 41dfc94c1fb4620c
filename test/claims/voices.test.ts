import { expect, it } from "vitest"
import { distinctVoices } from "../../src/claims/voices.ts"

it.each([
  ["a surname joins the full name", ["Vey", "Jon Vey"], ["Jon Vey"]],
  ["a garbled name joins the sound one", ["Helena Marchetti", "Helena Markety"], ["Helena Marchetti"]],
  ["two people stay two", ["Ana Brok", "Jon Vey"], ["Ana Brok", "Jon Vey"]],
  ["bodies stay apart", ["White House", "police", "Police"], ["White House", "police"]],
  ["short names are not guessed", ["Ana Brok", "Ida Bruk"], ["Ana Brok", "Ida Bruk"]],
])("%s", (_, voices, expected) => expect(distinctVoices(voices)).toEqual(expected))
