import { useRef, useState } from "preact/hooks"
import type { ReadingBegun } from "../../src/model/desk.ts"
import { counted } from "../../src/present/words.ts"
import { say, sayFailure } from "../shared/said.ts"
import { tell } from "../shared/server.ts"
import { filesOfDrop } from "./dropped.ts"

/** Where reports are handed in: files, folders, addresses of pages and feeds. */
export function Intake() {
  const [isOver, setOver] = useState(false)
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const address = event.dataTransfer?.getData("text/uri-list") ?? ""
    if (address) return sendAddresses(address)
    await sendFiles(await filesOfDrop(event.dataTransfer!))
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      class={isOver ? "intake over" : "intake"}
      aria-labelledby="intake-title"
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id="intake-title">Hand in reports</h2>
      <p>Drop files, folders or links here: text, HTML, feeds, JSON lines, web archives, NewsML.</p>
      <div class="intake-ways">
        <Picker isFolder={false} />
        <Picker isFolder />
        <Addresses />
      </div>
    </section>
  )
}

function Picker({ isFolder }: { readonly isFolder: boolean }) {
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement
    void sendFiles([...(input.files ?? [])])
    input.value = ""
  }
  return (
    <label class="button file">
      <span>{isFolder ? "Choose a folder" : "Choose files"}</span>
      <input type="file" multiple onChange={choose} {...(isFolder && { webkitdirectory: true })} />
    </label>
  )
}

function Addresses() {
  const field = useRef<HTMLTextAreaElement>(null)
  const send = (event: Event) => {
    event.preventDefault()
    void sendAddresses(field.current!.value)
    field.current!.value = ""
  }
  return (
    <form onSubmit={send}>
      <label>
        Addresses of pages or feeds, one a line
        <textarea ref={field} rows={2} required placeholder="https://" />
      </label>{" "}
      <button type="submit">Read them</button>
    </form>
  )
}

/** Sends files one after the other; what is refused is said, and the rest is sent all the same. */
async function sendFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return say("Nothing was dropped that can be read.", { isFailure: true })
  for (const [index, file] of files.entries()) {
    say(`Sending ${index + 1} of ${counted(files.length, "file")}`)
    try {
      await tell<ReadingBegun>(
        "POST",
        `/api/files?${new URLSearchParams({ name: file.webkitRelativePath || file.name })}`,
        file,
      )
    } catch (error) {
      sayFailure(error)
    }
  }
}

async function sendAddresses(text: string): Promise<void> {
  const addresses = text.split(/\s+/).filter(line => line !== "" && !line.startsWith("#"))
  try {
    await tell<ReadingBegun>("POST", "/api/addresses", { addresses })
    say(`${counted(addresses.length, "address", "addresses")} will be read.`)
  } catch (error) {
    sayFailure(error)
  }
}
