/** Whether a JSON value is a JSON Feed, by the address of its version. */
export function isJsonFeed(value: unknown): value is Readonly<Record<string, unknown>> {
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined
  return typeof version === "string" && /^https?:\/\/jsonfeed\.org\/version\//.test(version)
}
