// A picture of the tree that stands alone: what the style sheet gives is written onto its elements, in the light colours of paper.

const STYLES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
] as const
const PIXELS_A_UNIT = 2

/** Saves the drawing as an SVG file. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  save(new Blob([alone(drawing)], { type: "image/svg+xml" }), `${name}.svg`)
}

/** Saves the drawing as a PNG file, two pixels a unit. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([alone(drawing)], { type: "image/svg+xml" }))
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = drawing.width.baseVal.value * PIXELS_A_UNIT
  canvas.height = drawing.height.baseVal.value * PIXELS_A_UNIT
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(address)
  canvas.toBlob(blob => blob && save(blob, `${name}.png`), "image/png")
}

function alone(drawing: SVGSVGElement): string {
  const root = document.documentElement
  const before = root.dataset.scheme
  root.dataset.scheme = "light"
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = drawing.querySelectorAll<SVGElement>("*")
  for (const [index, element] of copy.querySelectorAll<SVGElement>("*").entries()) {
    const style = getComputedStyle(originals[index]!)
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property))
    for (const attribute of ["role", "tabindex", "class"]) element.removeAttribute(attribute)
  }
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect")
  paper.setAttribute("width", "100%")
  paper.setAttribute("height", "100%")
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor)
  copy.prepend(paper)
  if (before === undefined) delete root.dataset.scheme
  else root.dataset.scheme = before
  return new XMLSerializer().serializeToString(copy)
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
