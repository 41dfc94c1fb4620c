/** Whether a line of a file of JSON lines holds something. */
export function isLine(line: string): boolean {
  return line !== ""
}
