import type { StoryFile } from "../shared/story-file.ts"
import { ActButton, EdgeJudgement, judge } from "./forms.tsx"

/** Judgements on two reports that stand side by side. */
export function IndependentPair({ file, a, b }: { readonly file: StoryFile; readonly a: string; readonly b: string }) {
  const edge = file.page.stemma.edges.find(
    ({ parent, child }) => (parent === a && child === b) || (parent === b && child === a),
  )
  if (edge) return <EdgeJudgement file={file} edge={edge} />
  return (
    <div class="judge" role="group" aria-label="Your judgement">
      <p class="judge-title">Your judgement</p>
      <p class="buttons">
        <ActButton act={() => judge({ kind: "pin-edge", parent: a, child: b })}>
          The right one was made from the left one
        </ActButton>
        <ActButton act={() => judge({ kind: "independent", a, b })}>Neither is from the other</ActButton>
      </p>
    </div>
  )
}
