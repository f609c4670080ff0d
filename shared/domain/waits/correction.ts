/**
 * What this office's measures add to the simulated mean: a ridge regression on a few features, kept as its normal
 * equations so that one more measure costs a few additions and not a new fit (Thiongane, Chan & L'Ecuyer 2020).
 */
export interface Correction {
  readonly size: number
  /** X'X and X'y, of the waits less the simulated mean, in minutes. */
  readonly squares: Float64Array
  readonly products: Float64Array
  readonly weights: Float64Array
  readonly measures: number
}

/**
 * How strongly the correction is drawn to none, in measures: little in its level and its scale, which an office may well
 * have of its own, strongly in all else, where a thousand waits teach chance more than the office.
 */
const pull = { level: 25, rest: 5_000 }

/** Each measure weighs this much less with each that follows: an office changes over some weeks. */
const memory = 1 - 1 / 4_000

/** A correction that has measured nothing: it adds nothing. @param size how many features it weighs */
export const noCorrection = (size: number): Correction => ({
  size,
  squares: new Float64Array(size * size),
  products: new Float64Array(size),
  weights: new Float64Array(size),
  measures: 0,
})

/** The correction in minutes for these features. */
export function corrected({ weights }: Correction, features: Float64Array): number {
  let sum = 0
  for (let k = 0; k < features.length; k += 1) sum += weights[k]! * features[k]!
  return sum
}

/** The correction once one more measure is known: `error` is the wait less the simulated mean, in minutes. */
export function withMeasure(
  known: Correction,
  features: Float64Array,
  error: number,
  weight: number,
): Correction {
  const { size } = known
  const squares = known.squares.map((value, k) => {
    const product = features[Math.floor(k / size)]! * features[k % size]!
    return memory * value + weight * product
  })
  const products = known.products.map((value, k) => memory * value + weight * features[k]! * error)
  return { size, squares, products, weights: solve(size, squares, products), measures: known.measures + 1 }
}

/** The first two features are one, and the wait simulated. */
const pullOf = (feature: number): number => (feature < 2 ? pull.level : pull.rest)

/** Solves (X'X + pull) w = X'y by Cholesky: the matrix is positive by construction. */
function solve(size: number, squares: Float64Array, products: Float64Array): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = squares[row * size + column]! + (row === column ? pullOf(row) : 0)
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[column * size + column]!
    }
  }
  const weights = products.slice()
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) weights[row]! -= lower[row * size + k]! * weights[k]!
    weights[row]! /= lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) weights[row]! -= lower[k * size + row]! * weights[k]!
    weights[row]! /= lower[row * size + row]!
  }
  return weights
}
