import { expect, it } from "vitest"
import { chainOf } from "../../src/claims/chains.ts"
import { extract } from "../../src/extract/extract.ts"
import { segment } from "../../src/segment/segment.ts"

it.each([
  ["Ana Brok said that the ferry had struck the pier.", ["Ana Brok: said"]],
  [
    "Halyard quoted Ana Brok as saying that the ferry had struck the pier on Monday.",
    ["Halyard: quoted", "Ana Brok: saying"],
  ],
])("%s", (text, links) => {
  const [one] = segment(extract([{ text }]).witnesses)
  const chain = chainOf(one!, one!.attributions.at(-1)!)
  expect(chain.map(({ speaker, cue }) => `${speaker}: ${cue}`)).toEqual(links)
})
