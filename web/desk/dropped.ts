const MOST_FILES = 10_000

/** All files in what was dropped, those in folders too, at most 10,000. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...transfer.files]
  const files: File[] = []
  for (const entry of entries) await collect(entry, files)
  return files
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (into.length >= MOST_FILES) return
  if (entry.isFile) {
    into.push(await new Promise<File>((settle, fail) => (entry as FileSystemFileEntry).file(settle, fail)))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A reader gives a folder's entries in parts, and none when it is done.
    const part = await new Promise<FileSystemEntry[]>((settle, fail) => reader.readEntries(settle, fail))
    if (part.length === 0) return
    for (const inner of part) await collect(inner, into)
  }
}
