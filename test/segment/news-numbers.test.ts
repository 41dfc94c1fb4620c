import { expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"

const witness = (text: string): Witness => ({ id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] })

/** "at least 22000000 ton": hedge, number or range, unit of every figure, with commas between. */
function read(text: string): string {
  return segment([witness(text)])[0]!
    .figures.map(({ hedge, number, upTo, ordinal, unit }) =>
      [hedge, `${number}${upTo === undefined ? "" : `-${upTo}`}${ordinal ? "th" : ""}`, unit].filter(Boolean).join(" "),
    )
    .join(", ")
}

// A number as news writes it, in "The harbour office reported … in its review.", and what it says.
const NUMBERS = `
22m tonnes of grain = 22000000 ton
22 million tons of grain = 22000000 ton
22mn tonnes of grain = 22000000 ton
22 million metric tons of grain = 22000000 ton
1,200 tonnes of sand = 1200 ton
1.2 million people = 1200000
4.1m people = 4100000
12 boats = 12
twelve boats = 12
twenty-two boats = 22
one hundred boats = 100
a hundred boats = 100
two hundred and five boats = 205
three thousand boats = 3000
a thousand boats = 1000
ten thousand boats = 10000
fifty-five thousand people = 55000
a million people = 1000000
two million people = 2000000
two and a half million people = 2500000
half a million people = 500000
half a dozen boats = 6
a dozen boats = 12
two dozen boats = 24
three dozen people = 36
dozens of boats = dozens 12
scores of people = scores 20
hundreds of people = hundreds 100
thousands of people = thousands 1000
tens of thousands of people = tens of thousands 10000
hundreds of thousands of people = hundreds of thousands 100000
millions of people = millions 1000000
at least 12 boats = at least 12
at most 12 boats = at most 12
more than 12 boats = more than 12
fewer than 12 boats = fewer than 12
less than 12 tons = less than 12 ton
up to 12 boats = up to 12
nearly 12 boats = nearly 12
almost 12 boats = almost 12
about 12 boats = about 12
around 12 boats = around 12
roughly 12 boats = roughly 12
approximately 12 boats = approximately 12
some 12 boats = some 12
over 12 boats = over 12
under 12 boats = under 12
close to 12 boats = close to 12
as many as 12 boats = as many as 12
as much as 12 tons = as much as 12 ton
no more than 12 boats = no more than 12
no fewer than 12 boats = no fewer than 12
no less than 12 tons = no less than 12 ton
well over 12 boats = well over 12
just over 12 boats = just over 12
just under 12 boats = just under 12
well below 12 tons = well below 12 ton
upwards of 12 boats = upwards of 12
in excess of 12 tons = in excess of 12 ton
an estimated 12 boats = an estimated 12
a total of 12 boats = a total of 12
exactly 12 boats = exactly 12
a minimum of 12 boats = a minimum of 12
a maximum of 12 boats = a maximum of 12
a record 12 boats = 12
not more than 12 boats = not more than 12
barely 12 boats = barely 12
only 12 boats = 12
12 or more boats = or more 12
12 or so boats = or so 12
12 boats or more = or more 12
12 hours or so = or so 12 hour
well above 12 tons = well above 12 ton
between 20 and 30 boats = 20-30
20 to 30 boats = 20-30
20-30 boats = 20-30
20–30 boats = 20-30
three to five boats = 3-5
two or three boats = 2-3
between two and three million people = 2000000-3000000
2 to 3 million people = 2000000-3000000
$5-6 million = 5000000-6000000 USD
between $5 and $6 million = 5000000-6000000 USD
10 to 12 percent = 10-12 %
its fifth visit = 5th
its 21st visit = 21th
its twenty-first visit = 21th
its 100th visit = 100th
its third-largest loss = 3th
two thirds of the seats = 0.666667
two-thirds of the seats = 0.666667
a third of the seats = 0.333333
one third of the seats = 0.333333
a quarter of the seats = 0.25
three quarters of the seats = 0.75
three-quarters of the seats = 0.75
half of the seats = 0.5
half the seats = 0.5
more than half of the seats = more than 0.5
nearly half of the seats = nearly 0.5
a fifth of the seats = 0.2
four fifths of the seats = 0.8
a tenth of the seats = 0.1
one in five people = 0.2
one in 10 people = 0.1
two in three years = 2, 3 year
three out of four people = 0.75
2½ miles = 2.5 mile
3-1/2 points = 3.5
12 percent = 12 %
12 per cent = 12 %
12% of the seats = 12 %
12 pct = 12 %
twelve percent = 12 %
2.5 percentage points = 2.5 percentage point
$1.2bn = 1200000000 USD
$1.2 billion = 1200000000 USD
$1.2b = 1200000000 USD
US$1.2bn = 1200000000 USD
1.2 billion dollars = 1200000000 USD
1.2 billion U.S. dollars = 1200000000 USD
$400 = 400 USD
$4,000 = 4000 USD
$40k = 40000 USD
$3m = 3000000 USD
€3 million = 3000000 EUR
€3m = 3000000 EUR
5m euros = 5000000 EUR
five million euros = 5000000 EUR
EUR 5 million = 5000000 EUR
£20 = 20 GBP
£2.5m = 2500000 GBP
2.5 million pounds sterling = 2500000 GBP
¥300 billion = 300000000000 JPY
300 billion yen = 300000000000 JPY
40 million yuan = 40000000 CNY
500 million rubles = 500000000 RUB
₽500 million = 500000000 RUB
₹20 = 20 INR
C$3 = 3 CAD
A$3 million = 3000000 AUD
HK$30 = 30 HKD
NZ$5 = 5 NZD
20 Swiss francs = 20 CHF
20 Canadian dollars = 20 CAD
20 British pounds = 20 GBP
3 million crowns = 3000000 crown
₩40,000 = 40000 KRW
₴2 million = 2000000 UAH
40 cents = 40 cent
12 kilometers = 12 kilometer
12 km = 12 kilometer
12km = 12 kilometer
12 kilometres = 12 kilometer
12 miles = 12 mile
5 meters = 5 meter
5 metres = 5 meter
5m = 5 meter
40 hectares = 40 hectare
40 acres = 40 acre
200 barrels of oil = 200 barrel
3 million barrels a day = 3000000 barrel
40 liters of fuel = 40 liter
40 litres of fuel = 40 liter
300 kg of powder = 300 kilogram
300 kilograms of powder = 300 kilogram
40 km/h = 40 kilometer per hour
60 mph = 60 mile per hour
60 miles per hour = 60 mile per hour
12 knots = 12 knot
30 degrees Celsius = 30 degree Celsius
30°C = 30 degree Celsius
86°F = 86 degree Fahrenheit
3,000 square kilometers = 3000 square kilometer
40 cubic meters = 40 cubic meter
12 nautical miles = 12 nautical mile
20 megawatts = 20 megawatt
20 GW = 20 gigawatt
three hours = 3 hour
90 minutes = 90 minute
two days = 2 day
three weeks = 3 week
six months = 6 month
five years = 5 year
two decades = 2 decade
a four-day trip = 4 day
a 22-year-old man = 22 year
a 12-mile stretch = 12 mile
a $3 million loan = 3000000 USD
a 10% cut = 10 %
twice = 2 time
three times = 3 time
100+ boats = or more 100
the 1990s =
a 3-2 win =
the year 2015 =
`
const rows = NUMBERS.trim()
  .split("\n")
  .map(line => line.split(/ ?= ?/) as [string, string])

it("has the numbers it should have", () => expect(rows.length).toBeGreaterThanOrEqual(150))

it.each(rows)("reads %j as %j", (written, number) =>
  expect(read(`The harbour office reported ${written} in its review.`)).toBe(number),
)
