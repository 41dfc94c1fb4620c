import { query, setQuery } from "../shared/address.ts"

const TEXTS = ["words", "outlet", "agency"] as const
const COUNTS = ["minReports", "maxOrigins"] as const
const DAYS = ["since", "until"] as const
const NAMES = {
  words: "Words in the title",
  outlet: "Outlet",
  agency: "Agency",
  minReports: "Reports, at least",
  maxOrigins: "Origins, at most",
  since: "From",
  until: "Until",
} as const

/** The filters in the address, as the server takes them. */
export function storyFilter(): Record<string, string> {
  const filled = [...TEXTS, ...COUNTS, ...DAYS].flatMap(name =>
    query(name) === "" ? [] : [[name, query(name)] as const],
  )
  return { sort: query("sort") || "newest", ...Object.fromEntries(filled) }
}

/** The order of the stories, and what narrows them. */
export function StoryFilters() {
  const sort = query("sort") || "newest"
  const filled = Object.keys(storyFilter()).length - 1
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setQuery({ [name]: event.currentTarget.value, offset: "" })
  const text = (name: (typeof TEXTS)[number]) => (
    <label key={name}>
      {NAMES[name]} <input type="text" value={query(name)} onChange={set(name)} />
    </label>
  )
  const count = (name: (typeof COUNTS)[number]) => (
    <label key={name}>
      {NAMES[name]} <input type="number" min={0} value={query(name)} onChange={set(name)} />
    </label>
  )
  const day = (name: (typeof DAYS)[number]) => (
    <label key={name}>
      {NAMES[name]} <input type="date" value={query(name)} onChange={set(name)} />
    </label>
  )
  return (
    <form class="filters" aria-label="Order and filter the stories" onSubmit={event => event.preventDefault()}>
      <label>
        Order{" "}
        <select value={sort} onChange={set("sort")}>
          <option value="newest">newest first</option>
          <option value="confirmed">many reports, few origins first</option>
          <option value="reports">most reports first</option>
          <option value="oldest">oldest first</option>
        </select>
      </label>
      <details {...(filled > 0 && { open: true })}>
        <summary>Filter{filled > 0 && ` (${filled})`}</summary>
        <div class="filter-fields">
          {TEXTS.map(text)}
          {COUNTS.map(count)}
          {DAYS.map(day)}
        </div>
      </details>
    </form>
  )
}
