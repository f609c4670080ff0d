/** Rows by their id; one that is put again keeps its place. */
type Rows = ReadonlyMap<string, unknown>
/** What becomes of a row: its value, or null when it goes. */
type RowChange = readonly [id: string, put: { readonly value: unknown } | null]

/** What rows were made of: others, and what was changed of them. */
type Layered = { readonly base: Rows; readonly changed: ReadonlyMap<string, RowChange[1]> }
const layered = new WeakMap<Rows, Layered>()

/** Rows changed since all were last copied: a few are copied at each act, all of them once in a while. */
const mostChanged = 256

/** The rows after these changes, `before` left as it is: what that takes does not grow with the rows that stay. */
export function rowsAfter(before: Rows, changes: readonly RowChange[]): Rows {
  const { base, changed } = layered.get(before) ?? { base: before, changed: new Map() }
  if (base.size <= mostChanged || changed.size + changes.length > mostChanged) return copied(before, changes)
  const all = new Map([...changed, ...changes])
  let size = base.size
  for (const [id, put] of all) size += Number(put !== null) - Number(base.has(id))
  return over({ base, changed: all }, size)
}

function copied(before: Rows, changes: readonly RowChange[]): Rows {
  const rows = new Map(before)
  for (const [id, put] of changes) {
    if (put === null) rows.delete(id)
    else rows.set(id, put.value)
  }
  return rows
}

/** @param size how many rows there are in all */
function over(layers: Layered, size: number): Rows {
  const { base, changed } = layers
  function* entries(): Generator<[string, unknown], undefined> {
    for (const [id, value] of base) {
      const put = changed.get(id)
      if (put !== null) yield [id, put === undefined ? value : put.value]
    }
    for (const [id, put] of changed) if (put !== null && !base.has(id)) yield [id, put.value]
    return undefined
  }
  function* keys(): Generator<string, undefined> {
    for (const [id] of entries()) yield id
    return undefined
  }
  function* values(): Generator<unknown, undefined> {
    for (const [, value] of entries()) yield value
    return undefined
  }
  const rows: Rows = {
    size,
    has: (id) => {
      const put = changed.get(id)
      return put === undefined ? base.has(id) : put !== null
    },
    get: (id) => {
      const put = changed.get(id)
      return put === undefined ? base.get(id) : put?.value
    },
    entries,
    keys,
    values,
    forEach: (each) => {
      for (const [id, value] of entries()) each(value, id, rows)
    },
    [Symbol.iterator]: entries,
  }
  layered.set(rows, layers)
  return rows
}
