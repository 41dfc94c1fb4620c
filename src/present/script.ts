/**
 * The case file's script: filters, highlighting of one text's changes, opening what a link leads to, copying links, opening what is printed.
 * The page says all without it. Constant, so that the page can allow exactly this script by its hash.
 */
export const SCRIPT = `"use strict"
const all = (selector, from = document) => [...from.querySelectorAll(selector)]

function reveal() {
  all(".hit").forEach((piece) => piece.classList.remove("hit"))
  const id = decodeURIComponent(location.hash.slice(1))
  const target = id && document.getElementById(id)
  if (!target) return
  for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true
  all("[data-of]").filter((piece) => piece.dataset.of === id).forEach((piece) => piece.classList.add("hit"))
  target.scrollIntoView({ block: target.classList.contains("report-text") ? "start" : "center" })
}
addEventListener("hashchange", reveal)
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']")
  if (link && link.hash === location.hash) reveal()
})
reveal()

function light(node) {
  all(".lit").forEach((lit) => lit.classList.remove("lit"))
  if (!node) return
  all("[data-node]").filter((other) => other.dataset.node === node).forEach((same) => same.classList.add("lit"))
  all(".change").filter((card) => card.dataset.witnesses.split(" ").includes(node)).forEach((card) => card.classList.add("lit"))
}
for (const kind of ["mouseover", "focusin"]) {
  addEventListener(kind, (event) => {
    const node = event.target.closest && event.target.closest("[data-node]")
    light(node && node.dataset.node)
  })
}

const form = document.getElementById("filter")
if (form) {
  form.hidden = false
  const apply = () => {
    const wanted = new FormData(form)
    const fits = (field, values) => !wanted.get(field) || values.split(" ").includes(wanted.get(field))
    const cards = all(".change")
    for (const card of cards) {
      card.hidden = !(fits("severity", card.dataset.severity) && fits("kind", card.dataset.kind) && fits("witness", card.dataset.witnesses))
    }
    const shown = cards.filter((card) => !card.hidden)
    const filtered = shown.length < cards.length
    for (const group of all(".severity")) {
      if (!group.matches("section, details")) continue
      const left = all(".change:not([hidden])", group).length
      group.hidden = filtered && left === 0
      if (filtered && left > 0 && group.tagName === "DETAILS") group.open = true
    }
    form.querySelector("output").value = filtered ? shown.length + " of " + cards.length + " changes shown" : ""
  }
  form.addEventListener("input", apply)
  form.addEventListener("reset", () => setTimeout(apply))
}

for (const link of all("a.link")) {
  link.addEventListener("click", () => {
    if (!navigator.clipboard) return
    navigator.clipboard.writeText(link.href).then(() => {
      link.dataset.copied = "link copied"
      setTimeout(() => delete link.dataset.copied, 1500)
    }, () => {})
  })
}

let closed = []
addEventListener("beforeprint", () => {
  closed = all("details:not([open], .severity, .singles)")
  closed.forEach((part) => (part.open = true))
})
addEventListener("afterprint", () => closed.forEach((part) => (part.open = false)))
`

/** SHA-256 of the script, for the page's content policy. A test computes it anew. */
export const SCRIPT_HASH = "sha256-yqniCC4+QJ6iDQL7GqnAhl91yM7SAGthnTkW7JzVDCI="
