import { expect, test } from 'vitest'
import { whenNoTitle } from '../../../renderer/counter/FindTitle.tsx'

test('F10 looks for a name before it notes a title without a file, and notes it once nothing waits under that name', () => {
  expect(whenNoTitle('Mercier', null)).toBe('search')
  expect(whenNoTitle(' Mercier ', 'Mercier')).toBe('note')
  expect(whenNoTitle('Moreau', 'Mercier')).toBe('search')
})

test('where no name is written, F10 notes it at once', () => {
  expect(whenNoTitle('', null)).toBe('note')
  expect(whenNoTitle(' ', null)).toBe('note')
})
