import { beforeEach, describe, expect, test } from 'vitest'
import type { AppointmentRead, FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import {
  cancels,
  csv,
  importInto,
  line,
  nine,
  officeOfSources,
  tenToEleven,
} from '../../fixtures/appointmentFiles.ts'
import { entriesAt, followPart, readyParts } from '../../fixtures/followedSources.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'

// Two readings that begin before either is decided on: neither host knew what the other brings.

let office: PureOffice
beforeEach(() => {
  office = officeOfSources()
})

type More = Parameters<typeof importInto> extends readonly [PureOffice, ...infer Rest] ? Rest : never
const importFile = (...more: More) => importInto(office, ...more)
const size = () => [office.office.appointments.size, office.personal.appointments.size]

const ics = (uid: string, hour: string, ...more: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART;TZID=Europe/Paris:20260303T${hour}00`,
    'CATEGORIES:A',
    'SUMMARY:Nadia Roche',
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
const entry = entriesAt(tenToEleven)
const days = (sourceId: string, ...appointments: readonly AppointmentRead[]): FollowedDays => ({
  sourceId,
  from: (nine - 9 * 3_600_000) as Instant,
  to: (nine + 14 * 24 * 3_600_000) as Instant,
  appointments,
  present: appointments.map(({ uid }) => uid!),
  withdrawn: [],
  whole: true,
})

describe('what two readings bring at once is one appointment', () => {
  test('where two files name the same person at the same hour, without an id', () => {
    expect(importFile(csv(line('Nadia Roche')))).toEqual(['taken'])
    expect(importFile(csv(line('ROCHE-Nadia'), line('Nadia Roche')))).toEqual(['taken', 'changed'])
    expect(size()).toEqual([2, 2])
  })

  test('where two files name it by the same code, or by the same id at another hour', () => {
    importFile(csv(line('Nadia Roche', 'ABC123')))
    expect(importFile(csv(line('N. Roche', 'abc 123')))).toEqual(['changed'])
    importFile(ics('roche', '1120'))
    expect(importFile(ics('roche', '1450'))).toEqual(['changed'])
    expect(size()).toEqual([2, 2])
  })

  test('and a file that cancels it finds what the other brought', () => {
    importFile(ics('roche', '1120'))
    importFile(ics('roche', '1120', 'STATUS:CANCELLED'))
    expect(size()).toEqual([0, 0])
  })

  test('where a file and a followed source have it', () => {
    const parts = readyParts(office, [days('a', entry('u1', 'Roche Nadia'))])
    importFile(csv(line('Nadia Roche')))
    for (const part of parts) followPart(office, part)
    expect(size()).toEqual([1, 1])
    expect(readyParts(office, [days('a', entry('u1', 'Roche Nadia'))])).toEqual([])
  })

  test('where two hosts each follow a source that has it', () => {
    const one = readyParts(office, [days('a', entry('u1', 'Nadia Roche'))])
    const other = readyParts(office, [days('b', entry('u2', 'ROCHE Nadia'))])
    for (const part of [...one, ...other]) followPart(office, part)
    expect(size()).toEqual([1, 1])
  })
})

test('two persons of one name whom one source has at one hour stay two, whatever a file brought of one of them', () => {
  const list = days('a', entry('u1', 'Martin'), entry('u2', 'Martin'))
  const parts = readyParts(office, [list])
  importFile(csv(line('Martin')))
  for (const part of parts) followPart(office, part)
  expect(size()).toEqual([2, 2])
  expect(readyParts(office, [list])).toEqual([])
})

describe('two ids of one code are two appointments', () => {
  const family = [
    '03/03/2026;10h50;A;Anne Roche;AB12CD;u1',
    '03/03/2026;10h50;A;Paul Roche;AB12CD;u2',
  ] as const
  const withId = (...lines: readonly string[]) => ['date;heure;service;nom;code;uid', ...lines].join('\n')
  const importKnown = (text: string) => importFile(text, null)
  const names = () =>
    [...office.personal.appointments.values()]
      .map(({ name }) => name ?? '')
      .toSorted((a, b) => a.localeCompare(b))

  test('whichever parts of a file they fall in', () => {
    for (const one of family) expect(importFile(withId(one))).toEqual(['taken'])
    expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
  })

  test('where the first was known before the file, as when a cut import goes on', () => {
    office.act('appointment.import', { text: withId(family[0]) }, 'supervisor')
    office.act('appointment.import', { text: withId(...family) }, 'supervisor')
    expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
  })

  test('while a code without an id still names the appointment that has one', () => {
    importFile(withId(family[0]))
    expect(importFile(csv(line('A. Roche', 'ab12cd')))).toEqual(['changed'])
    expect(size()).toEqual([1, 1])
  })

  test('and a line without an id is of the one whose name, hour and service it says', () => {
    importFile(withId(...family))
    for (const imports of [importKnown, importFile]) {
      expect(imports(csv(line('Anne Roche', 'ab12cd')))).toEqual(['changed'])
      expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
      expect(imports(csv(line('Paul Roche', 'ab12cd')))).toEqual(['changed'])
      expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
    }
  })

  test('and a line without an id is of the one that came since, if it says that one', () => {
    importFile(withId(family[0]))
    const before = office.known()
    importFile(withId(family[1]))
    expect(importFile(csv(line('Paul Roche', 'AB12CD')), before)).toEqual(['changed'])
    expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
  })

  test('and what a line without an id changed keeps its id, so that a third of the code takes nobody’s place', () => {
    importFile(withId(family[0]))
    importFile(csv(line('Anne Roche', 'AB12CD')))
    expect(importFile(withId('03/03/2026;10h50;A;Zoé Roche;AB12CD;u3'))).toEqual(['taken'])
    expect(names()).toEqual(['Anne Roche', 'Zoé Roche'])
  })

  test('and a line without an id that is of neither is a third, once', () => {
    importFile(withId(...family))
    expect(importKnown(csv(line('Zoé Roche', 'AB12CD')))).toEqual(['taken'])
    expect(importKnown(csv(line('Zoé Roche', 'AB12CD')))).toEqual(['changed'])
    expect(names()).toEqual(['Anne Roche', 'Paul Roche', 'Zoé Roche'])
  })

  test('so that a code alone, which could cancel one or the other, cancels neither', () => {
    importFile(withId(...family))
    for (const said of ['10h50;A;', ';;Anne Roche', '10h50;A;Zoé Roche']) {
      const text = `date;heure;service;nom;code;statut\n03/03/2026;${said};AB12CD;annulé`
      expect(importKnown(text)).toEqual(['skipped'])
    }
    expect(names()).toEqual(['Anne Roche', 'Paul Roche'])
  })

  test('while one that says the service, the hour and the name too cancels that person’s', () => {
    importFile(withId(...family))
    expect(importFile(cancels('Anne Roche'))).toEqual(['cancelled'])
    expect(names()).toEqual(['Paul Roche'])
  })

  test('and the only one that a code names is cancelled by no line that says another name', () => {
    importFile(csv(line('Anne Roche', 'AB12CD')))
    expect(importKnown(cancels('Paul Roche', 'u2'))).toEqual(['skipped'])
    expect(importKnown(cancels('Roche Anne', 'u1'))).toEqual(['cancelled'])
  })

  test('and what had no id takes the one that the file gives', () => {
    importFile(csv(line('Anne Roche', 'AB12CD')))
    expect(importFile(withId(family[0]))).toEqual(['changed'])
    expect(size()).toEqual([1, 1])
  })
})

test('what the office gave at that hour is nobody else’s', () => {
  const parts = readyParts(office, [days('a', entry('u1', 'Nadia Roche'))])
  const booked = office.act(
    'appointment.book',
    { serviceId: 'titres', startsAt: tenToEleven, name: 'Nadia Roche' },
    'supervisor',
  )
  expect(booked).not.toHaveProperty('refusal')
  for (const part of parts) followPart(office, part)
  expect(size()).toEqual([2, 2])
})
