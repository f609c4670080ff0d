import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { TicketId } from '../../../shared/contract/ids.ts'
import type { Decision } from '../../../shared/domain/decision.ts'
import { mayConcern } from '../../../electron/host/appointments/telling.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000

let office: PureOffice

const titres = {
  serviceId: 'titres',
  rule: { targetMinutes: 15, maximumMinutes: 60, weight: 1, cap: null },
  access: ['walkIn', 'appointment'],
  slotMinutes: 30,
}

beforeEach(() => {
  office = PureOffice.school(nine)
  office.act('rules.set', { services: [titres] }, 'supervisor')
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

const csv = (...rows: readonly string[]) => ['date;heure;service;code;nom;pré-demandes', ...rows].join('\n')
const row = (hour: string, code: string, name: string, pre = '') =>
  `2026-03-03;${hour};Titres d’identité;${code};${name};${pre}`

function given<O>(decision: { readonly output: O } | { readonly refusal: string }): O {
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output
}
const refused = (decision: Decision<never>) => ('refusal' in decision ? decision.refusal : undefined)
const imported = (...rows: readonly string[]) =>
  given(office.act('appointment.import', { text: csv(...rows) }, 'supervisor'))
const arrives = (input: object) => office.act('appointment.arrive', input, 'kiosk')
/** The name that the list of the day shows of the first appointment. */
const shown = () => office.view('appointments.view', 'supervisor').appointments[0]!.name
const called = () => given(office.act('ticket.callNext', {}, 'agent1'))

describe('an import', () => {
  test('takes what can be read, and names the rest by its line', () => {
    const { taken, skipped, report } = imported(row('10:00', 'AA1', 'Ndiaye'), row('25:99', 'BB2', 'Petit'))
    expect([taken, skipped]).toEqual([1, 1])
    expect(report.map(({ line, state, code }) => [line, state, code])).toEqual([
      [2, 'taken', 'taken'],
      [3, 'skipped', 'malformedHour'],
    ])
  })

  test('of the same file again changes nothing but what it says of each line', () => {
    imported(row('10:00', 'AA1', 'Ndiaye'))
    const { report } = imported(row('10:30', 'AA1', 'Ndiaye'))
    expect(report.map(({ state }) => state)).toEqual(['changed'])
    const { appointments } = office.view('appointments.view', 'supervisor')
    expect(appointments.map(({ startsAt }) => startsAt)).toEqual([nine + 90 * minute])
  })

  test.each([
    ['a code', '2026-03-03;09:15;Titres d’identité;AA1;Ndiaye'],
    ['an hour alone', '2026-03-03;09:15;Titres d’identité;;'],
  ])(
    'says of a line of %s that it is known where its person is here already: it takes nobody',
    (_of, line) => {
      const text = ['date;heure;service;code;nom', line].join('\n')
      const read = () => given(office.act('appointment.import', { text }, 'supervisor')).report
      expect(read()).toMatchObject([{ state: 'taken' }])
      const [one] = office.view('appointments.view', 'supervisor').appointments
      given(office.act('appointment.arrive', { appointmentId: one!.appointmentId }, 'agent1'))
      expect(read()).toMatchObject([{ state: 'changed', code: 'changed' }])
      expect(office.view('appointments.view', 'supervisor').appointments).toHaveLength(1)
    },
  )

  test('gives a code to one appointment: the second line that bears it is named', () => {
    const { taken, report } = imported(row('10:00', 'AA1', 'Ndiaye'), row('11:00', 'AA1', 'Petit'))
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
      given(office.act('appointment.import', { text }, 'supervisor')).report.map(({ state }) => state),
    )
    expect(states).toEqual([
      ['skipped', 'taken'],
      ['skipped', 'changed'],
    ])
    expect(office.office.appointments.size).toBe(1)
  })

  test('that no calendar can be read in is refused, and changes nothing', () => {
    const before = office.changes
    expect(refused(office.act('appointment.import', { text: 'bonjour' }, 'supervisor') as never)).toBe(
      'calendarUnreadable',
    )
    expect(office.changes).toBe(before)
  })

  test('leaves names, codes and numbers out of the journal', () => {
    imported(row('10:00', 'SECRET77', 'Ndiaye', 'ABCDEFGHIJ'))
    expect(JSON.stringify(office.recorded)).not.toMatch(/Ndiaye|SECRET77|ABCDEFGHIJ/)
  })
})

describe('an arrival', () => {
  beforeEach(
    () =>
      void imported(
        row('10:00', 'AA1', 'Fatou Ndiaye', 'ABCDEFGHIJ'),
        row('11:00', 'BB2', 'Marie Petit'),
        row('11:30', 'CC3', 'Jean Petit'),
      ),
  )

  test('by code, by pre-application number or by name, whatever the case and the accents', () => {
    expect(given(arrives({ code: 'aa1' })).startsAt).toBe(nine + 60 * minute)
    expect(refused(arrives({ code: 'ABCDEFGHIJ' }) as never)).toBe('appointmentAlreadyHere')
    expect(given(arrives({ name: 'MARIE' })).startsAt).toBe(nine + 120 * minute)
  })

  test('by a name that two people bear asks for the code', () => {
    expect(refused(arrives({ name: 'petit' }) as never)).toBe('appointmentAmbiguous')
    expect(refused(arrives({ name: 'Durand' }) as never)).toBe('unknownAppointment')
    expect(refused(arrives({}) as never)).toBe('unknownAppointment')
  })

  test('by a name that several bear takes the one at the hour that is said, and no other hour', () => {
    const petit = (minute: number) => arrives({ name: 'petit', minute })
    expect(refused(petit(12 * 60) as never)).toBe('unknownAppointment')
    expect(given(petit(11 * 60 + 30)).startsAt).toBe(nine + 150 * minute)
    expect(refused(petit(11 * 60 + 30) as never)).toBe('appointmentAlreadyHere')
    imported(row('11:00', 'DD4', 'Paul Petit'))
    expect(refused(petit(11 * 60) as never)).toBe('appointmentAmbiguous')
  })

  describe('by a code that two people of one family share', () => {
    const ofFamily = (code: string, hour: string, name: string, uid: string) =>
      `2026-03-03;${hour};Titres d’identité;${code};${name};${uid}`
    const family = (...rows: readonly string[]) =>
      given(
        office.act(
          'appointment.import',
          { text: ['date;heure;service;code;nom;uid', ...rows].join('\n') },
          'supervisor',
        ),
      )

    test('takes one of them, then the other, where they come at one hour for one service', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '10:30', 'Lise Roche', 'u2'))
      const tickets = [given(arrives({ code: 'ff6' })), given(arrives({ code: 'FF6' }))]
      const met = tickets.map(({ ticketId }) => {
        const id = office.office.tickets.get(ticketId)!.appointmentId!
        return office.personal.appointments.get(id)?.name
      })
      expect(met).toEqual(['Paul Roche', 'Lise Roche'])
      expect(refused(arrives({ code: 'FF6' }) as never)).toBe('appointmentAlreadyHere')
    })

    test('takes the one whose hour comes next, then the other, where they come at two hours', () => {
      family(ofFamily('FF6', '10:45', 'Lise Roche', 'u2'), ofFamily('FF6', '10:30', 'Paul Roche', 'u1'))
      const taken = ['ff6', 'FF6'].map((code) => given(arrives({ code })).startsAt)
      expect(taken).toEqual([nine + 90 * minute, nine + 105 * minute])
      expect(refused(arrives({ code: 'FF6' }) as never)).toBe('appointmentAlreadyHere')
    })

    test('takes the one to come before the one that was missed, which the same code still opens', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '14:00', 'Paul Roche', 'u2'))
      office.clock += 240 * minute
      const taken = ['FF6', 'FF6'].map((code) => given(arrives({ code })))
      expect(taken.map(({ startsAt, late }) => [startsAt, late])).toEqual([
        [nine + 300 * minute, false],
        [nine + 90 * minute, true],
      ])
    })

    test('typed twice by one person who comes twice keeps the afternoon for the afternoon', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '16:00', 'ROCHE Paul', 'u2'))
      given(arrives({ code: 'FF6' }))
      for (const input of [{ code: 'FF6' }, { name: 'Paul' }])
        expect(refused(arrives(input) as never)).toBe('appointmentAlreadyHere')
      called()
      expect(given(arrives({ code: 'FF6' })).startsAt).toBe(nine + 420 * minute)
    })

    test('typed again by one person whose hours follow each other takes the next hour too, and keeps the afternoon', () => {
      family(
        ofFamily('FF6', '10:30', 'Paul Roche', 'u1'),
        ofFamily('FF6', '10:45', 'ROCHE Paul', 'u2'),
        ofFamily('FF6', '11:00', 'Paul Roche', 'u3'),
        ofFamily('FF6', '16:00', 'Paul Roche', 'u4'),
      )
      const hours = [1, 2, 3].map(() => given(arrives({ code: 'FF6' })).startsAt)
      expect(hours).toEqual([90, 105, 120].map((minutes) => nine + minutes * minute))
      expect(refused(arrives({ code: 'FF6' }) as never)).toBe('appointmentAlreadyHere')
    })

    test('lets the reception note the afternoon of who waits for the morning, from the list', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '16:00', 'Paul Roche', 'u2'))
      given(arrives({ code: 'FF6' }))
      const { appointments } = office.view('appointments.view', 'supervisor')
      const { appointmentId } = appointments.findLast(({ state }) => state === 'expected')!
      expect(given(arrives({ appointmentId })).startsAt).toBe(nine + 420 * minute)
    })

    test('takes the last of those that were missed', () => {
      family(ofFamily('FF6', '10:30', 'Paul Roche', 'u1'), ofFamily('FF6', '10:45', 'Lise Roche', 'u2'))
      office.clock += 240 * minute
      expect(given(arrives({ code: 'FF6' })).startsAt).toBe(nine + 105 * minute)
    })

    test('without a letter tells nobody from another: the name that two of them bear is not enough', () => {
      family(ofFamily('-', '10:30', 'Jean Martin', 'u1'), ofFamily('-', '11:00', 'Luc Martin', 'u2'))
      expect(refused(arrives({ name: 'Martin' }) as never)).toBe('appointmentAmbiguous')
      expect(given(arrives({ name: 'Luc Martin' })).startsAt).toBe(nine + 120 * minute)
      expect(refused(arrives({ name: 'Martin' }) as never), 'Luc may say it again').toBe(
        'appointmentAmbiguous',
      )
      expect(given(arrives({ name: 'Martin', minute: 630 })).startsAt).toBe(nine + 90 * minute)
    })

    test('takes nobody by a code without a letter', () => {
      family(ofFamily('--', '10:30', 'Paul Roche', 'u1'))
      expect(refused(arrives({ code: '-' }) as never)).toBe('unknownAppointment')
    })
  })

  test('early has the rank of its arrival until its hour is near, then comes before who came earlier', () => {
    const walkIn = given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    const early = given(arrives({ code: 'AA1' }))
    expect(office.view('counter.view', 'agent1').next?.ticket.number).toBe(walkIn.number)
    office.clock += 51 * minute
    const { ticket, reason } = called()
    expect([ticket?.number, reason?.code, reason?.overtaken]).toEqual([early.number, 'appointment', 1])
  })

  test('later than the tolerance is received as who came without one, never refused', () => {
    office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    office.clock += 76 * minute
    const late = given(arrives({ code: 'AA1' }))
    expect(late.late).toBe(true)
    expect(called().ticket?.number).toBe('A1')
  })

  test('keeps the name until the end of the visit, shown to nobody from the call', () => {
    const { ticketId } = given(arrives({ code: 'AA1' }))
    const id = office.office.tickets.get(ticketId)!.appointmentId!
    const kept = () => office.personal.appointments.get(id)?.name
    expect(shown()).toBe('Fatou Ndiaye')
    expect(called().ticket?.preApplications).toEqual(['ABCDEFGHIJ'])
    expect([kept(), shown()]).toEqual(['Fatou Ndiaye', null])
    given(office.act('ticket.start', {}, 'agent1'))
    given(office.act('visit.close', { outcome: 'information' }, 'agent1'))
    expect([kept(), shown()]).toEqual([null, null])
  })

  test('by a name is of who is not called yet, whoever of the same name is being received', () => {
    given(arrives({ code: 'BB2' }))
    expect(refused(arrives({ name: 'Petit' }) as never)).toBe('appointmentAmbiguous')
    called()
    expect(given(arrives({ name: 'Petit' })).startsAt).toBe(nine + 150 * minute)
  })

  test.each([
    ['taken back at once', ['counter.undo']],
    ['taken back once they were received', ['ticket.start', 'counter.undo', 'counter.undo']],
  ])(
    'keeps the name of who waits again after a call %s, and a file brings them no second time',
    (_, acts) => {
      given(arrives({ code: 'AA1' }))
      called()
      for (const name of acts) given(office.act(name as 'counter.undo', {}, 'agent1'))
      expect(shown()).toBe('Fatou Ndiaye')
      expect(imported(row('10:00', '', 'Fatou Ndiaye')).report.map(({ state }) => state)).toEqual(['changed'])
    },
  )

  test('keeps the name of who waits again since the counter that called them closed', () => {
    given(arrives({ code: 'AA1' }))
    called()
    given(office.act('counter.close', { counterId: '1', reason: 'malaise' }, 'supervisor'))
    expect(shown()).toBe('Fatou Ndiaye')
  })
})

describe('the name of who was called', () => {
  const named = () => [...office.personal.appointments.values()].some(({ name }) => name === 'Fatou Ndiaye')
  const ofAgent = (name: Parameters<PureOffice['act']>[0], input: object = {}) =>
    given(office.act(name, input as never, 'agent1') as never)
  const absent = (ticketId: TicketId) => {
    called()
    office.clock += minute
    for (const _ of [1, 2, 3]) ofAgent('ticket.recall', { ticketId })
    office.clock += 10 * minute
    ofAgent('ticket.markAbsent', { ticketId })
  }
  const back = (ticketId: TicketId) =>
    given(office.act('ticket.return', { ticketId }, 'agent2') as { output: unknown })
  let ticketId: TicketId
  beforeEach(() => {
    imported(row('10:00', '', 'Fatou Ndiaye'))
    const { appointmentId } = office.view('appointments.view', 'supervisor').appointments[0]!
    ticketId = given(arrives({ appointmentId })).ticketId
  })

  test.each([
    ['moved to another service', () => ofAgent('ticket.transfer', { serviceId: 'etat-civil', reason: 'x' })],
    [
      'whose counter closes',
      () => given(office.act('counter.close', { counterId: '1', reason: 'malaise' }, 'supervisor')),
    ],
  ])('is kept for who goes on after the first of two requests, %s', (_, goesOn) => {
    called()
    ofAgent('ticket.start')
    ofAgent('visit.addService', { serviceId: 'titres' })
    ofAgent('visit.close', { outcome: 'information' })
    goesOn()
    expect(office.office.tickets.get(ticketId)?.state).toBe('waiting')
    expect([named(), shown()]).toEqual([true, null])
    expect(imported(row('10:00', '', 'Fatou Ndiaye')).report.map(({ state }) => state)).toEqual(['changed'])
  })

  test('is erased with the last of their requests', () => {
    called()
    ofAgent('ticket.start')
    ofAgent('visit.addService', { serviceId: 'titres' })
    ofAgent('visit.close', { outcome: 'information', last: true })
    expect(named()).toBe(false)
  })

  test('is shown to nobody once they were absent and came back', () => {
    absent(ticketId)
    back(ticketId)
    expect([named(), shown()]).toEqual([true, null])
  })

  test.each([
    [
      'settled at a counter',
      () => {
        called()
        ofAgent('ticket.start')
        given(office.act('ticket.settle', { ticketId, how: 'certificate' }, 'supervisor'))
      },
    ],
    [
      'gone while their return was awaited',
      () => {
        called()
        ofAgent('ticket.start')
        ofAgent('ticket.park', { reason: 'photo' })
        given(office.act('ticket.leave', { ticketId }, 'agent2'))
      },
    ],
    [
      'settled with all the others',
      () => {
        called()
        ofAgent('ticket.start')
        ofAgent('ticket.park', { reason: 'photo' })
        given(office.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor'))
      },
    ],
    [
      'gone after they came back from an absence',
      () => {
        absent(ticketId)
        back(ticketId)
        given(office.act('ticket.leave', { ticketId }, 'agent2'))
      },
    ],
  ])('is erased once they are %s', (_, ends) => {
    ends()
    expect(named()).toBe(false)
  })

  test('is kept for the day of who leaves before any call', () => {
    given(office.act('ticket.leave', { ticketId }, 'agent2'))
    expect(named()).toBe(true)
  })
})

test('the list of a day asks the calendar no more when more appointments of other days are kept', () => {
  const asked = (days: number): number => {
    imported(
      ...Array.from({ length: days * 4 }, (_, at) => {
        const day = String(4 + (at % days)).padStart(2, '0')
        return `2026-03-${day};1${Math.floor(at / days)}:00;Titres d’identité;Z${at};Personne ${at};`
      }),
    )
    const reading = vi.spyOn(Temporal.Instant, 'fromEpochMilliseconds')
    expect(office.view('appointments.view', 'supervisor', { date: '2026-03-04' }).total).toBe(4)
    const { length } = reading.mock.calls
    reading.mockRestore()
    return length
  }
  const few = asked(2)
  expect(asked(25)).toBe(few)
})

describe('a slot', () => {
  const first = () => office.view('appointments.view', 'supervisor').slots[0]!.slots[0]!.startsAt

  test('is given once, in the opening hours alone, and never in the past', () => {
    const startsAt = first()
    expect(startsAt).toBe(nine + 30 * minute)
    const { code } = given(office.act('appointment.book', { serviceId: 'titres', startsAt }, 'kiosk'))
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    expect(refused(office.act('appointment.book', { serviceId: 'titres', startsAt }, 'kiosk') as never)).toBe(
      'slotTaken',
    )
    const asked = (at: number) =>
      refused(office.act('appointment.book', { serviceId: 'titres', startsAt: at }, 'kiosk') as never)
    expect(asked(nine - minute)).toBe('timeInPast')
    expect(asked(Date.UTC(2026, 2, 3, 22))).toBe('slotTaken')
    expect(first()).toBe(nine + 60 * minute)
  })

  test('settles who can’t be received today, with a certificate too', () => {
    const { ticketId } = given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    const { document } = given(office.act('ticket.settle', { ticketId, how: 'appointment' }, 'supervisor'))
    expect(document?.number).toBe('NR-2026-1')
    const [paper] = office.documents.values()
    const [instead] = office.view('appointments.view', 'supervisor').appointments
    expect(paper, 'it says which appointment was given instead').toMatchObject({
      facts: { kind: 'nonReception', appointmentAt: instead?.startsAt },
    })
    expect(office.view('appointments.view', 'supervisor').appointments).toHaveLength(1)
  })

  test('given to somebody who came without one concerns the calendars; their ticket does not', () => {
    const { ticketId } = given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    const concern = () =>
      office.recorded.filter((one) => mayConcern(office.office, one)).map(({ event }) => event.type)
    const before = concern()
    expect(before).not.toContain('ticketTaken')
    given(office.act('ticket.settle', { ticketId, how: 'appointment' }, 'supervisor'))
    expect(concern().slice(before.length)).toEqual(['appointmentBooked'])
  })

  test('of tomorrow is kept by the closing of a day left open overnight', () => {
    const { code } = given(
      office.act(
        'appointment.book',
        { serviceId: 'titres', startsAt: Date.UTC(2026, 2, 4, 7, 30) },
        'agent1',
      ),
    )
    office.clock = Date.UTC(2026, 2, 4, 7, 45)
    expect(given(office.act('day.open', {}, 'supervisor')).date).toBe('2026-03-04')
    expect(given(arrives({ code })).late).toBe(false)
  })

  test('that overlaps what is taken outside is neither offered nor given', () => {
    imported(row('09:40', 'AA1', 'Ndiaye'))
    expect(first()).toBe(nine + 60 * minute)
    const asked = { serviceId: 'titres', startsAt: nine + 30 * minute }
    expect(refused(office.act('appointment.book', asked, 'supervisor') as never)).toBe('slotTaken')
  })

  test('is agreed for no hour so far that its person would be kept for ever', () => {
    const asked = { serviceId: 'elections', startsAt: 8_640_000_000_000_000, name: 'Ndiaye' }
    const book = (startsAt: number) => office.act('appointment.book', { ...asked, startsAt }, 'agent1')
    expect(refused(book(asked.startsAt) as never)).toBe('slotTaken')
    expect(refused(book(nine + 3 * 366 * 24 * 60 * minute) as never)).toBe('slotTaken')
    const { appointmentId } = given(book(nine + 24 * 60 * minute))
    const far = { appointmentId, startsAt: asked.startsAt }
    expect(refused(office.act('appointment.move', far, 'agent1') as never)).toBe('slotTaken')
  })

  test('is for somebody: the field of the name holds no sentence', () => {
    const book = (name: string) =>
      office.act('appointment.book', { serviceId: 'titres', startsAt: first(), name }, 'agent1')
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
      office.act('appointment.book', { serviceId: 'titres', startsAt }, 'kiosk'),
    )
    const other = given(
      office.act('appointment.book', { serviceId: 'titres', startsAt: first() }, 'kiosk'),
    ).startsAt
    const move = (to: number) => office.act('appointment.move', { appointmentId, startsAt: to }, 'supervisor')
    expect(refused(move(other) as never)).toBe('slotTaken')
    expect(refused(move(nine - minute) as never)).toBe('timeInPast')
    expect(given(move(other + 30 * minute)).startsAt).toBe(other + 30 * minute)
    expect(first()).toBe(startsAt)
    expect(office.personal.appointments.get(appointmentId)?.code).toBe(code)
    office.clock += 90 * minute
    given(arrives({ code }))
    expect(refused(move(first()) as never)).toBe('appointmentAlreadyHere')
  })
})
