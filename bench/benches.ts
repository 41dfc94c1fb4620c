import { articles } from "./articles/articles.ts"
import type { Bench } from "./bench.ts"
import { kinship } from "./kinship/kinship.ts"
import { speed } from "./speed/speed.ts"

/** Every benchmark, by the name it is called with. */
export const BENCHES: Readonly<Record<string, Bench>> = { articles, kinship, speed }
