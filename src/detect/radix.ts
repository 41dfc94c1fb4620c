const BITS = 11
const BUCKETS = 1 << BITS

/**
 * Sorts `keys` ascending in place and moves `values` along; equal keys keep their order.
 * Least significant digit first, three passes: O(length), and as much memory again as the two arrays hold.
 */
export function radixSort(keys: Uint32Array, values: Uint32Array): void {
  let fromKeys = keys
  let fromValues = values
  let toKeys: Uint32Array = new Uint32Array(keys.length)
  let toValues: Uint32Array = new Uint32Array(keys.length)
  for (let shift = 0; shift < 32; shift += BITS) {
    pass(fromKeys, fromValues, toKeys, toValues, shift)
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
    ;[fromValues, toValues] = [toValues, fromValues]
  }
  // Three passes end in the second pair of arrays.
  keys.set(fromKeys)
  values.set(fromValues)
}

function pass(
  fromKeys: Uint32Array,
  fromValues: Uint32Array,
  toKeys: Uint32Array,
  toValues: Uint32Array,
  shift: number,
): void {
  const next = new Uint32Array(BUCKETS + 1)
  for (let i = 0; i < fromKeys.length; i++) next[((fromKeys[i]! >>> shift) & (BUCKETS - 1)) + 1]!++
  for (let bucket = 0; bucket < BUCKETS; bucket++) next[bucket + 1]! += next[bucket]!
  for (let i = 0; i < fromKeys.length; i++) {
    const at = next[(fromKeys[i]! >>> shift) & (BUCKETS - 1)]!++
    toKeys[at] = fromKeys[i]!
    toValues[at] = fromValues[i]!
  }
}
