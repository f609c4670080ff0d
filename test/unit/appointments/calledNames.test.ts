import { beforeEach, describe, expect, test } from 'vitest'
import type { TicketId } from '../../../shared/contract/ids.ts'
import { bookings, given, minute, row, threeExpected, type Bookings } from '../../fixtures/bookings.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'

// The name of an appointment: shown until the call, erased once the end of the passage can't be taken back.

let here: Bookings
beforeEach(() => {
  here = bookings()
})

describe('the name of who arrives', () => {
  beforeEach(() => void here.imported(...threeExpected))

  test('keeps the name until the end of the visit can’t be taken back, shown to nobody from the call', () => {
    const { ticketId } = given(here.arrives({ code: 'AA1' }))
    const id = here.office.office.tickets.get(ticketId)!.appointmentId!
    const kept = () => here.office.personal.appointments.get(id)?.name
    expect(here.shown()).toBe('Fatou Ndiaye')
    expect(here.called().ticket?.preApplications).toEqual(['ABCDEFGHIJ'])
    expect([kept(), here.shown()]).toEqual(['Fatou Ndiaye', null])
    given(here.office.act('ticket.start', {}, 'agent1'))
    given(here.office.act('visit.close', { outcome: 'information' }, 'agent1'))
    expect([kept(), here.shown()]).toEqual(['Fatou Ndiaye', null])
    given(here.arrives({ code: 'BB2' }))
    here.called()
    expect(kept(), 'the closing can still be taken back').toBe('Fatou Ndiaye')
    given(here.office.act('ticket.start', {}, 'agent1'))
    expect([kept(), here.shown()]).toEqual([null, null])
  })

  test('keeps the name of who waits again once the end of the visit is taken back, and a file brings them no second time', () => {
    const { ticketId } = given(here.arrives({ code: 'AA1' }))
    here.called()
    given(here.office.act('ticket.start', {}, 'agent1'))
    given(here.office.act('visit.close', { outcome: 'information' }, 'agent1'))
    given(here.office.act('counter.undo', {}, 'agent1'))
    given(here.office.act('counter.close', { counterId: '1', reason: 'malaise' }, 'supervisor'))
    const { state, appointmentId } = here.office.office.tickets.get(ticketId)!
    expect([state, here.office.personal.appointments.get(appointmentId!)?.name]).toEqual([
      'waiting',
      'Fatou Ndiaye',
    ])
    expect(here.imported(row('10:00', '', 'Fatou Ndiaye')).report.map((one) => one.state)).toEqual([
      'changed',
    ])
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
    expect(named()).toBe(true)
    ofAgent('counter.close')
    expect(named()).toBe(false)
  })

  test('is erased with the day, at a counter that received nobody afterwards', () => {
    here.called()
    ofAgent('ticket.start')
    ofAgent('visit.close', { outcome: 'information' })
    given(here.office.act('day.close', {}, 'supervisor'))
    expect(here.office.personal.appointments.size).toBe(0)
  })

  test('is kept for who comes back after a visit that was not received, by the service’s doing', () => {
    here.called()
    ofAgent('ticket.start')
    ofAgent('visit.close', { outcome: 'notServed', fault: 'service' })
    back(ticketId)
    ofAgent('counter.close')
    expect([here.office.office.tickets.get(ticketId)?.state, named()]).toEqual(['waiting', true])
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

  const taken = (input: object = {}) =>
    given(here.office.act('ticket.take', { serviceId: 'titres', ...input }, 'kiosk'))
  const ended = () => {
    ofAgent('ticket.start')
    ofAgent('visit.close', { outcome: 'information', last: true })
  }

  test.each([
    [
      'two people were absent',
      () => {
        for (const one of [taken(), taken()]) absent(one.ticketId)
      },
    ],
    [
      'three pauses ended',
      () => {
        for (const _ of [1, 2, 3]) {
          ofAgent('counter.pause', { reason: 'courrier' })
          ofAgent('counter.resume')
        }
      },
    ],
    [
      'somebody called did not show their card',
      () => {
        taken()
        const claim = { groundId: 'cmiPriorite', proof: 'toShow' }
        const claimed = taken({ priority: claim }).ticketId
        expect(here.called().ticket?.ticketId).toBe(claimed)
        ofAgent('ticket.setPriority', { ticketId: claimed, priority: null })
      },
    ],
    [
      'somebody called was settled by a supervisor',
      () => {
        const called = taken().ticketId
        here.called()
        const settled = { ticketId: called, how: 'certificate', fault: 'service' }
        given(here.office.act('ticket.settle', settled as never, 'supervisor'))
      },
    ],
  ])('is erased with their sheet once somebody is received after %s', (_, between) => {
    here.called()
    ended()
    between()
    taken()
    here.called()
    ended()
    expect([named(), here.office.personal.closedSheets.size], 'the last sheet alone').toEqual([false, 1])
  })

  test('is kept with their sheet while their counter can take the end back, whoever is received at another', () => {
    here.called()
    ended()
    given(here.office.act('counter.open', { counterId: '2' }, 'agent2'))
    taken()
    given(here.office.act('ticket.callNext', {}, 'agent2'))
    given(here.office.act('ticket.start', {}, 'agent2'))
    expect([named(), here.office.personal.closedSheets.size]).toEqual([true, 1])
    ofAgent('counter.undo')
    expect(here.office.office.tickets.get(ticketId)?.state).toBe('serving')
    expect([here.office.personal.sheets.size, here.office.personal.closedSheets.size]).toEqual([1, 0])
  })

  test('is kept for the day of who leaves before any call', () => {
    given(here.office.act('ticket.leave', { ticketId }, 'agent2'))
    expect(named()).toBe(true)
  })
})
