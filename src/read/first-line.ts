/** Tells, chunk by chunk, whether a second line has begun in what was read. Looks at each byte once. */
export function secondLineWatch(): (chunks: readonly Uint8Array[]) => boolean {
  let looked = 0
  let lineEnded = false
  return chunks => {
    for (; looked < chunks.length; looked++) {
      const chunk = chunks[looked]!
      const end = lineEnded ? -1 : chunk.indexOf(10)
      lineEnded ||= end >= 0
      if (lineEnded && chunk.subarray(end + 1).some(byte => byte > 32)) return true
    }
    return false
  }
}

/** Whether the beginning of a stream is JSON lines: its first line is a whole JSON object, and a second line follows. */
export function startsWithObjectLine(head: Uint8Array): boolean {
  if (head[0] !== 0x7b || !secondLineWatch()([head])) return false
  try {
    JSON.parse(new TextDecoder().decode(head.subarray(0, head.indexOf(10))))
    return true
  } catch {
    return false
  }
}
