import { expect, test } from 'vitest'
import { alone, measured, spread } from '../../bench/measure.ts'
import { goalsOf } from '../../bench/table.ts'

const row = alone('un acte', 'ms', 0.3, { most: 0.33 })

test('a part of the bench that measured nothing is refused, whatever figure is missing', () => {
  expect(measured([row])).toEqual([row])
  for (const rows of [
    [],
    [alone('un acte', 'ms', Number.NaN)],
    [{ ...row, ours: spread([[]]) }],
    [{ ...row, bare: 0, ratio: Infinity }],
  ])
    expect(() => measured(rows)).toThrow('rien')
})

test('the goals are counted, and each that is missed or was not measured is named', () => {
  const said = goalsOf([
    { title: 'Les actes', rows: [row, alone('un appel', 'ms', 0.4, { most: 0.33 })] },
    { title: 'La salle', rows: [], trouble: 'pas d’écran' },
  ])
  expect(said).toContain('1 tenus sur 2')
  expect(said).toContain('Les actes · un appel : 0,4 ms, ≤ 0,33 ms')
  expect(said).toContain('La salle : pas d’écran')
})
