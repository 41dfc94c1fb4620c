import type { Chance } from "../../descent/made/chance.ts"
import { placeName } from "../../descent/made/dress.ts"

/** Who and what all reports of a story name. Invented. */
export interface Cast {
  readonly place: string
  readonly event: string
  readonly people: readonly { readonly title: string; readonly name: string }[]
}

const EVENTS = ["fire", "flood", "storm", "explosion", "train crash", "landslide", "earthquake"]
const TITLES = ["Mayor", "Governor", "Police Chief", "Minister", "Fire Chief", "Senator"]
const FIRST = ["Ana", "Tomas", "Mira", "Jonas", "Edda", "Pavel", "Lena", "Oskar", "Ruta", "Viktor", "Clara", "Anton"]

/** The cast of a story. */
export function castOf(chance: Chance): Cast {
  const titles = chance.shuffled(TITLES).slice(0, 3)
  return {
    place: placeName(chance),
    event: chance.pick(EVENTS),
    people: titles.map(title => ({ title, name: `${chance.pick(FIRST)} ${placeName(chance)}` })),
  }
}

/** One of the ways in which a speaker is named. */
export function namedAs({ title, name }: Cast["people"][number], chance: Chance): string {
  return chance.pick([`${title} ${name}`, name, `${title} ${name.split(" ")[1]}`])
}

/** A sentence that says what happened and where; one of several wordings. */
export function leadOf({ event, place }: Cast, chance: Chance): string {
  return chance.pick([
    `A ${event} struck ${place} on Tuesday, officials there said.`,
    `Rescue crews worked through the night in ${place} after a ${event}.`,
    `Officials in ${place} were counting the cost of the ${event} on Wednesday.`,
    `The ${event} hit ${place} shortly before dawn on Tuesday.`,
  ])
}
