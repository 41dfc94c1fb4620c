import type { DeskEvent } from "../model/desk.ts"

/** Tells every page that listens what happens. */
export interface Events {
  tell(event: DeskEvent): void
  /** A stream of server-sent events from now on; it begins with `first`. */
  stream(first: readonly DeskEvent[]): ReadableStream<Uint8Array>
  /** How many listen. */
  readonly listening: number
  close(): void
}

// One that does not read what it is sent is let go; it comes again by itself.
const MOST_WAITING = 1000
const HEARTBEAT_MS = 15_000

export function eventsOf(): Events {
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const encoder = new TextEncoder()

  function send(listener: ReadableStreamDefaultController<Uint8Array>, text: string): void {
    if ((listener.desiredSize ?? 0) > 0) listener.enqueue(encoder.encode(text))
    else drop(listener)
  }

  function drop(listener: ReadableStreamDefaultController<Uint8Array>): void {
    if (!listeners.delete(listener)) return
    listener.close()
  }

  const heartbeat = setInterval(() => {
    for (const listener of listeners) send(listener, ": still here\n\n")
  }, HEARTBEAT_MS).unref()

  return {
    tell(event) {
      const text = lines(event)
      for (const listener of listeners) send(listener, text)
    },
    stream(first) {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            own = controller
            listeners.add(controller)
            send(controller, "retry: 2000\n\n")
            for (const event of first) send(controller, lines(event))
          },
          cancel() {
            if (own) listeners.delete(own)
          },
        },
        { highWaterMark: MOST_WAITING },
      )
    },
    get listening() {
      return listeners.size
    },
    close() {
      clearInterval(heartbeat)
      for (const listener of [...listeners]) drop(listener)
    },
  }
}

const lines = (event: DeskEvent) => `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`
