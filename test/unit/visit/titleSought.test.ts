import { expect, test } from 'vitest'
import { soughtBy, whenNoTitle } from '../../../renderer/counter/FindTitle.tsx'

test('F10 looks for a name before it notes a title without a file, and notes it once nothing waits under that name', () => {
  expect(whenNoTitle('Mercier', null)).toBe('search')
  expect(whenNoTitle(' Mercier ', 'Mercier')).toBe('note')
  expect(whenNoTitle('Moreau', 'Mercier')).toBe('search')
})

test('where no name is written, F10 notes it at once', () => {
  expect(whenNoTitle('', null)).toBe('note')
  expect(whenNoTitle(' ', null)).toBe('note')
})

test('a search that failed is made again: no drawer was read', () => {
  const cut = { error: { message: 'La liaison est coupée.' } }
  expect(whenNoTitle('Mercier', soughtBy('Mercier', cut))).toBe('search')
  expect(whenNoTitle('Mercier', soughtBy('Mercier', { output: { titles: [], more: false } }))).toBe('note')
})
