import { articles } from "./articles/articles.ts"
import type { Bench } from "./bench.ts"
import { corrections } from "./corrections/corrections.ts"
import { descent } from "./descent/descent.ts"
import { speed } from "./speed/speed.ts"

/** Every benchmark, by the name it is called with. */
export const BENCHES: Readonly<Record<string, Bench>> = { descent, corrections, articles, speed }
