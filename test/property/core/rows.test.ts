import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { rowsAfter } from '../../../electron/host/core/rows.ts'

const name = (at: number) => `row ${at}`
const change = fc.tuple(
  fc.integer({ min: 0, max: 700 }).map(name),
  fc.option(fc.record({ value: fc.integer() })),
)
const acts = fc.array(fc.array(change, { maxLength: 90 }), { maxLength: 8 })

property.prop([fc.integer({ min: 0, max: 600 }), acts])(
  'rows that were changed many times are those of a map that was changed as often, and those of before stay',
  (count, all) => {
    const expected = new Map(Array.from({ length: count }, (_, at) => [name(at), at]))
    let rows: ReadonlyMap<string, unknown> = new Map(expected)
    for (const changes of all) {
      const [before, was] = [rows, new Map(rows)]
      rows = rowsAfter(rows, changes)
      for (const [id, put] of changes) {
        if (put === null) expected.delete(id)
        else expected.set(id, put.value)
      }
      expect(new Map(before)).toEqual(was)
      expect(new Map(rows)).toEqual(expected)
      expect(rows.size).toBe(expected.size)
      expect(new Set(rows.keys())).toEqual(new Set(expected.keys()))
      expect(new Set(rows.values())).toEqual(new Set(expected.values()))
      for (const [id] of changes)
        expect([rows.get(id), rows.has(id)]).toEqual([expected.get(id), expected.has(id)])
    }
  },
)
