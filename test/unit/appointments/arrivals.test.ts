import { beforeEach, describe, expect, test } from 'vitest'
import {
  bookings,
  given,
  minute,
  nine,
  refused,
  row,
  threeExpected,
  type Bookings,
} from '../../fixtures/bookings.ts'

// Who comes for an appointment: found by a code, a number or a name, and called at their hour.

let here: Bookings
beforeEach(() => {
  here = bookings()
})

describe('an arrival', () => {
  beforeEach(() => void here.imported(...threeExpected))

  test('by code, by pre-application number or by name, whatever the case and the accents', () => {
    expect(given(here.arrives({ code: 'aa1' })).startsAt).toBe(nine + 60 * minute)
    expect(refused(here.arrives({ code: 'ABCDEFGHIJ' }) as never)).toBe('appointmentAlreadyHere')
    expect(given(here.arrives({ name: 'MARIE' })).startsAt).toBe(nine + 120 * minute)
  })

  test('by a name that two people bear asks for the code', () => {
    expect(refused(here.arrives({ name: 'petit' }) as never)).toBe('appointmentAmbiguous')
    expect(refused(here.arrives({ name: 'Durand' }) as never)).toBe('unknownAppointment')
    expect(refused(here.arrives({}) as never)).toBe('unknownAppointment')
  })

  test('by a name that several bear takes the one at the hour that is said, and no other hour', () => {
    const petit = (minute: number) => here.arrives({ name: 'petit', minute })
    expect(refused(petit(12 * 60) as never)).toBe('unknownAppointment')
    expect(given(petit(11 * 60 + 30)).startsAt).toBe(nine + 150 * minute)
    expect(refused(petit(11 * 60 + 30) as never)).toBe('appointmentAlreadyHere')
    here.imported(row('11:00', 'DD4', 'Paul Petit'))
    expect(refused(petit(11 * 60) as never)).toBe('appointmentAmbiguous')
  })

  describe('by a code that two people of one family share', () => {
    const ofFamily = (code: string, hour: string, name: string, uid: string) =>
      `2026-03-03;${hour};Titres d’identité;${code};${name};${uid}`
    const family = (...rows: readonly string[]) =>
      given(
        here.office.act(
          'appointment.import',
          { text: ['date;heure;service;code;nom;uid', ...rows].join('\n') },
          'supervisor',
        ),
      )

    test('takes one of them, then the other, where they come at one hour for one service', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '10:30', 'Lise Roche', 'u2'))
      const tickets = [given(here.arrives({ code: 'ff6' })), given(here.arrives({ code: 'FF6' }))]
      const met = tickets.map(({ ticketId }) => {
        const id = here.office.office.tickets.get(ticketId)!.appointmentId!
        return here.office.personal.appointments.get(id)?.name
      })
      expect(met).toEqual(['Paul Roche', 'Lise Roche'])
      expect(refused(here.arrives({ code: 'FF6' }) as never)).toBe('appointmentAlreadyHere')
    })

    test('takes the one whose hour comes next, then the other, where they come at two hours', () => {
      family(ofFamily('FF6', '10:45', 'Lise Roche', 'u2'), ofFamily('FF6', '10:30', 'Paul Roche', 'u1'))
      const taken = ['ff6', 'FF6'].map((code) => given(here.arrives({ code })).startsAt)
      expect(taken).toEqual([nine + 90 * minute, nine + 105 * minute])
      expect(refused(here.arrives({ code: 'FF6' }) as never)).toBe('appointmentAlreadyHere')
    })

    test('takes the one to come before the one that was missed, which the same code still opens', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '14:00', 'Paul Roche', 'u2'))
      here.office.clock += 240 * minute
      const taken = ['FF6', 'FF6'].map((code) => given(here.arrives({ code })))
      expect(taken.map(({ startsAt, late }) => [startsAt, late])).toEqual([
        [nine + 300 * minute, false],
        [nine + 90 * minute, true],
      ])
    })

    test('typed twice by one person who comes twice keeps the afternoon for the afternoon', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '16:00', 'ROCHE Paul', 'u2'))
      given(here.arrives({ code: 'FF6' }))
      for (const input of [{ code: 'FF6' }, { name: 'Paul' }])
        expect(refused(here.arrives(input) as never)).toBe('appointmentAlreadyHere')
      here.called()
      expect(given(here.arrives({ code: 'FF6' })).startsAt).toBe(nine + 420 * minute)
    })

    test('typed again by one person whose hours follow each other takes the next hour too, and keeps the afternoon', () => {
      family(
        ofFamily('FF6', '10:30', 'Paul Roche', 'u1'),
        ofFamily('FF6', '10:45', 'ROCHE Paul', 'u2'),
        ofFamily('FF6', '11:00', 'Paul Roche', 'u3'),
        ofFamily('FF6', '16:00', 'Paul Roche', 'u4'),
      )
      const hours = [1, 2, 3].map(() => given(here.arrives({ code: 'FF6' })).startsAt)
      expect(hours).toEqual([90, 105, 120].map((minutes) => nine + minutes * minute))
      expect(refused(here.arrives({ code: 'FF6' }) as never)).toBe('appointmentAlreadyHere')
    })

    test('lets the reception note the afternoon of who waits for the morning, from the list', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '16:00', 'Paul Roche', 'u2'))
      given(here.arrives({ code: 'FF6' }))
      const { appointments } = here.office.view('appointments.view', 'supervisor')
      const { appointmentId } = appointments.findLast(({ state }) => state === 'expected')!
      expect(given(here.arrives({ appointmentId })).startsAt).toBe(nine + 420 * minute)
    })

    test('takes the last of those that were missed', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '10:45', 'Lise Roche', 'u2'))
      here.office.clock += 240 * minute
      expect(given(here.arrives({ code: 'FF6' })).startsAt).toBe(nine + 105 * minute)
    })

    test('without a letter tells nobody from another: the name that two of them bear is not enough', () => {
      family(ofFamily('-', '10:30', 'Jean Martin', 'u1'), ofFamily('-', '11:00', 'Luc Martin', 'u2'))
      expect(refused(here.arrives({ name: 'Martin' }) as never)).toBe('appointmentAmbiguous')
      expect(given(here.arrives({ name: 'Luc Martin' })).startsAt).toBe(nine + 120 * minute)
      expect(refused(here.arrives({ name: 'Martin' }) as never), 'Luc may say it again').toBe(
        'appointmentAmbiguous',
      )
      expect(given(here.arrives({ name: 'Martin', minute: 630 })).startsAt).toBe(nine + 90 * minute)
    })

    test('takes nobody by a code without a letter', () => {
      family(ofFamily('--', '10:30', 'Paul Roche', 'u1'))
      expect(refused(here.arrives({ code: '-' }) as never)).toBe('unknownAppointment')
    })
  })

  test('early has the rank of its arrival until its hour is near, then comes before who came earlier', () => {
    const walkIn = given(here.office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    const early = given(here.arrives({ code: 'AA1' }))
    expect(here.office.view('counter.view', 'agent1').next?.ticket.number).toBe(walkIn.number)
    here.office.clock += 51 * minute
    const { ticket, reason } = here.called()
    expect([ticket?.number, reason?.code, reason?.overtaken]).toEqual([early.number, 'appointment', 1])
  })

  test('later than the tolerance is received as who came without one, never refused', () => {
    here.office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    here.office.clock += 76 * minute
    const late = given(here.arrives({ code: 'AA1' }))
    expect(late.late).toBe(true)
    expect(here.called().ticket?.number).toBe('A1')
  })

  test('by a name is of who is not called yet, whoever of the same name is being received', () => {
    given(here.arrives({ code: 'BB2' }))
    expect(refused(here.arrives({ name: 'Petit' }) as never)).toBe('appointmentAmbiguous')
    here.called()
    expect(given(here.arrives({ name: 'Petit' })).startsAt).toBe(nine + 150 * minute)
  })
})
