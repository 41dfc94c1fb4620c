import { changed } from "../shared/address.ts"

interface StepsProps {
  readonly offset: number
  readonly step: number
  readonly of: number
}

/** Which part of a long list is shown, and the way to the next and the one before. */
export function Steps({ offset, step, of }: StepsProps) {
  if (of <= step && offset === 0) return null
  const before = Math.max(0, offset - step)
  return (
    <nav class="steps" aria-label="Further parts of the list">
      {offset > 0 && <a href={changed({ offset: before === 0 ? "" : String(before) })}>← before</a>}
      <span class="quiet">
        {offset + 1} to {Math.min(of, offset + step)} of {of}
      </span>
      {offset + step < of && <a href={changed({ offset: String(offset + step) })}>next →</a>}
    </nav>
  )
}
