import { counted } from "../../src/present/words.ts"
import { to } from "../shared/address.ts"
import { loaded } from "../shared/loaded.ts"
import { Here } from "../shared/pieces.tsx"
import { type StoryFile, storyFile, treesOf } from "../shared/story-file.ts"
import { StoryHead } from "../story/story-head.tsx"
import { Tree } from "../story/tree.tsx"
import { savePng, saveSvg } from "./picture.ts"

/** A format a story can be had in, as the server lists it. */
interface Format {
  readonly name: string
  readonly title: string
  readonly extension: string
}

const FIRST = ["html", "csv", "graphml", "tei"]
const WIDTH = 1200

/** Everything of a story that can be given to others. */
export function HandOn({ id }: { readonly id: string }) {
  return <Here of={storyFile(id)}>{file => <HandOnBody file={file} />}</Here>
}

function HandOnBody({ file }: { readonly file: StoryFile }) {
  const { judgements } = file.page
  return (
    <>
      <StoryHead file={file} view="Hand it on" />
      <p class="standfirst">
        This desk is on this machine only. These files are whole in themselves
        {judgements.length > 0 ? ` and carry your ${counted(judgements.length, "judgement")} on this story` : ""}.
      </p>
      <Here of={loaded<readonly Format[]>("/api/formats")}>{formats => <Formats file={file} formats={formats} />}</Here>
      {file.family.witnesses.length > 1 && (
        <section aria-labelledby="picture-title">
          <h2 id="picture-title">Picture of the tree</h2>
          <p class="buttons">
            <button type="button" onClick={() => saveSvg(picture(), name(file))}>
              Save as SVG
            </button>
            <button type="button" onClick={() => savePng(picture(), name(file))}>
              Save as PNG
            </button>
          </p>
          <div class="tree-scroll picture" tabIndex={0} role="group" aria-label="Picture, to be scrolled">
            <Tree file={file} trees={treesOf(file, new Set())} width={WIDTH} />
          </div>
        </section>
      )}
      <section>
        <h2>On paper</h2>
        <p class="buttons">
          <button type="button" onClick={() => print()}>
            Print this page
          </button>{" "}
          <a href={to("stories", file.id)}>or the story, printed from its own view</a>
        </p>
      </section>
    </>
  )
}

const picture = () => document.querySelector<SVGSVGElement>(".picture svg.tree")!
const name = ({ id }: StoryFile) => `${id.replace(/[^A-Za-z0-9-]/g, "-")}-tree`

function Formats({ file, formats }: { readonly file: StoryFile; readonly formats: readonly Format[] }) {
  const order = formats.toSorted((a, b) => rank(a) - rank(b))
  return (
    <ul class="formats">
      {order.map(({ name: format, title, extension }) => (
        <li key={format}>
          <a href={`/api/stories/${encodeURIComponent(file.id)}/export?format=${encodeURIComponent(format)}`} download>
            <strong>{title}</strong> <span class="quiet">.{extension}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function rank({ name }: Format): number {
  const place = FIRST.indexOf(name)
  return place < 0 ? FIRST.length : place
}
