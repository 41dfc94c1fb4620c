import type { DeskError } from "../../src/model/desk.ts"

/** The server said no, or could not be reached. */
export class Failure extends Error {
  readonly hint: string | undefined
  readonly status: number

  constructor(message: string, status: number, hint?: string) {
    super(message)
    this.status = status
    this.hint = hint
  }
}

const token = document.querySelector<HTMLMetaElement>('meta[name="hearsay-token"]')?.content ?? ""

/**
 * What the server answers to a question under `/api`.
 *
 * @throws Failure
 */
export async function ask<T>(address: string): Promise<T> {
  return answer<T>(await reach(address, {}))
}

/**
 * Something that writes: sent with the token of this page.
 *
 * @throws Failure
 */
export async function tell<T>(method: "POST" | "DELETE", address: string, body?: object | Blob): Promise<T> {
  const isBytes = body instanceof Blob
  const headers = {
    "x-hearsay-token": token,
    ...(body && { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
  }
  const sent = body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }
  return answer<T>(await reach(address, { method, headers, ...sent }))
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    throw Object.assign(new Failure("The desk's server does not answer.", 0, "Is “hearsay serve” still running?"), {
      cause,
    })
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T
  const { error } = await response.json().then(
    found => found as DeskError,
    () => ({ error: { message: `The server answered ${response.status}.`, hint: undefined } }),
  )
  throw new Failure(error.message, response.status, error.hint)
}
