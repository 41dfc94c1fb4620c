import fc from "fast-check"
import { expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"
import { tokenize } from "../../src/segment/tokens.ts"
import { tokensByPattern } from "../oracle/tokens.ts"

const tokensOf = (text: string) => {
  const { starts, ends, kinds, words } = tokenize(text)
  return words.map((word, i) => [starts[i], ends[i], kinds[i], word])
}

const PIECES =
  "a,B,é,ß,ſ,ï,я,ع,漢,か,ก,가,1,23,٣,Ⅳ,½,.,..,',’,ʼ,'s,n't,’re,US,U.S.,U.N,e.g.,-,—,(,\",“,$,%, ,\n,\t,\u00a0,\u00ad,\u200b,\u200c,\u0301,\u0085,\ud83d\ude00,\ud83d,\u0130,,".split(
    ",",
  )

it("cuts every text as the one regular expression does", () => {
  const written = fc.oneof(
    fc.array(fc.constantFrom(...PIECES, ","), { maxLength: 14 }).map(pieces => pieces.join("")),
    fc.string({ unit: "binary", maxLength: 12 }),
  )
  fc.assert(
    fc.property(written, text => {
      expect(tokensOf(text)).toEqual(tokensByPattern(text))
    }),
    { seed: 5, numRuns: 4000 },
  )
})

const witness = (id: string, text: string): Witness => ({
  id,
  where: id,
  credits: [],
  creditLines: [],
  text,
  furniture: [],
})

it("reads a text the same beside others that share its paragraphs and alone", () => {
  const ferry = "The ferry sank off U.N. House. It wasn't found for 4.1 hours."
  const texts = [`Ferry lost\n\n${ferry}`, `${ferry}\n\nFerry lost`, `${ferry} Two died.\n\n${ferry}`]
  const plain = ({ tokens, sentences }: ReturnType<typeof segment>[number]) => ({ ...tokens, sentences })
  const together = segment(texts.map(text => witness("A", text)))
  expect(together.map(plain)).toEqual(texts.map(text => plain(segment([witness("A", text)])[0]!)))
})
