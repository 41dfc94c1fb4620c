import { articles } from "./articles/articles.ts"
import { attributions } from "./attributions/attributions.ts"
import type { Bench } from "./bench.ts"
import { corrections } from "./corrections/corrections.ts"
import { descent } from "./descent/descent.ts"
import { desk } from "./desk/desk.ts"
import { feeds } from "./feeds/feeds.ts"
import { kinship } from "./kinship/kinship.ts"
import { origins } from "./origins/origins.ts"
import { passages } from "./passages/passages.ts"
import { peers } from "./peers/peers.ts"
import { scale } from "./scale/scale.ts"
import { speed } from "./speed/speed.ts"
import { stories } from "./stories/stories.ts"

/** Those that take half an hour and more each: `all` leaves them out. */
export const LONG: ReadonlySet<string> = new Set(["scale", "desk", "peers"])

/** Every benchmark, by the name it is called with. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  passages,
  descent,
  corrections,
  articles,
  kinship,
  attributions,
  stories,
  origins,
  feeds,
  speed,
  scale,
  desk,
  peers,
}
