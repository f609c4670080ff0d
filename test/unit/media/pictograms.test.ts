import { expect, test } from 'vitest'
import { pictogramOf, pictogramsOf } from '../../../renderer/kiosk/pictograms.tsx'
import { servicesToAsk } from '../../../renderer/kiosk/service.ts'
import { numberIn } from '../../../renderer/kiosk/speech.ts'
import {
  ownProcedures,
  serviceDraft,
  serviceFrom,
  withPictogram,
  withProcedures,
} from '../../../renderer/settings/office/services.ts'
import { pictogramIcons } from '../../../renderer/ui/pictograms.ts'
import { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { pictograms, type Pictogram } from '../../../shared/contract/media/pictograms.ts'
import { looksLike } from '../../../shared/domain/media/pictograms.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'
import { pictogramNames } from '../../../shared/messages/media/pictograms.fr.ts'
import { allProcedures, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { kioskViews } from '../../fixtures/views.kiosk.ts'

const request = (procedureId: string | null, pictogram: Pictogram | null = null) =>
  pictogramOf({
    procedureId: procedureId === null ? null : ProcedureId.parse(procedureId),
    purpose: 'request',
    pictogram,
  })

test('every procedure has a picture of its own, a title to collect another, whatever an office made the service’s', () => {
  const shipped = allProcedures(shippedCatalogue(), LocalDate.parse('2026-03-03'))
  expect(shipped.length).toBeGreaterThan(20)
  const service = request(null)
  const collection = pictogramOf({
    procedureId: ProcedureId.parse('cni'),
    purpose: 'collection',
    pictogram: null,
  })
  const pictures = [...shipped.map(({ procedureId }) => request(procedureId)), collection, service]
  expect(new Set(pictures).size).toBe(pictures.length)
  expect(request('macon-macarons')).toBe(service)
  expect(request('constructor'), 'a name that JavaScript has too').toBe(service)
})

test('no two pictures of the set are drawn or named alike, and none is that of a title to collect', () => {
  const icons = pictograms.map((picture) => pictogramIcons[picture])
  const collection = pictogramOf({ procedureId: null, purpose: 'collection', pictogram: null })
  expect(new Set([...icons, collection]).size).toBe(pictograms.length + 1)
  expect(new Set(Object.values(pictogramNames)).size).toBe(pictograms.length)
  // All seen at once, without a search.
  expect(pictograms.length).toBeLessThanOrEqual(60)
})

test('what an office made for itself has the picture that it chose; a shipped procedure has the same in every office', () => {
  expect(request(null, 'trees')).toBe(pictogramIcons.trees)
  expect(request('macon-macarons', 'store')).toBe(pictogramIcons.store)
  expect(request('cni', 'trees')).toBe(pictogramIcons.idCard)
  const chosen = usualServices.map((service) => ({
    ...service,
    pictogram: service.serviceId === 'elections' ? ('landmark' as const) : null,
  }))
  const drawn = servicesToAsk(kioskViews.townHall.motives, chosen)?.map((choice) => pictogramsOf(choice))
  expect(drawn?.slice(0, 3)).toEqual([
    [pictogramIcons.idCard, pictogramIcons.passport],
    [pictogramIcons.baby, pictogramIcons.flower],
    [pictogramIcons.landmark],
  ])
})

test('two services that show one picture are found, by what they chose or by what people come to them for', () => {
  const drawn = (procedures: readonly string[], pictogram: Pictogram | null) => ({
    procedures: procedures.map((id) => ProcedureId.parse(id)),
    pictogram,
  })
  const cards = drawn(['autre', 'cni', 'passeport'], null)
  const parks = drawn([], 'trees')
  expect(looksLike(cards, [parks])).toEqual([])
  expect(looksLike(drawn([], 'trees'), [cards, parks])).toEqual([parks])
  expect(looksLike(drawn([], 'passport'), [cards, parks])).toEqual([cards])
  // « Autre démarche » comes last: it is not among what the service shows.
  expect(looksLike(drawn([], 'ellipsis'), [cards])).toEqual([])
  const plain = drawn([], null)
  expect(looksLike(drawn([], null), [cards, plain])).toEqual([plain])
})

test('a picture is chosen for the procedures that no other office has, and goes with them', () => {
  const [macarons, card] = ['macon-macarons', 'cni'].map((id) => ProcedureId.parse(id)) as [
    ProcedureId,
    ProcedureId,
  ]
  const asked = withProcedures(serviceDraft(null, []), [card, macarons])
  expect(ownProcedures(asked)).toEqual([macarons])
  const chosen = withPictogram(withPictogram(asked, macarons, 'paw'), macarons, 'store')
  expect(chosen.procedurePictograms).toEqual([{ procedureId: macarons, pictogram: 'store' }])
  const made = serviceFrom({ ...chosen, name: 'Marché', pictogram: 'bus' }, null, new Set())
  expect(made).toMatchObject({
    service: { pictogram: 'bus', procedurePictograms: chosen.procedurePictograms },
  })
  expect(withPictogram(chosen, macarons, null).procedurePictograms).toEqual([])
  expect(withProcedures(chosen, [card]).procedurePictograms).toEqual([])
})

test('without a voice of the system, the recorded pieces say a ticket’s number, in French and nothing else', () => {
  expect(numberIn({ text: 'A\u00a042', lang: 'fr' })).toEqual([['ticket', 'letter-a', 'number-42']])
  expect(numberIn({ text: 'Gardez le ticket PB 12.', lang: 'fr' })).toEqual([
    ['ticket', 'letter-p', 'letter-b', 'number-12'],
  ])
  expect(numberIn({ text: 'A 42', lang: 'ar' })).toBeNull()
  expect(numberIn({ text: 'Attente : 14 à 22 minutes', lang: 'fr' })).toBeNull()
})
