import { beforeEach, describe, expect, test } from 'vitest'
import type { PlaceKept } from '../../../shared/contract/appointments/keptPlace.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { toGiveBack } from '../../../shared/domain/partners/wanted.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// A person is sent to another office: what the one that sends decides alone. 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000

let office: PureOffice

const given = <O>(decision: { readonly output: O } | { readonly refusal: string }): O => {
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output
}
const refused = (decision: object) => ('refusal' in decision ? decision.refusal : undefined)
const take = () => given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
const call = () => given(office.act('ticket.callNext', {}, 'agent1'))

beforeEach(() => {
  office = PureOffice.school(nine)
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

describe('who is sent elsewhere', () => {
  const place = {
    placeId: '0198c1f2-0000-7abc-8def-0000000000aa',
    code: '7KMPQR',
    arrivedAt: nine,
    startsAt: null,
    until: nine + 8 * 60 * minute,
    service: 'Titres d’identité',
    office: { name: 'Mairie annexe', address: '3 rue Haute, 77000 Melun' },
    zone: 'Europe/Paris',
  } as unknown as PlaceKept
  const begin = (partnerId = 'annexe') => office.act('partners.beginAsking', { partnerId } as never, 'agent1')
  const begun = (partnerId?: string) => given(begin(partnerId)).requestId
  const noted = (answer: object, ticketId: string, requestId: string) =>
    office.act('partners.noteAnswer', { partnerId: 'annexe', ticketId, requestId, answer } as never, 'agent1')
  const note = (answer: object, ticketId: string) => noted(answer, ticketId, begun())
  const givenBack = () =>
    toGiveBack(office.office, '2026-03-03' as LocalDate).map(({ requestId }) => requestId)
  const served = () => {
    const { ticketId } = take()
    call()
    given(office.act('ticket.start', {}, 'agent1'))
    given(office.act('sheet.update', { procedureId: 'cni' }, 'agent1'))
    return ticketId
  }
  const paper = (to: object) => {
    given(office.act('visit.close', { outcome: 'forwarded', to } as never, 'agent1'))
    const issued = [...office.documents.values()].at(-1)
    if (issued === undefined || issued === 'erased') throw new Error('no paper')
    return JSON.stringify(draftContent(issued.facts)).replaceAll(/[\u00a0\u202f]/g, ' ')
  }

  test('leaves with a paper that says the hour kept and its code, of which the journal has nothing', () => {
    const ticketId = served()
    given(note({ is: 'kept', place }, ticketId))
    const text = paper(place.office)
    expect(text).toContain(
      'Votre heure d’arrivée, 9 h 00, est gardée par ce service, aujourd’hui jusqu’à 17 h 00.',
    )
    expect(text).toContain('Code à dire ou à taper en arrivant : 7KMPQR.')
    expect(text).toContain('CRPA, art. L114-2')
    expect(JSON.stringify(office.recorded)).not.toContain('7KMPQR')
    expect(office.recorded.some(({ event }) => event.type === 'placeAsked')).toBe(true)
  })

  test('has on a paper for another office nothing of a place that is not there', () => {
    given(note({ is: 'kept', place }, served()))
    expect(paper({ name: 'Préfecture' })).not.toContain('7KMPQR')
  })

  test('has no place any more once the request is another', () => {
    given(note({ is: 'kept', place }, served()))
    given(office.act('sheet.update', { procedureId: 'passeport' }, 'agent1'))
    expect(paper(place.office)).not.toContain('7KMPQR')
  })

  test('has the proof alone where the other office refuses or does not answer, even after a first place', () => {
    const ticketId = served()
    given(note({ is: 'kept', place }, ticketId))
    given(note({ is: 'unreachable' }, ticketId))
    const text = paper(place.office)
    expect(text).not.toContain('7KMPQR')
    expect(text).toContain('Service compétent : Mairie annexe')
  })

  test('is the one for whom the place was asked: an answer that comes for somebody gone changes nothing', () => {
    const ticketId = served()
    const requestId = begun()
    given(office.act('visit.close', { outcome: 'information' }, 'agent1'))
    served()
    expect(refused(noted({ is: 'kept', place }, ticketId, requestId))).toBe('ticketNotHere')
    // Nobody has the place that it may be: it is given back.
    expect(givenBack()).toEqual([requestId])
  })

  test('is asked for once of one office, whatever is clicked; another office, or another request, is another question', () => {
    const ticketId = served()
    const first = begun()
    given(noted({ is: 'unreachable' }, ticketId, first))
    expect(begun()).toBe(first)
    given(noted({ is: 'kept', place }, ticketId, first))
    expect(begun()).toBe(first)
    expect(givenBack()).toEqual([])
    const second = begun('centre')
    expect(second).not.toBe(first)
    expect(givenBack()).toEqual([first])
    expect(refused(noted({ is: 'kept', place }, ticketId, first))).toBe('placeGivenUp')
    given(office.act('sheet.update', { procedureId: 'passeport' }, 'agent1'))
    expect(begun('centre')).not.toBe(second)
    expect(givenBack().toSorted()).toEqual([first, second].toSorted())
  })

  test('who was refused a place has nothing to give back, and may ask again', () => {
    const ticketId = served()
    const first = begun()
    given(noted({ is: 'refused', why: 'placesFull' }, ticketId, first))
    expect(begun()).not.toBe(first)
    expect(givenBack()).toEqual([])
  })

  test('who goes nowhere else after all, or leaves with no paper that says the place, gives it back', () => {
    const ticketId = served()
    const first = begun()
    given(noted({ is: 'kept', place }, ticketId, first))
    given(office.act('partners.giveUpPlace', {}, 'agent1'))
    expect(givenBack()).toEqual([first])
    expect(paper(place.office)).not.toContain('7KMPQR')
    const next = served()
    const second = begun()
    given(noted({ is: 'kept', place }, next, second))
    given(office.act('visit.close', { outcome: 'information' }, 'agent1'))
    expect(givenBack().toSorted()).toEqual([first, second].toSorted())
    given(office.act('partners.noteReturn', { requestId: second, how: 'returned' } as never, 'agent1'))
    given(office.act('partners.noteReturn', { requestId: second, how: 'returned' } as never, 'agent1'))
    expect(givenBack()).toEqual([first])
    expect(office.recorded.filter(({ event }) => event.type === 'placeReturned')).toHaveLength(1)
    // Taken back, the closing finds no place that was given back meanwhile.
    given(office.act('counter.undo', {}, 'agent1'))
    expect(paper(place.office)).not.toContain('7KMPQR')
  })

  test('who was to come back and did not, once settled, gives it back', () => {
    const ticketId = served()
    const requestId = begun()
    given(noted({ is: 'kept', place }, ticketId, requestId))
    given(office.act('ticket.park', { reason: 'une photographie' }, 'agent1'))
    expect(givenBack()).toEqual([])
    given(office.act('ticket.settle', { ticketId, how: 'certificate' }, 'supervisor'))
    expect(givenBack()).toEqual([requestId])
  })

  test('of two requests of one visit, each has its own place: the second answer takes nothing from the first', () => {
    const ticketId = served()
    given(office.act('visit.addService', { serviceId: 'titres', procedureId: 'passeport' }, 'agent1'))
    const first = begun()
    given(noted({ is: 'kept', place }, ticketId, first))
    expect(paper(place.office)).toContain('7KMPQR')
    given(office.act('sheet.update', { procedureId: 'passeport' }, 'agent1'))
    const second = begun()
    given(noted({ is: 'kept', place: { ...place, code: '3ABCDE' } }, ticketId, second))
    expect(paper(place.office)).toContain('3ABCDE')
    expect(givenBack(), 'both are on a paper').toEqual([])
  })

  test('who leaves with the paper keeps the place; the closing taken back, it is given back by another end', () => {
    const ticketId = served()
    const requestId = begun()
    given(noted({ is: 'kept', place }, ticketId, requestId))
    expect(paper(place.office)).toContain('7KMPQR')
    expect(givenBack()).toEqual([])
    given(office.act('counter.undo', {}, 'agent1'))
    expect(givenBack()).toEqual([])
    given(office.act('visit.close', { outcome: 'information' }, 'agent1'))
    expect(givenBack()).toEqual([requestId])
    // Of a day that is over, nothing is kept any more.
    expect(toGiveBack(office.office, '2026-03-04' as LocalDate)).toEqual([])
  })
})
