/**
 * Which unknowns a set of sums gives back: Gauss's elimination over their coefficients.
 * @param sums for each sum, the coefficient of each unknown; a copy is solved
 * @returns the places of the unknowns that are known once all the sums are
 */
export function givenBySums(sums: readonly (readonly number[])[]): readonly number[] {
  const rows = sums.map((row) => [...row])
  const unknowns = rows[0]?.length ?? 0
  let rank = 0
  for (let unknown = 0; unknown < unknowns; unknown++) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[unknown]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!]
    const by = rows[rank]!
    rows.forEach((row, at) => {
      const times = row[unknown]! / by[unknown]!
      if (at !== rank && times !== 0) rows[at] = row.map((value, column) => value - times * by[column]!)
    })
    rank++
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []))
    return left.length === 1 ? left : []
  })
}
