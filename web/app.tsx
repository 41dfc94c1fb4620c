import { useEffect, useRef } from "preact/hooks"
import { Apparatus } from "./apparatus/apparatus.tsx"
import { Claims } from "./claims/claims.tsx"
import { Desk } from "./desk/desk.tsx"
import { ReadingStrip } from "./desk/reading-strip.tsx"
import { HandOn } from "./hand-on/hand-on.tsx"
import { Judgements } from "./judgement/judgements.tsx"
import { Pair } from "./pair/pair.tsx"
import { Report } from "./report/report.tsx"
import { Alone } from "./search/alone.tsx"
import { Problems } from "./search/problems.tsx"
import { Search } from "./search/search.tsx"
import { go, parts, path, rename } from "./shared/address.ts"
import { Help, showHelp } from "./shared/help.tsx"
import { Heading } from "./shared/pieces.tsx"
import { said, say } from "./shared/said.ts"
import { nextScheme, scheme } from "./shared/scheme.ts"
import { storyFile } from "./shared/story-file.ts"
import { Story } from "./story/story.tsx"

/** The whole page: the bar, the view that the address names, what was said last. */
export function App() {
  useMoves(path.value)
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <header class="bar">
        <a class="mark" href="/">
          Hearsay
        </a>
        <nav aria-label="Desk">
          <Tab href="/" here={path.value === "/"}>
            Stories
          </Tab>
          <Tab href="/judgements" here={path.value === "/judgements"}>
            Judgements
          </Tab>
          <Tab href="/problems" here={path.value === "/problems"}>
            Problems
          </Tab>
        </nav>
        <search class="bar-search">
          <SearchForm />
        </search>
        <button
          type="button"
          class="plain"
          onClick={nextScheme}
          aria-label={`Colours: ${SCHEME[scheme.value]}. Change`}
        >
          {SCHEME[scheme.value]}
        </button>
        <button type="button" class="plain" onClick={showHelp} aria-label="Keys">
          ?
        </button>
      </header>
      <ReadingStrip />
      <main id="main" tabIndex={-1}>
        <View />
      </main>
      <div class="said" role="status" aria-live="polite">
        {said.value && (
          <p class={said.value.isFailure ? "is-failure" : ""}>
            {said.value.text} {said.value.href && <a href={said.value.href}>{said.value.link}</a>}
          </p>
        )}
      </div>
      <Help />
    </>
  )
}

const SCHEME = { system: "Auto", light: "Light", dark: "Dark" } as const

function Tab({ href, here, children }: { readonly href: string; readonly here: boolean; readonly children: string }) {
  return (
    <a href={href} {...(here && { "aria-current": "page" as const })}>
      {children}
    </a>
  )
}

function SearchForm() {
  const field = useRef<HTMLInputElement>(null)
  const search = (event: Event) => {
    event.preventDefault()
    go(`/search?${new URLSearchParams({ words: field.current!.value })}`)
  }
  return (
    <form onSubmit={search}>
      <label>
        <span class="unseen">Search the reports</span>
        <input ref={field} type="search" name="words" placeholder="Search the reports" />
      </label>
    </form>
  )
}

/** After the first view, going to another one begins at its top, with the focus on its heading. */
function useMoves(at: string): void {
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    document.body.dataset.moved = "yes"
  }, [at])
  if (before.current !== at) document.body.dataset.moved = "yes"
}

function View() {
  const [first, second] = parts.value
  if (first === undefined) return <Desk />
  if (first === "stories" && second) return <StoryView key={second} id={second} />
  if (first === "reports" && second) return <Report key={second} name={second} />
  if (first === "judgements") return <Judgements />
  if (first === "search") return <Search />
  if (first === "alone") return <Alone />
  if (first === "problems") return <Problems />
  return <Nothing />
}

/** A view of a story. Where the story has another name since reports joined it, the address takes that. */
function StoryView({ id }: { readonly id: string }) {
  const file = storyFile(id)
  const own = file.kind === "here" ? file.value.id : id
  useEffect(() => {
    if (own === id) return
    rename(own)
    if (/^(family|report)-/.test(id)) say("Reports have joined this story since the link to it was made.")
  }, [own, id])
  const [, , view, a, b] = parts.value
  if (view === undefined) return <Story id={id} />
  if (view === "changes") return <Apparatus id={id} />
  if (view === "claims") return <Claims id={id} />
  if (view === "hand-on") return <HandOn id={id} />
  if (view === "pair" && a && b) return <Pair key={`${a} ${b}`} id={id} a={a} b={b} />
  return <Nothing />
}

const Nothing = () => <Heading title="Not found">There is nothing at this address.</Heading>
