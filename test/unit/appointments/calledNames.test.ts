import { beforeEach, describe, expect, test } from 'vitest'
import type { TicketId } from '../../../shared/contract/ids.ts'
import { bookings, given, minute, row, type Bookings } from '../../fixtures/bookings.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'

// The name of an appointment: shown until the call, erased once the passage has ended.

let here: Bookings
beforeEach(() => {
  here = bookings()
})

describe('the name of who arrives', () => {
  beforeEach(
    () =>
      void here.imported(
        row('10:00', 'AA1', 'Fatou Ndiaye', 'ABCDEFGHIJ'),
        row('11:00', 'BB2', 'Marie Petit'),
        row('11:30', 'CC3', 'Jean Petit'),
      ),
  )

  test('keeps the name until the end of the visit, shown to nobody from the call', () => {
    const { ticketId } = given(here.arrives({ code: 'AA1' }))
    const id = here.office.office.tickets.get(ticketId)!.appointmentId!
    const kept = () => here.office.personal.appointments.get(id)?.name
    expect(here.shown()).toBe('Fatou Ndiaye')
    expect(here.called().ticket?.preApplications).toEqual(['ABCDEFGHIJ'])
    expect([kept(), here.shown()]).toEqual(['Fatou Ndiaye', null])
    given(here.office.act('ticket.start', {}, 'agent1'))
    given(here.office.act('visit.close', { outcome: 'information' }, 'agent1'))
    expect([kept(), here.shown()]).toEqual([null, null])
  })

  test.each([
    ['taken back at once', ['counter.undo']],
    ['taken back once they were received', ['ticket.start', 'counter.undo', 'counter.undo']],
  ])(
    'keeps the name of who waits again after a call %s, and a file brings them no second time',
    (_, acts) => {
      given(here.arrives({ code: 'AA1' }))
      here.called()
      for (const name of acts) given(here.office.act(name as 'counter.undo', {}, 'agent1'))
      expect(here.shown()).toBe('Fatou Ndiaye')
      expect(here.imported(row('10:00', '', 'Fatou Ndiaye')).report.map(({ state }) => state)).toEqual([
        'changed',
      ])
    },
  )

  test('keeps the name of who waits again since the counter that called them closed', () => {
    given(here.arrives({ code: 'AA1' }))
    here.called()
    given(here.office.act('counter.close', { counterId: '1', reason: 'malaise' }, 'supervisor'))
    expect(here.shown()).toBe('Fatou Ndiaye')
  })
})

describe('the name of who was called', () => {
  const named = () =>
    [...here.office.personal.appointments.values()].some(({ name }) => name === 'Fatou Ndiaye')
  const ofAgent = (name: Parameters<PureOffice['act']>[0], input: object = {}) =>
    given(here.office.act(name, input as never, 'agent1') as never)
  const absent = (ticketId: TicketId) => {
    here.called()
    here.office.clock += minute
    for (const _ of [1, 2, 3]) ofAgent('ticket.recall', { ticketId })
    here.office.clock += 10 * minute
    ofAgent('ticket.markAbsent', { ticketId })
  }
  const back = (ticketId: TicketId) =>
    given(here.office.act('ticket.return', { ticketId }, 'agent2') as { output: unknown })
  let ticketId: TicketId
  beforeEach(() => {
    here.imported(row('10:00', '', 'Fatou Ndiaye'))
    const { appointmentId } = here.office.view('appointments.view', 'supervisor').appointments[0]!
    ticketId = given(here.arrives({ appointmentId })).ticketId
  })

  test.each([
    ['moved to another service', () => ofAgent('ticket.transfer', { serviceId: 'etat-civil', reason: 'x' })],
    [
      'whose counter closes',
      () => given(here.office.act('counter.close', { counterId: '1', reason: 'malaise' }, 'supervisor')),
    ],
  ])('is kept for who goes on after the first of two requests, %s', (_, goesOn) => {
    here.called()
    ofAgent('ticket.start')
    ofAgent('visit.addService', { serviceId: 'titres' })
    ofAgent('visit.close', { outcome: 'information' })
    goesOn()
    expect(here.office.office.tickets.get(ticketId)?.state).toBe('waiting')
    expect([named(), here.shown()]).toEqual([true, null])
    expect(here.imported(row('10:00', '', 'Fatou Ndiaye')).report.map(({ state }) => state)).toEqual([
      'changed',
    ])
  })

  test('is erased with the last of their requests', () => {
    here.called()
    ofAgent('ticket.start')
    ofAgent('visit.addService', { serviceId: 'titres' })
    ofAgent('visit.close', { outcome: 'information', last: true })
    expect(named()).toBe(false)
  })

  test('is shown to nobody once they were absent and came back', () => {
    absent(ticketId)
    back(ticketId)
    expect([named(), here.shown()]).toEqual([true, null])
  })

  test.each([
    [
      'settled at a counter',
      () => {
        here.called()
        ofAgent('ticket.start')
        given(here.office.act('ticket.settle', { ticketId, how: 'certificate' }, 'supervisor'))
      },
    ],
    [
      'gone while their return was awaited',
      () => {
        here.called()
        ofAgent('ticket.start')
        ofAgent('ticket.park', { reason: 'photo' })
        given(here.office.act('ticket.leave', { ticketId }, 'agent2'))
      },
    ],
    [
      'settled with all the others',
      () => {
        here.called()
        ofAgent('ticket.start')
        ofAgent('ticket.park', { reason: 'photo' })
        given(here.office.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor'))
      },
    ],
    [
      'gone after they came back from an absence',
      () => {
        absent(ticketId)
        back(ticketId)
        given(here.office.act('ticket.leave', { ticketId }, 'agent2'))
      },
    ],
  ])('is erased once they are %s', (_, ends) => {
    ends()
    expect(named()).toBe(false)
  })

  test('is kept for the day of who leaves before any call', () => {
    given(here.office.act('ticket.leave', { ticketId }, 'agent2'))
    expect(named()).toBe(true)
  })
})
