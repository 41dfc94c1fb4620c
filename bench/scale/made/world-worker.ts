import { parentPort, workerData } from "node:worker_threads"
import { hiddenReports } from "./hidden.ts"
import { makerOf, workshopOf } from "./maker.ts"
import type { WorldSpec } from "./plan.ts"
import { readModel } from "./word-model.ts"
import { fill, type Order, type Places } from "./world.ts"

// A thread that makes the parts of a world it is asked for.
const { spec, places } = workerData as { spec: WorldSpec; places: Places }
const shop = workshopOf(places.data, readModel(places.data, places.folder))
const maker = makerOf(spec, shop, hiddenReports(places.seeds, places.harbour))
parentPort!.on("message", (order: Order) => parentPort!.postMessage(fill(order, maker, spec)))
