import type { Bench } from "./bench.ts"
import { passages } from "./passages/passages.ts"
import { speed } from "./speed/speed.ts"

/** Every benchmark, by the name it is called with. */
export const BENCHES: Readonly<Record<string, Bench>> = { passages, speed }
