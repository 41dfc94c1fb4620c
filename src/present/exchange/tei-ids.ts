/** The `xml:id` of a witness. */
export function witnessId(id: string): string {
  return `w-${ncName(id)}`
}

/** The `xml:id` of an anchor: the witness's, a full stop, and the offset it marks, in UTF-16 units. */
export function anchorId(witness: string, offset: number): string {
  return `${witnessId(witness)}.${offset}`
}

/** The `xml:id` of a node of the stemma of the family with this number. */
export function nodeId(family: number, id: string): string {
  return `n-${family}-${ncName(id)}`
}

/** The text as part of an XML name: different texts give different names. */
function ncName(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, unit => `_${unit.charCodeAt(0).toString(16)}_`)
}
