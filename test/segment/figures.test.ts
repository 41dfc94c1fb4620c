import { expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"

const witness = (text: string): Witness => ({ id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] })

/** "at least 22000000 ton of grain": hedge, number, unit, what is counted. */
function figuresIn(text: string): string[] {
  return segment([witness(text)])[0]!.figures.map(({ hedge, number, upTo, ordinal, unit, of }) =>
    [hedge, `${number}${upTo === undefined ? "" : `-${upTo}`}${ordinal ? "th" : ""}`, unit, of && `of ${of}`]
      .filter(Boolean)
      .join(" "),
  )
}

it.each([
  ["At least 22m tonnes of grain left the port.", ["at least 22000000 ton of grain"]],
  ["They moved 22 million tons of badly needed grain and other goods.", ["22000000 ton of grain"]],
  ["Aid went to 4.1 million people after six months.", ["4100000 of people", "6 month"]],
  ["She came at least twice.", ["at least 2 time"]],
  ["Officials put the number of people killed at 23.", ["23 of people"]],
  ["The number of burnt houses rose to at least 40.", ["at least 40 of house"]],
  ["The death toll reached 1,200 on Monday.", ["1200 of people"]],
  ["The number of people is known, so look at 7.", ["7"]],
  ["He looked at 7.", ["7"]],
  ["On her fifth visit to the town she spoke.", ["5th of visit"]],
  ["It was the 21st trip and the twenty-first century.", ["21th of trip", "21th of century"]],
  ["The second-largest city waits.", ["2th of city"]],
  ["They paid $4.1 million in damages and £3m.", ["4100000 USD of damage", "3000000 GBP"]],
  ["It cost US$5bn, then A$3 and 40 euros.", ["5000000000 USD", "3 AUD", "40 EUR"]],
  ["Nearly two dozen ships and half a million barrels were stuck.", ["nearly 24 of ship", "500000 barrel"]],
  ["Hundreds of sailors left.", ["hundreds 100 of sailor"]],
  ["Tens of thousands of people marched.", ["tens of thousands 10000 of people"]],
  ["Between 3 and 5 workers stayed; 10 to 12 boats sank.", ["3-5 of worker", "10-12 of boat"]],
  ["They spent €5-6 million.", ["5000000-6000000 EUR"]],
  ["The price rose from 10 to 12 percent.", ["10 %", "12 %"]],
  ["Up to 15 per cent fell by 2 percentage points.", ["up to 15 %", "2 percentage point"]],
  ["More than half of voters and two-thirds of the seats went.", ["more than 0.5 of voter", "0.666667 of seat"]],
  ["At least 12 were injured and 3 killed.", ["at least 12 of injure", "3 of kill"]],
  ["Maria Lopez, 42, met a 22-year-old man on a four-day trip.", ["42 year of age", "22 year of man", "4 day of trip"]],
  ["One hundred and five thousand people watched.", ["105000 of people"]],
  ["It moved at 40 km/h and covers 3,000 square kilometers.", ["40 kilometer per hour", "3000 square kilometer"]],
  ["It was -5 degrees Celsius.", ["-5 degree Celsius"]],
  ["100+ people and 40 or more boats came.", ["or more 100 of people", "or more 40 of boat"]],
  ["The fleet grew to 2½ miles of boats.", ["2.5 mile of boat"]],
])("reads %j", (text, figures) => expect(figuresIn(text)).toEqual(figures))

it.each([
  "On July 19, 2022 at 2:35 p.m. the ship docked.",
  "It has stood since 2015, in 1990s style, like 9/11.",
  "In 2021-22 and on 2022-07-19 nothing came.",
  "A Boeing 737 met an F-16 under Article 5 with COVID-19.",
  "The score was 3-2, the phone 555-0123-77, the address 1.2.3.4.",
  "The Second World War and no one else.",
  "One of the ships sank, one day.",
  "On the 3rd of March and 4 May it rained.",
])("finds nothing counted in %j", text => expect(figuresIn(text)).toEqual([]))

it.each([
  ["emoji beside", "😀 12 ships 🚢", [12]],
  ["Arabic digits", "Then ٢٢ ships came", [22]],
  ["full-width digits", "Then ２２ ships came", [22]],
  ["a number too long to be exact", "Call 12345678901234567890 ships", []],
  ["lone surrogates", "\ud83d 12 ships \ude00", [12]],
])("reads numbers with %s", (_, text, numbers) =>
  expect(segment([witness(text)])[0]!.figures.map(figure => figure.number)).toEqual(numbers),
)

it("covers the number and its unit, not the hedge", () => {
  const text = "Some $4.1 million went, about 22 million tons came."
  const { figures } = segment([witness(text)])[0]!
  expect(figures.map(({ span }) => text.slice(span.start, span.end))).toEqual(["$4.1 million", "22 million tons"])
})
