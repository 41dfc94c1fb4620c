import { afterEach, expect, it, vi } from "vitest"
import { utc } from "../src/archive/utc.ts"
import { trace } from "../src/pipeline.ts"
import { instantOf } from "../src/text/instant.ts"

afterEach(() => vi.unstubAllEnvs())

const TEXT = `The ferry Aurelia struck a pier at Port Sennet on Monday, and three of her crew were hurt, the harbour office said.
Divers looked at the hull in the evening and found a gap of two metres below the water line, so that she was towed to the yard at Lowick.`

it.each(["America/New_York", "Asia/Kolkata", "UTC"])(
  "the zone of the machine (%s) changes no date and no finding",
  zone => {
    vi.stubEnv("TZ", zone)
    expect(new Date(0).getHours()).toBe({ "America/New_York": 19, "Asia/Kolkata": 5, UTC: 0 }[zone])
    expect(instantOf("2026-05-01T10:00:00")).toBe(Date.UTC(2026, 4, 1, 10))
    expect(instantOf("2026-05-01T10:00:00-04:00")).toBe(Date.UTC(2026, 4, 1, 14))
    expect(instantOf("2026-05-01")).toBe(Date.UTC(2026, 4, 1))
    expect(instantOf("soon")).toBeNaN()
    expect(utc("2026-05-01T10:00:00")).toBe("2026-05-01T10:00:00Z")
    // Without a zone at ten, and with one at eleven: the first is the source, wherever this runs.
    const { families, witnesses } = trace([
      { text: TEXT, outlet: "Tern", published: "2026-05-01T10:00:00" },
      { text: `${TEXT} More follows.`, outlet: "Gull", published: "2026-05-01T11:00:00Z" },
    ])
    const outlet = (id: string) => witnesses.find(witness => witness.id === id)?.outlet
    expect(families[0]!.stemma.edges.map(({ parent, child }) => [outlet(parent), outlet(child)])).toEqual([
      ["Tern", "Gull"],
    ])
  },
)
