import { useMemo } from "preact/hooks"
import { labelById } from "../../src/present/family-tree.ts"
import { KIND } from "../../src/present/words.ts"
import { changed } from "../shared/address.ts"
import { calledHere, Siglum } from "../shared/pieces.tsx"
import type { StoryFile } from "../shared/story-file.ts"
import { heatOf } from "./loci.ts"

/** Who made how many changes of which kind: number and shade; each leads to those changes. */
export function HeatTable({ file }: { readonly file: StoryFile }) {
  const { texts, rows } = useMemo(() => heatOf(file.changes), [file.changes])
  const labels = useMemo(() => labelById(file.family), [file.family])
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  return (
    <details class="heat" open>
      <summary>
        <h2>Who changed what</h2> <span class="quiet">sense and detail</span>
      </summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Changes by report and kind">
        <table class="heat-table">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              {texts.map(id => (
                <th key={id} scope="col" title={calledHere(file, id)}>
                  <a
                    href={changed({ witness: id, kind: "", severity: "", locus: "" })}
                    aria-label={`Changes by ${calledHere(file, id)}`}
                  >
                    <Siglum label={labels.get(id) ?? "?"} lost={!file.lineById.has(id)} />
                  </a>
                </th>
              ))}
              <th scope="col">All</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ kind, severity, counts, all }) => (
              <tr key={`${severity} ${kind}`}>
                <th scope="row">
                  <a href={changed({ kind, severity, witness: "", locus: "" })}>
                    <span class={`badge ${severity}`}>{KIND[kind].badge}</span> {KIND[kind].name}
                  </a>
                </th>
                {counts.map((count, index) => (
                  <td key={texts[index]} class={count > 0 ? `hot hot-${Math.ceil((count / most) * 4)}` : ""}>
                    {count > 0 && (
                      <a
                        href={changed({ kind, severity, witness: texts[index]!, locus: "" })}
                        aria-label={`${count}: ${KIND[kind].name} by ${calledHere(file, texts[index]!)}`}
                      >
                        {count}
                      </a>
                    )}
                  </td>
                ))}
                <td class="sum">{all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
