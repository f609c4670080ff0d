import { beforeEach, describe, expect, test } from 'vitest'
import type { AppointmentRead } from '../../../shared/contract/appointments/calendarRead.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { isRenewed } from '../../../shared/domain/appointments/fileIds.ts'
import { entriesAt, followPart, readyParts } from '../../fixtures/followedSources.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// Files whose lines have an id and a name, and no code: what a name at an hour is worth.

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const tenToEleven = (nine + 110 * 60_000) as Instant

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(nine)
  office.act('source.note', { sourceId: 'a', kind: 'caldav' }, 'admin')
  office.act('day.open', {}, 'supervisor')
})

const row = (name: string, uid: string, status = '', hour = '10h50') =>
  `03/03/2026;${hour};A;${name};;${uid};${status}`
/** Somebody at another hour. */
const later = (name: string, uid: string) => row(name, uid, '', '11h10')
const importFile = (...rows: readonly string[]) => {
  const text = ['date;heure;service;nom;code;uid;statut', ...rows].join('\n')
  const decision = office.act('appointment.import', { text }, 'supervisor')
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output.report.map(({ state }) => state)
}
const people = () =>
  [...office.office.appointments.values()]
    .map(({ appointmentId, state }) => {
      const { name, uid } = office.personal.appointments.get(appointmentId)!
      return `${name} ${uid} ${state}`
    })
    .toSorted()
/** The only appointment of this id of a file is here, called and received: its name is erased. */
const call = (uid: string) => {
  const [appointmentId] = [...office.personal.appointments].find(([, one]) => one.uid === uid)!
  expect(office.act('appointment.arrive', { appointmentId }, 'kiosk')).not.toHaveProperty('refusal')
  office.act('counter.open', { counterId: '1' }, 'agent1')
  expect(office.act('ticket.callNext', {}, 'agent1')).not.toHaveProperty('refusal')
  office.act('ticket.start', {}, 'agent1')
  expect(office.act('visit.close', { outcome: 'information' }, 'agent1')).not.toHaveProperty('refusal')
  // The end can't be taken back any more: their name goes.
  office.act('counter.close', {}, 'agent1')
}

describe('a file that keeps one id of the office has not renewed the others', () => {
  test('so that a second person of one name and hour is one more', () => {
    importFile(row('Martin', 'a1'), row('Durand', 'a2'))
    expect(importFile(row('Durand', 'a2'), row('Martin', 'a3'))).toEqual(['changed', 'taken'])
    expect(people()).toEqual(['Durand a2 expected', 'Martin a1 expected', 'Martin a3 expected'])
  })

  test('so that what it says cancelled under an id of its own cancels nobody else', () => {
    importFile(row('Martin', 'a1'), row('Durand', 'a2'))
    expect(importFile(row('Durand', 'a2'), row('Martin', 'b1', 'annulé'))).toEqual(['changed', 'skipped'])
    expect(people()).toEqual(['Durand a2 expected', 'Martin a1 expected'])
  })
})

test('a file takes or cancels by its name nobody whom a followed source has', () => {
  const entry = entriesAt(tenToEleven)
  const read = entry('y1', 'Martin')
  const source = {
    sourceId: 'a',
    from: (nine - 9 * 3_600_000) as Instant,
    to: (nine + 14 * 24 * 3_600_000) as Instant,
    appointments: [read],
    present: ['y1'],
    withdrawn: [],
    whole: true,
  }
  for (const part of readyParts(office, [source])) followPart(office, part)
  expect(importFile(row('Martin', 'x9', 'annulé'))).toEqual(['skipped'])
  expect(importFile(row('Martin', 'x1'))).toEqual(['taken'])
  expect(people()).toEqual(['Martin x1 expected', 'Martin y1 expected'])
})

test('what the office gave is neither changed nor cancelled by a name at its hour', () => {
  const asked = { serviceId: 'titres', startsAt: tenToEleven, name: 'Nadia Roche' }
  expect(office.act('appointment.book', asked, 'supervisor')).not.toHaveProperty('refusal')
  for (const uid of ['', 'zz'])
    expect(importFile(row('Nadia Roche', uid, 'annulé')), uid).toEqual(['skipped'])
  expect(importFile(row('Nadia Roche', 'a1'))).toEqual(['taken'])
  const given = [...office.office.appointments.values()].map((one) => one.given ?? false)
  expect(given).toEqual([true, false])
  expect(people()).toEqual(['Nadia Roche a1 expected', 'Nadia Roche null expected'])
})

describe('whoever was called is not expected again', () => {
  test('each time that the ids are renewed', () => {
    importFile(row('Anne', 'a1'), later('Luc', 'a2'))
    call('a1')
    expect(importFile(row('Anne', 'b1'), later('Luc', 'b2'))).toEqual(['changed', 'changed'])
    expect(importFile(row('Anne', 'c1'), later('Luc', 'c2'))).toEqual(['changed', 'changed'])
    expect(people()).toEqual(['Luc c2 expected', 'null c1 here'])
  })

  test('and whoever comes after at that hour is', () => {
    importFile(row('Anne', 'a1'), row('Paul', 'a2'))
    call('a1')
    expect(importFile(row('Anne', 'b1'), row('Paul', 'b2'))).toEqual(['changed', 'changed'])
    expect(importFile(row('Anne', 'b1'), row('Paul', 'b2'), row('Zoé', 'b3'))).toEqual([
      'changed',
      'changed',
      'taken',
    ])
    expect(people()).toEqual(['Paul b2 expected', 'Zoé b3 expected', 'null b1 here'])
  })

  test('nor each time that a file without ids comes again, however many were called at that hour', () => {
    importFile(row('Anne', ''), row('Paul', ''), row('Zoé', ''))
    const [anne, paul] = [...office.office.appointments.keys()]
    for (const appointmentId of [anne!, paul!]) {
      office.act('appointment.arrive', { appointmentId }, 'kiosk')
      office.act('counter.open', { counterId: '1' }, 'agent1')
      office.act('ticket.callNext', {}, 'agent1')
      office.act('ticket.start', {}, 'agent1')
      office.act('visit.close', { outcome: 'information' }, 'agent1')
      office.act('counter.close', {}, 'agent1')
    }
    const called = ['Zoé null expected', 'null null here', 'null null here']
    expect(people()).toEqual(called)
    expect(importFile(row('Anne', ''), row('Paul', ''), row('Zoé', ''))).toEqual(Array(3).fill('changed'))
    expect(people()).toEqual(called)
  })

  test('while of two new lines none says who was called: nobody is left out', () => {
    importFile(row('Anne', 'a1'))
    call('a1')
    expect(importFile(row('Zoé', 'b0'), row('Anne', 'b1'))).toEqual(['taken', 'taken'])
    expect(people()).toEqual(['Anne b1 expected', 'Zoé b0 expected', 'null a1 here'])
  })

  test('nor a second person of a name that the office knows once', () => {
    importFile(row('Anne', 'a1'), row('Zoé', 'a2'))
    call('a1')
    expect(importFile(row('Zoé', 'b0'), row('Zoé', 'b2'), row('Anne', 'b1'))).toEqual([
      'changed',
      'taken',
      'taken',
    ])
  })
})

test('whoever never had a name and waits is not who was called: a new line is of somebody else', () => {
  importFile(row('', 'a1'), later('Luc', 'a2'))
  const [appointmentId] = [...office.personal.appointments].find(([, { uid }]) => uid === 'a1')!
  expect(office.act('appointment.arrive', { appointmentId }, 'kiosk')).not.toHaveProperty('refusal')
  const again = [row('', 'b1'), row('Zoé', 'b3'), later('Luc', 'b2')]
  expect(importFile(...again)).toEqual(['taken', 'taken', 'changed'])
})

describe('whoever was called under a code', () => {
  const coded = (name: string, uid: string, hour = '10h50') => `03/03/2026;${hour};A;${name};KX12AB;${uid};`

  test('is not expected again each time that the ids are renewed', () => {
    importFile(coded('Anne', 'a1'))
    call('a1')
    expect(importFile(coded('Anne', 'b1'))).toEqual(['changed'])
    expect(importFile(coded('Anne', 'c1'))).toEqual(['changed'])
    expect(people()).toEqual(['null c1 here'])
  })

  test('is nobody of another hour, or of another code', () => {
    importFile(coded('Anne', 'a1'), later('Luc', 'a2'))
    call('a1')
    const other = coded('Anne', 'b3').replace('KX12AB', 'KX12AC')
    expect(importFile(coded('Anne', 'b1', '11h10'), other, later('Luc', 'b2'))).toEqual([
      'taken',
      'taken',
      'changed',
    ])
  })

  test('is no relative who comes after them under it', () => {
    importFile(coded('Anne', 'a1'), coded('Paul', 'a2'))
    call('a1')
    expect(importFile(coded('Zoé', 'z1')), 'Paul is left out').toEqual(['taken'])
    expect(
      importFile(coded('Anne', 'b1'), coded('Max', 'b4'), coded('Paul', 'b2'), coded('Zoé', 'b5')),
    ).toEqual(['taken', 'taken', 'changed', 'changed'])
  })
})

describe('a file that only tells of what is new is of nobody who was called', () => {
  test('nor where it leaves out who is still expected at that hour', () => {
    importFile(row('Anne', 'a1'), row('Paul', 'a2'), later('Luc', 'a3'))
    call('a1')
    expect(importFile(row('Zoé', 'z1'), later('Léa', 'z2'))).toEqual(['taken', 'taken'])
    expect(importFile(row('Max', 'y1'), later('Luc', 'y2')), 'Luc came again').toEqual(['taken', 'changed'])
  })

  test('nor where nobody else was expected, and it has anew nobody whom the office knew', () => {
    importFile(row('Anne', 'a1'), later('Luc', 'a3'))
    call('a1')
    expect(importFile(row('Zoé', 'z1'), later('Léa', 'z2'))).toEqual(['taken', 'taken'])
    expect(people()).toEqual(['Luc a3 expected', 'Léa z2 expected', 'Zoé z1 expected', 'null a1 here'])
  })

  test('nor where it says one of two persons of one name', () => {
    importFile(row('Anne', 'a1'), row('Martin', 'a2'), row('Martin', 'a3'))
    call('a1')
    expect(importFile(row('Martin', 'b2'), row('Zoé', 'z1'))).toEqual(['changed', 'taken'])
  })
})

describe('a name that several have', () => {
  const arrives = (more: object = {}) => {
    const decision = office.act('appointment.arrive', { name: 'martin', ...more }, 'kiosk')
    return 'refusal' in decision ? decision.refusal : decision.output.startsAt
  }
  const at = (hour: string, name: string, uid: string) => `03/03/2026;${hour};A;${name};;${uid};`

  test('asks its hour each time, and takes nobody else’s appointment', () => {
    importFile(at('09h10', 'Paul Martin', 'a1'), at('10h00', 'Anne Martin', 'a2'))
    expect(arrives()).toBe('appointmentAmbiguous')
    expect(arrives({ minute: 550 })).toBe(nine + 10 * 60_000)
    expect(arrives()).toBe('appointmentAmbiguous')
    expect(arrives({ minute: 550 })).toBe('appointmentAlreadyHere')
    expect(people()).toEqual(['Anne Martin a2 expected', 'Paul Martin a1 here'])
    expect(arrives({ minute: 600 })).toBe(nine + 60 * 60_000)
  })
})

test('an import that was cut goes on as it began: its first parts are known, which renewed their ids', () => {
  const part = (...uids: readonly string[]) => ({
    appointments: uids.map((uid) => ({ uid }) as AppointmentRead),
    cancelled: [],
  })
  const known = new Map([
    ['uid b1', []],
    ['uid b2', []],
  ])
  expect(isRenewed([part('b1', 'b2'), part('b3', 'b4')], known)).toBe(true)
  expect(isRenewed([part('b1', 'b3'), part('b4')], known), 'one of its own ids is known').toBe(false)
  expect(isRenewed([part('b3'), part('b1')], known)).toBe(false)
})
