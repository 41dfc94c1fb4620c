import type { FamilyFindings, Findings } from "../model/findings.ts"
import { changeSection } from "./change-cards.ts"
import { claimSection, conflictSection } from "./claim-cards.ts"
import { decisionList } from "./decisions.ts"
import { familyTrees } from "./family-tree.ts"
import { html, type Markup, trusted } from "./html.ts"
import { familyNaming, type Naming, naming } from "./naming.ts"
import { filterForm, GLOSSARY, loners, opening } from "./overview.ts"
import { anchor } from "./places.ts"
import { problemList, reportTexts } from "./report-texts.ts"
import { SCRIPT, SCRIPT_HASH } from "./script.ts"
import { STYLES } from "./styles.ts"
import { summary } from "./summary.ts"
import { treeDrawing } from "./tree-drawing.ts"
import { rivals, treeList, undecided } from "./tree-list.ts"
import { brief } from "./visible.ts"
import { counted } from "./words.ts"

export interface CaseFileOptions {
  /** What the case is about; stands above the headline and in the window's title. */
  readonly title?: string
}

/**
 * The findings as one HTML file that asks nothing of the network, needs no script, and prints. All text of reports is escaped, and
 * the page's content policy allows no script but its own. O(texts + places).
 */
export function caseFile(findings: Findings, { title }: CaseFileOptions = {}): string {
  const names = naming(findings)
  const found = summary(findings, names)
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${brief(title ?? found.headline)} · Hearsay</title>
<style>${trusted(STYLES)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the findings</a>
${opening(found, title)}
<main id="main">${sections(findings, names)}</main>
<footer>Made by Hearsay. It says which reports go back to which, never what is true.</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`
  return page.markup
}

function sections(findings: Findings, names: Naming): Markup {
  const { families, claims, conflicts, problems, witnesses } = findings
  const alone = loners(findings, names)
  const hasChanges = families.some(({ variants }) => variants.length > 0)
  const parts: readonly (readonly [id: string, title: string, body: Markup | false])[] = [
    [
      "families",
      "Who took it from whom",
      families.length > 0 &&
        html`${hasChanges && filterForm(findings, names)}${families.map((family, index) => familyPart(family, index, families.length, familyNaming(family, names)))}`,
    ],
    ["loners", "Made from no other report here", alone.length > 0 && html`<ul class="loners">${alone}</ul>`],
    ["claims", "What is claimed, and how many origins it has", claims.length > 0 && claimSection(findings, names)],
    ["conflicts", "Where the reports disagree", conflicts.length > 0 && conflictSection(findings, names)],
    ["judgements", "What a person decided", (findings.judgements?.length ?? 0) > 0 && decisionList(findings, names)],
    ["problems", "What could not be read or decided", problems.length > 0 && problemList(problems)],
    ["how", "How to read this", GLOSSARY],
    [
      "texts",
      `The ${counted(witnesses.length, "report")} in full`,
      witnesses.length > 0 && reportTexts(findings, names),
    ],
  ]
  const shown = parts.filter(([, , body]) => body !== false)
  const links = shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)
  return html`<nav aria-label="Sections"><ul>${links}</ul></nav>
${shown.map(([id, title, body]) => html`<section class="part" id="${id}"><h2>${title}</h2>${body}</section>\n`)}`
}

function familyPart(family: FamilyFindings, index: number, families: number, names: Naming): Markup {
  const trees = familyTrees(family, names)
  const title =
    families > 1
      ? `Family ${index + 1}: ${counted(family.witnesses.length, "report")}`
      : counted(family.witnesses.length, "report")
  return html`<section class="family" id="${anchor("family", family.id)}"><h3>${title}</h3>
${undecided(family)}${treeDrawing(family, trees, names)}${treeList(family, trees, names)}${rivals(family)}
<h3 class="sub">What was changed on the way</h3>
${changeSection(family, names)}</section>`
}
