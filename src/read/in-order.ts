/**
 * What `work` gives for each input, in the order of the inputs, up to `width` at once. Results wait for their turn, so at most
 * `width` are held.
 * @example Array.fromAsync(inOrder([1, 2, 3], 2, async n => n * 2)) // => [2, 4, 6]
 */
export async function* inOrder<In, Out>(
  inputs: Iterable<In>,
  width: number,
  work: (input: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = []
  for (const input of inputs) {
    const started = work(input)
    // An error is met when its turn comes; until then it must not count as unhandled.
    started.catch(() => {})
    running.push(started)
    if (running.length >= width) yield await running.shift()!
  }
  while (running.length > 0) yield await running.shift()!
}
