import { render } from "preact"
import { App } from "./app.tsx"
import { followLinks } from "./shared/address.ts"
import { listen } from "./shared/events.ts"

followLinks()
listen()
render(<App />, document.getElementById("desk")!)
