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

test('an article chosen in the base by its title there is the base’s, whatever section the title names', () => {
  const law = lawOf(
    shippedCatalogue(),
    [{ title: 'CRPA R113-8 · Sous-section 1 : Justification de l’identité et du domicile', said: null }],
    { procedureId: null, on: '2026-03-03' as never },
  )
  expect(law).toMatchObject([{ title: 'CRPA R113-8', sources: [{ title: 'CRPA R113-8' }] }])
})
