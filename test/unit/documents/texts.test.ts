import { expect, test } from 'vitest'
import { lawOf } from '../../../shared/domain/documents/texts.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'

test.each([
  ['C. éduc. D131-3-1', 'C. éduc. D131-3-1'],
  ['C. éduc. D131-3-1 (décret 2020-811)', 'C. éduc. D131-3-1 (décret 2020-811)'],
  ['C. éduc. D131-3-1, dernier alinéa', 'C. éduc. D131-3-1, dernier alinéa'],
  ['C. éduc. D131-3-1, 2°', 'C. éduc. D131-3-1, 2°'],
])('%s is printed with the part that was typed, once', (typed, printed) => {
  const [law] = lawOf(shippedCatalogue(), [{ title: typed, said: null }], {
    procedureId: 'inscription-scolaire' as never,
    on: '2026-03-03' as never,
  })
  expect(law).toMatchObject({ title: printed, sources: [{ id: 'LEGIARTI000042060393' }] })
})
