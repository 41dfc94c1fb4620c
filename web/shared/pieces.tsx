import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import type { Severity, VariantKind } from "../../src/model/variant.ts"
import { type Naming, nameFor } from "../../src/present/naming.ts"
import { oneLine } from "../../src/present/visible.ts"
import { dayAndTime, when } from "../../src/present/when.ts"
import { KIND } from "../../src/present/words.ts"
import { to } from "./address.ts"
import type { Loaded } from "./loaded.ts"
import type { StoryFile } from "./story-file.ts"

/** Words from a report on one line, harmless, in their own direction of reading. */
export function Words({ children, most = 400 }: { readonly children: string; readonly most?: number }) {
  return <bdi dir="auto">{oneLine(children, most)}</bdi>
}

/** The letter of a text in its tree. */
export function Siglum({ label, lost = false }: { readonly label: string; readonly lost?: boolean }) {
  return <span class={lost ? "siglum lost" : "siglum"}>{oneLine(label, 12)}</span>
}

/** A report by its letter and outlet, as a link to it. */
export function ReportName({ file, id }: { readonly file: StoryFile; readonly id: string }) {
  const line = file.lineById.get(id)
  const { label, outlet } = nameFor(file.names, id)
  const lost = file.page.stemma.nodes.find(node => node.id === id && node.kind === "lost")
  if (lost)
    return (
      <span class="report">
        <Siglum label={lost.label} lost /> a lost text
      </span>
    )
  const inside = (
    <>
      {label !== undefined && <Siglum label={label} />} <Words>{outlet}</Words>
    </>
  )
  return line ? (
    <a class="report" href={to("reports", line.report)}>
      {inside}
    </a>
  ) : (
    <span class="report">{inside}</span>
  )
}

/** Several reports, the first of them named, the others counted. */
export function ReportNames({
  file,
  ids,
  most = 12,
}: {
  readonly file: StoryFile
  readonly ids: readonly string[]
  readonly most?: number
}) {
  return (
    <>
      {ids.slice(0, most).map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <ReportName file={file} id={id} />
        </span>
      ))}
      {ids.length > most && ` and ${ids.length - most} more`}
    </>
  )
}

/** "B The Daily Tern" or "δ a lost text", for names that must be plain text. */
export function calledHere(file: StoryFile, id: string): string {
  if (file.lineById.has(id)) return calledIn(file.names, id)
  const { label = "" } = file.page.stemma.nodes.find(node => node.id === id) ?? {}
  return `${oneLine(label, 12)} a lost text`
}

/** "B The Daily Tern", for names that must be plain text. */
export function calledIn(names: Naming, id: string): string {
  const { label, outlet } = nameFor(names, id)
  return [label, outlet].filter(Boolean).join(" ")
}

/** A moment as the server has it, in words. */
export function Moment({ iso, none = "no date" }: { readonly iso: string | null | undefined; readonly none?: string }) {
  const moment = when(iso ?? undefined)
  if (!moment) return <span class="quiet">{none}</span>
  return <time dateTime={new Date(moment.ms).toISOString()}>{dayAndTime(moment)}</time>
}

/** What kind of change it is, and how grave: by word, mark and colour. */
export function Badge({ kind, severity }: { readonly kind: VariantKind; readonly severity: Severity }) {
  return <span class={`badge ${severity}`}>{KIND[kind].badge}</span>
}

/** A link that leads out of the desk, only where its scheme is http or https. */
export function OutLink({
  url,
  children,
}: {
  readonly url: string | null | undefined
  readonly children: ComponentChildren
}) {
  if (!url || !/^https?:\/\//i.test(url)) return <>{children}</>
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {children}
    </a>
  )
}

/** The heading of a view. It takes the focus when the view is gone to, and names the window. */
export function Heading({ children, title }: { readonly children: ComponentChildren; readonly title: string }) {
  const place = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${oneLine(title, 80)} · Hearsay`
    if (document.body.dataset.moved) place.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <h1 ref={place} tabIndex={-1}>
      {children}
    </h1>
  )
}

/** What is here, or that it is on its way, or why it is not. */
export function Here<T>({
  of,
  children,
}: {
  readonly of: Loaded<T>
  readonly children: (value: T) => ComponentChildren
}) {
  if (of.kind === "here") return <>{children(of.value)}</>
  if (of.kind === "loading")
    return (
      <p class="waiting" role="status">
        Reading …
      </p>
    )
  const { failure } = of
  return (
    <div class="failed" role="alert">
      <Heading title="Not found">
        {failure.status === 404 ? "There is nothing at this address." : "That did not work."}
      </Heading>
      <p>
        <Words>{failure.message}</Words> {failure.hint}
      </p>
      <p>
        <a href="/">To the desk</a>
      </p>
    </div>
  )
}
