import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { mayConcern } from '../../../electron/host/appointments/telling.ts'
import { bookings, given, minute, nine, refused, row, type Bookings } from '../../fixtures/bookings.ts'

// Appointments that a file brings, and those that the office gives.

let here: Bookings
beforeEach(() => {
  here = bookings()
})

describe('an import', () => {
  test('takes what can be read, and names the rest by its line', () => {
    const { taken, skipped, report } = here.imported(
      row('10:00', 'AA1', 'Ndiaye'),
      row('25:99', 'BB2', 'Petit'),
    )
    expect([taken, skipped]).toEqual([1, 1])
    expect(report.map(({ line, state, code }) => [line, state, code])).toEqual([
      [2, 'taken', 'taken'],
      [3, 'skipped', 'malformedHour'],
    ])
  })

  test('of the same file again changes nothing but what it says of each line', () => {
    here.imported(row('10:00', 'AA1', 'Ndiaye'))
    const { report } = here.imported(row('10:30', 'AA1', 'Ndiaye'))
    expect(report.map(({ state }) => state)).toEqual(['changed'])
    const { appointments } = here.office.view('appointments.view', 'supervisor')
    expect(appointments.map(({ startsAt }) => startsAt)).toEqual([nine + 90 * minute])
  })

  test.each([
    ['a code', '2026-03-03;09:15;Titres d’identité;AA1;Ndiaye'],
    ['an hour alone', '2026-03-03;09:15;Titres d’identité;;'],
  ])(
    'says of a line of %s that it is known where its person is here already: it takes nobody',
    (_of, line) => {
      const text = ['date;heure;service;code;nom', line].join('\n')
      const read = () => given(here.office.act('appointment.import', { text }, 'supervisor')).report
      expect(read()).toMatchObject([{ state: 'taken' }])
      const [one] = here.office.view('appointments.view', 'supervisor').appointments
      given(here.office.act('appointment.arrive', { appointmentId: one!.appointmentId }, 'agent1'))
      expect(read()).toMatchObject([{ state: 'changed', code: 'changed' }])
      expect(here.office.view('appointments.view', 'supervisor').appointments).toHaveLength(1)
    },
  )

  test('gives a code to one appointment: the second line that bears it is named', () => {
    const { taken, report } = here.imported(row('10:00', 'AA1', 'Ndiaye'), row('11:00', 'AA1', 'Petit'))
    expect(taken).toBe(1)
    expect(report[1]).toMatchObject({ line: 3, state: 'skipped', code: 'duplicate' })
  })

  test('keeps what a file has at another hour under the code of a line that it cancels', () => {
    const text = [
      'date;heure;service;code;nom;statut',
      '2026-03-03;10:00;Titres d’identité;AA1;Ndiaye;annulé',
      '2026-03-03;11:00;Titres d’identité;aa 1;Ndiaye;',
    ].join('\n')
    const states = ['first', 'again'].map(() =>
      given(here.office.act('appointment.import', { text }, 'supervisor')).report.map(({ state }) => state),
    )
    expect(states).toEqual([
      ['skipped', 'taken'],
      ['skipped', 'changed'],
    ])
    expect(here.office.office.appointments.size).toBe(1)
  })

  test('that no calendar can be read in is refused, and changes nothing', () => {
    const before = here.office.changes
    expect(refused(here.office.act('appointment.import', { text: 'bonjour' }, 'supervisor') as never)).toBe(
      'calendarUnreadable',
    )
    expect(here.office.changes).toBe(before)
  })

  test('leaves names, codes and numbers out of the journal', () => {
    here.imported(row('10:00', 'SECRET77', 'Ndiaye', 'ABCDEFGHIJ'))
    expect(JSON.stringify(here.office.recorded)).not.toMatch(/Ndiaye|SECRET77|ABCDEFGHIJ/)
  })
})
test('the list of a day asks the calendar no more when more appointments of other days are kept', () => {
  const asked = (days: number): number => {
    here.imported(
      ...Array.from({ length: days * 4 }, (_, at) => {
        const day = String(4 + (at % days)).padStart(2, '0')
        return `2026-03-${day};1${Math.floor(at / days)}:00;Titres d’identité;Z${at};Personne ${at};`
      }),
    )
    const reading = vi.spyOn(Temporal.Instant, 'fromEpochMilliseconds')
    expect(here.office.view('appointments.view', 'supervisor', { date: '2026-03-04' }).total).toBe(4)
    const { length } = reading.mock.calls
    reading.mockRestore()
    return length
  }
  const few = asked(2)
  expect(asked(25)).toBe(few)
})

describe('a slot', () => {
  const first = () => here.office.view('appointments.view', 'supervisor').slots[0]!.slots[0]!.startsAt

  test('is given once, in the opening hours alone, and never in the past', () => {
    const startsAt = first()
    expect(startsAt).toBe(nine + 30 * minute)
    const { code } = given(here.office.act('appointment.book', { serviceId: 'titres', startsAt }, 'kiosk'))
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    expect(
      refused(here.office.act('appointment.book', { serviceId: 'titres', startsAt }, 'kiosk') as never),
    ).toBe('slotTaken')
    const asked = (at: number) =>
      refused(here.office.act('appointment.book', { serviceId: 'titres', startsAt: at }, 'kiosk') as never)
    expect(asked(nine - minute)).toBe('timeInPast')
    expect(asked(Date.UTC(2026, 2, 3, 22))).toBe('slotTaken')
    expect(first()).toBe(nine + 60 * minute)
  })

  test('settles who can’t be received today, with a certificate too', () => {
    const { ticketId } = given(here.office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    const { document } = given(
      here.office.act('ticket.settle', { ticketId, how: 'appointment' }, 'supervisor'),
    )
    expect(document?.number).toBe('NR-2026-1')
    const [paper] = here.office.documents.values()
    const [instead] = here.office.view('appointments.view', 'supervisor').appointments
    expect(paper, 'it says which appointment was given instead').toMatchObject({
      facts: { kind: 'nonReception', appointmentAt: instead?.startsAt },
    })
    expect(here.office.view('appointments.view', 'supervisor').appointments).toHaveLength(1)
  })

  test('given to somebody who came without one concerns the calendars; their ticket does not', () => {
    const { ticketId } = given(here.office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    const concern = () =>
      here.office.recorded.filter((one) => mayConcern(here.office.office, one)).map(({ event }) => event.type)
    const before = concern()
    expect(before).not.toContain('ticketTaken')
    given(here.office.act('ticket.settle', { ticketId, how: 'appointment' }, 'supervisor'))
    expect(concern().slice(before.length)).toEqual(['appointmentBooked'])
  })

  test('of tomorrow is kept by the closing of a day left open overnight', () => {
    const { code } = given(
      here.office.act(
        'appointment.book',
        { serviceId: 'titres', startsAt: Date.UTC(2026, 2, 4, 7, 30) },
        'agent1',
      ),
    )
    here.office.clock = Date.UTC(2026, 2, 4, 7, 45)
    expect(given(here.office.act('day.open', {}, 'supervisor')).date).toBe('2026-03-04')
    expect(given(here.arrives({ code })).late).toBe(false)
  })

  test('that overlaps what is taken outside is neither offered nor given', () => {
    here.imported(row('09:40', 'AA1', 'Ndiaye'))
    expect(first()).toBe(nine + 60 * minute)
    const asked = { serviceId: 'titres', startsAt: nine + 30 * minute }
    expect(refused(here.office.act('appointment.book', asked, 'supervisor') as never)).toBe('slotTaken')
  })

  test('is agreed for no hour so far that its person would be kept for ever', () => {
    const asked = { serviceId: 'elections', startsAt: 8_640_000_000_000_000, name: 'Ndiaye' }
    const book = (startsAt: number) => here.office.act('appointment.book', { ...asked, startsAt }, 'agent1')
    expect(refused(book(asked.startsAt) as never)).toBe('slotTaken')
    expect(refused(book(nine + 3 * 366 * 24 * 60 * minute) as never)).toBe('slotTaken')
    const { appointmentId } = given(book(nine + 24 * 60 * minute))
    const far = { appointmentId, startsAt: asked.startsAt }
    expect(refused(here.office.act('appointment.move', far, 'agent1') as never)).toBe('slotTaken')
  })

  test('is for somebody: the field of the name holds no sentence', () => {
    const book = (name: string) =>
      here.office.act('appointment.book', { serviceId: 'titres', startsAt: first(), name }, 'agent1')
    for (const said of ['Apportez un bail', 'Votre demande est refusée', 'À recevoir : art. L114-5'])
      expect(book(said)).toEqual({ refusal: 'nameMalformed', details: [said] })
    for (const name of [
      'Ndiaye',
      'DUPONT-MARTIN Léa',
      'M. et Mme Roux (2 passeports)',
      'SCI Les Lilas 2',
      '',
    ])
      given(book(name))
  })

  test('is moved to another free hour under the same code, and gives its own back', () => {
    const startsAt = first()
    const { appointmentId, code } = given(
      here.office.act('appointment.book', { serviceId: 'titres', startsAt }, 'kiosk'),
    )
    const other = given(
      here.office.act('appointment.book', { serviceId: 'titres', startsAt: first() }, 'kiosk'),
    ).startsAt
    const move = (to: number) =>
      here.office.act('appointment.move', { appointmentId, startsAt: to }, 'supervisor')
    expect(refused(move(other) as never)).toBe('slotTaken')
    expect(refused(move(nine - minute) as never)).toBe('timeInPast')
    expect(given(move(other + 30 * minute)).startsAt).toBe(other + 30 * minute)
    expect(first()).toBe(startsAt)
    expect(here.office.personal.appointments.get(appointmentId)?.code).toBe(code)
    here.office.clock += 90 * minute
    given(here.arrives({ code }))
    expect(refused(move(first()) as never)).toBe('appointmentAlreadyHere')
  })
})
