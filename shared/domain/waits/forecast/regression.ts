// A Poisson regression whose effects are drawn towards nothing as strongly as the data asks: each block of effects has its
// own precision, found with them (Fellner and Schall's update, as Wood and Fasiolo 2017, Biometrics 73:1071, give it).

/** So many effects of one kind, from this column on. */
export type Block = {
  readonly from: number
  readonly size: number
  /**
   * `alike`: each is drawn towards nothing, or towards `mean`. `smooth`: each is drawn towards the one before, then all together
   * a little. `curved`: each is drawn towards the line of its two neighbours, a little towards the one before. `wide`: left to
   * the data.
   */
  readonly kind: 'alike' | 'smooth' | 'curved' | 'wide'
  /** The standard deviation that is expected of them, where the data isn't asked: too few to say it. */
  readonly spread?: number
  /** What they are drawn towards, nothing unless given: only beside a spread. */
  readonly mean?: number
}

/** One count: which columns it has, with what weight, and over what share of a whole half-hour. */
export type Row = {
  readonly columns: readonly number[]
  readonly weights: readonly number[]
  readonly count: number
  readonly exposure: number
}

export type Fit = {
  readonly effects: Float64Array
  /** Covariance of the effects, row by row. */
  readonly covariance: Float64Array
  readonly size: number
}

const rounds = 14
const settled = 2e-3
/** Precisions stay within these: an effect neither free of all data nor frozen. */
const leastPrecision = 1
const mostPrecision = 1e5
const widePrecision = 1e-2
/** A smooth block is held together by this part of its own precision; a curved one is flat by this part, and held by that. */
const held = 1e-3
const curve = { flat: 0.2, held: 0.02 }

/** One cell of a block's penalty, by the places of two effects in it. */
type Cell = { readonly a: number; readonly b: number; readonly value: number }

/** The penalty of a block with precision 1: a sum of squares of combinations of neighbours. */
function penaltyOf({ kind, size }: Block): readonly Cell[] {
  const cells: Cell[] = []
  const square = (at: number, combination: readonly number[], part: number) => {
    combination.forEach((one, a) =>
      combination.forEach((other, b) => cells.push({ a: at + a, b: at + b, value: part * one * other })),
    )
  }
  const own = { alike: 1, wide: 1, smooth: held, curved: curve.held }[kind]
  const step = { alike: 0, wide: 0, smooth: 1, curved: curve.flat }[kind]
  for (let at = 0; at < size; at++) square(at, [1], own)
  if (step > 0) for (let at = 0; at + 1 < size; at++) square(at, [-1, 1], step)
  if (kind === 'curved') for (let at = 0; at + 2 < size; at++) square(at, [1, -2, 1], 1)
  return cells
}

/** Adds a block's penalty, times its precision, to the matrix. */
function penalise(
  matrix: Float64Array,
  size: number,
  { from, cells }: { readonly from: number; readonly cells: readonly Cell[] },
  precision: number,
) {
  for (const { a, b, value } of cells) matrix[(from + a) * size + from + b]! += precision * value
}

/** β'Kβ and tr(VK) of a block. */
function measured(
  { from, cells }: { readonly from: number; readonly cells: readonly Cell[] },
  effects: Float64Array,
  covariance: Float64Array,
  size: number,
) {
  let square = 0
  let trace = 0
  for (const { a, b, value } of cells) {
    square += value * effects[from + a]! * effects[from + b]!
    trace += value * covariance[(from + a) * size + from + b]!
  }
  return { square, trace }
}

/** The inverse of a symmetric positive matrix, by Cholesky; the matrix is overwritten by its factor. */
function inverse(matrix: Float64Array, size: number): Float64Array {
  for (let j = 0; j < size; j++) {
    const row = j * size
    let pivot = matrix[row + j]!
    for (let k = 0; k < j; k++) pivot -= matrix[row + k]! ** 2
    const root = Math.sqrt(Math.max(pivot, 1e-12))
    matrix[row + j] = root
    for (let i = j + 1; i < size; i++) {
      const other = i * size
      let sum = matrix[other + j]!
      for (let k = 0; k < j; k++) sum -= matrix[other + k]! * matrix[row + k]!
      matrix[other + j] = sum / root
    }
  }
  // The factor's own inverse, column by column, kept by rows: row c holds column c.
  const lower = new Float64Array(size * size)
  for (let c = 0; c < size; c++) {
    const column = c * size
    lower[column + c] = 1 / matrix[column + c]!
    for (let i = c + 1; i < size; i++) {
      let sum = 0
      for (let k = c; k < i; k++) sum -= matrix[i * size + k]! * lower[column + k]!
      lower[column + i] = sum / matrix[i * size + i]!
    }
  }
  const whole = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0
      for (let k = a; k < size; k++) sum += lower[a * size + k]! * lower[b * size + k]!
      whole[a * size + b] = sum
      whole[b * size + a] = sum
    }
  return whole
}

/** The linear part of a row: the logarithm of its rate. */
export function linear(
  { columns, weights }: Pick<Row, 'columns' | 'weights'>,
  effects: Float64Array,
): number {
  let sum = 0
  for (let k = 0; k < columns.length; k++) sum += weights[k]! * effects[columns[k]!]!
  return sum
}

/** How uncertain the linear part of a row is: its variance. */
export function uncertainty(
  { columns, weights }: Pick<Row, 'columns' | 'weights'>,
  { covariance, size }: Fit,
): number {
  let sum = 0
  for (let a = 0; a < columns.length; a++)
    for (let b = 0; b < columns.length; b++)
      sum += weights[a]! * weights[b]! * covariance[columns[a]! * size + columns[b]!]!
  return sum
}

type Packed = {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly weights: Float64Array
  readonly counts: Float64Array
  readonly exposures: Float64Array
}

/** The rows one after another, each with its columns in order. */
function packedOf(rows: readonly Row[]): Packed {
  const all = rows.reduce((sum, { columns }) => sum + columns.length, 0)
  const packed = {
    starts: new Int32Array(rows.length + 1),
    columns: new Int32Array(all),
    weights: new Float64Array(all),
    counts: Float64Array.from(rows, ({ count }) => count),
    exposures: Float64Array.from(rows, ({ exposure }) => exposure),
  }
  let at = 0
  rows.forEach(({ columns, weights }, row) => {
    const order = columns.map((_, k) => k).toSorted((a, b) => columns[a]! - columns[b]!)
    for (const k of order) {
      packed.columns[at] = columns[k]!
      packed.weights[at++] = weights[k]!
    }
    packed.starts[row + 1] = at
  })
  return packed
}

/** Adds to the matrix (its lower half) and the right side of one step of Newton's what the counts say. */
function accumulate(
  { starts, columns, weights, counts, exposures }: Packed,
  effects: Float64Array,
  matrix: Float64Array,
  right: Float64Array,
): void {
  const size = effects.length
  for (let row = 0; row < counts.length; row++) {
    const from = starts[row]!
    const to = starts[row + 1]!
    let eta = 0
    for (let k = from; k < to; k++) eta += weights[k]! * effects[columns[k]!]!
    eta = Math.min(eta, 12)
    const mean = exposures[row]! * Math.exp(eta)
    const pulled = mean * eta + counts[row]! - mean
    for (let a = from; a < to; a++) {
      const at = columns[a]!
      const weight = weights[a]! * mean
      right[at]! += weights[a]! * pulled
      const line = at * size
      for (let b = from; b <= a; b++) matrix[line + columns[b]!]! += weight * weights[b]!
    }
  }
}

/**
 * Fits the counts.
 * @param given blocks that cover the columns from 0 to `size`, each once
 * @param start the first guess of the effects
 */
export function fitted(rows: readonly Row[], given: readonly Block[], start: Float64Array): Fit {
  const size = start.length
  const packed = packedOf(rows)
  const blocks = given.map((block) => ({ ...block, cells: penaltyOf(block) }))
  let effects: Float64Array = start.slice()
  const precisions = blocks.map(({ kind, spread }) =>
    kind === 'wide' ? widePrecision : spread === undefined ? 20 : 1 / spread ** 2,
  )
  let covariance: Float64Array = new Float64Array(size * size)
  for (let round = 0; round < rounds; round++) {
    const matrix = new Float64Array(size * size)
    const right = new Float64Array(size)
    accumulate(packed, effects, matrix, right)
    for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) matrix[b * size + a] = matrix[a * size + b]!
    blocks.forEach((block, at) => {
      penalise(matrix, size, block, precisions[at]!)
      if (block.mean === undefined) return
      for (let k = 0; k < block.size; k++) right[block.from + k]! += precisions[at]! * block.mean
    })
    covariance = inverse(matrix, size)
    const next = new Float64Array(size)
    for (let a = 0; a < size; a++) {
      let sum = 0
      for (let b = 0; b < size; b++) sum += covariance[a * size + b]! * right[b]!
      next[a] = sum
    }
    let moved = 0
    for (let a = 0; a < size; a++) moved = Math.max(moved, Math.abs(next[a]! - effects[a]!))
    effects = next
    blocks.forEach((block, at) => {
      if (block.kind === 'wide' || block.spread !== undefined) return
      const { square, trace } = measured(block, effects, covariance, size)
      const before = precisions[at]!
      const free = Math.max(block.size - before * trace, 1e-3)
      precisions[at] = Math.min(mostPrecision, Math.max(leastPrecision, free / Math.max(square, 1e-9)))
    })
    if (round > 3 && moved < settled) break
  }
  return { effects, covariance, size }
}
