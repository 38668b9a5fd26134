/** Fills a short array; for a handful of numbers a loop is several times faster than `fill`. */
export function reset(array: Float64Array | Int32Array | Int16Array | Uint8Array, value = 0): void {
  for (let index = 0; index < array.length; index += 1) array[index] = value;
}
