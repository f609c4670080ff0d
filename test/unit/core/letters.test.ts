import { expect, test } from 'vitest'
import { normalForm } from '../../../shared/contract/letters.ts'

test('a text is put in the form asked, its marks with it', () => {
  expect(normalForm('NFC', 'E\u0301lodie')).toBe('Élodie')
  expect(normalForm('NFD', 'Élodie')).toBe('E\u0301lodie')
  expect(normalForm('NFKD', 'ﬁ')).toBe('fi')
})

test('marks of one letter past the thirtieth are left out, so that their order costs nothing', () => {
  const crowded = `a${'\u0301\u0316'.repeat(100_000)}b`
  expect(normalForm('NFD', crowded)).toHaveLength('a'.length + 30 + 'b'.length)
  expect(normalForm('NFD', `${'e\u0301'.repeat(40)}`)).toHaveLength(80)
})
