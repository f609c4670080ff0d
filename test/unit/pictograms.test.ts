import { expect, test } from 'vitest'
import { pictogramOf } from '../../renderer/kiosk/pictograms.tsx'
import { numberIn } from '../../renderer/kiosk/speech.ts'
import { LocalDate, ProcedureId } from '../../shared/contract/ids.ts'
import { allProcedures, shippedCatalogue } from '../../shared/procedures/catalogue.ts'

test('every procedure has a picture of its own, a title to collect another, whatever an office made the service’s', () => {
  const shipped = allProcedures(shippedCatalogue(), LocalDate.parse('2026-03-03'))
  const requests = shipped.map(({ procedureId }) => ({ procedureId, purpose: 'request' as const }))
  expect(requests.length).toBeGreaterThan(20)
  const service = pictogramOf({ procedureId: null, purpose: 'request' })
  const collection = pictogramOf({ procedureId: ProcedureId.parse('cni'), purpose: 'collection' })
  const pictures = [...requests.map(pictogramOf), collection, service]
  expect(new Set(pictures).size).toBe(pictures.length)
  expect(pictogramOf({ procedureId: ProcedureId.parse('macon-macarons'), purpose: 'request' })).toBe(service)
})

test('without a voice of the system, the recorded pieces say a ticket’s number, in French and nothing else', () => {
  expect(numberIn({ text: 'A\u00a042', lang: 'fr' })).toEqual([['ticket', 'letter-a', 'number-42']])
  expect(numberIn({ text: 'Gardez le ticket PB 12.', lang: 'fr' })).toEqual([
    ['ticket', 'letter-p', 'letter-b', 'number-12'],
  ])
  expect(numberIn({ text: 'A 42', lang: 'ar' })).toBeNull()
  expect(numberIn({ text: 'Attente : 14 à 22 minutes', lang: 'fr' })).toBeNull()
})
