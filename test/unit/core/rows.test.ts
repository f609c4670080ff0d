import { expect, test } from 'vitest'
import { rowsAfter } from '../../../electron/host/core/rows.ts'

const many = (count: number) =>
  new Map(Array.from({ length: count }, (_, at) => [`row ${at}`, at as unknown]))

test('one row changed of many reads none of the others', () => {
  const rows = many(5000)
  const read = { whole: 0 }
  const watched: ReadonlyMap<string, unknown> = new Proxy(rows, {
    get: (map, name) => {
      if (name === Symbol.iterator || name === 'entries') read.whole++
      const value: unknown = Reflect.get(map, name, map)
      return typeof value === 'function' ? (value as () => unknown).bind(map) : value
    },
  })
  let after = watched
  for (let act = 0; act < 100; act++) after = rowsAfter(after, [[`row ${act}`, { value: 'changed' }]])
  expect(after.get('row 7')).toBe('changed')
  expect(read.whole).toBe(0)
})
