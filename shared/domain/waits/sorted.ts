/** How many values of a sorted list don't exceed this one. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** A sorted list and one value more. */
export function withValue(sorted: Float64Array, value: number): Float64Array {
  const next = new Float64Array(sorted.length + 1)
  const place = countUpTo(sorted, value)
  next.set(sorted.subarray(0, place))
  next[place] = value
  next.set(sorted.subarray(place), place + 1)
  return next
}

/** A sorted list and one of its values less. */
export function withoutValue(sorted: Float64Array, value: number): Float64Array {
  const next = new Float64Array(sorted.length - 1)
  const place = countUpTo(sorted, value) - 1
  next.set(sorted.subarray(0, place))
  next.set(sorted.subarray(place + 1), place)
  return next
}
