import { beforeEach, expect, test } from 'vitest'
import type { Instant, ServiceId } from '../../../shared/contract/ids.ts'
import type { AppointmentRead, FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import { sourceWords } from '../../../shared/messages/appointments/sources.fr.ts'
import { entriesAt, followPart, readyParts } from '../../fixtures/followedSources.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000
const day = 86_400_000

let office: PureOffice

beforeEach(() => {
  office = PureOffice.school(nine)
  for (const sourceId of ['a', 'b']) office.act('source.note', { sourceId, kind: 'caldav' }, 'admin')
  office.act('day.open', {}, 'supervisor')
})

const entry = entriesAt((nine + 60 * minute) as Instant)
const days = (sourceId: string, appointments: readonly AppointmentRead[], whole = true): FollowedDays => ({
  sourceId,
  from: (nine - 9 * 60 * minute) as Instant,
  to: (nine + 14 * day) as Instant,
  appointments,
  present: appointments.map(({ uid }) => uid!),
  withdrawn: [],
  whole,
})
const follow = (...sources: readonly FollowedDays[]) => {
  for (const part of readyParts(office, sources)) followPart(office, part)
}
const listed = () =>
  [...office.office.appointments.values()].map(({ appointmentId, followedBy }) => [
    office.personal.appointments.get(appointmentId)?.name,
    followedBy,
  ])
const ids = () => [...office.office.appointments.keys()]

test('two sources make one list, each appointment of its own source', () => {
  follow(days('a', [entry('1', 'DUPONT Léa')]), days('b', [entry('2', 'PETIT Paul')]))
  expect(listed()).toEqual([
    ['DUPONT Léa', 'a'],
    ['PETIT Paul', 'b'],
  ])
})

test.each([
  ['the same UID', '1', 'Autrement dit'],
  ['another UID and the same words of a name', '9', 'léa Dupont'],
])('the same person twice, by %s, counts once, as the first source says it', (_, uid, name) => {
  follow(days('a', [entry('1', 'DUPONT Léa')]), days('b', [entry(uid, name)]))
  expect(listed()).toEqual([['DUPONT Léa', 'a']])
})

test('two people of one name and one hour in each of two sources stay two', () => {
  const two = (prefix: string) => [entry(`${prefix}1`, 'DUPONT Léa'), entry(`${prefix}2`, 'DUPONT Léa')]
  follow(days('a', two('a')), days('b', two('b')))
  expect(listed()).toHaveLength(2)
})

test('another hour, another service or no name is another appointment', () => {
  const other = [
    entry('2', 'DUPONT Léa', { startsAt: (nine + 90 * minute) as Instant }),
    entry('3', 'DUPONT Léa', { service: 'etat-civil' as ServiceId }),
    entry('4', null),
  ]
  follow(days('a', [entry('1', 'DUPONT Léa'), entry('5', null)]), days('b', other))
  expect(listed()).toHaveLength(5)
})

test('what one source loses stays the same appointment while another has it', () => {
  const both = [days('a', [entry('1', 'DUPONT Léa')]), days('b', [entry('9', 'Léa DUPONT')])] as const
  follow(...both)
  const before = ids()
  follow(days('a', []), both[1])
  expect(listed()).toEqual([['Léa DUPONT', 'b']])
  expect(ids()).toEqual(before)
  follow(days('a', []), days('b', []))
  expect(listed()).toEqual([])
})

test('a source that was not read, or not whole, keeps what it had', () => {
  follow(days('a', [entry('1', 'DUPONT Léa')]), days('b', [entry('2', 'PETIT Paul')]))
  follow(days('a', []))
  expect(listed()).toEqual([['PETIT Paul', 'b']])
  follow(days('a', []), days('b', [], false))
  expect(listed()).toEqual([['PETIT Paul', 'b']])
})

test('who is here stays when their source loses them, told once, and is not when another source has them', () => {
  follow(
    days('a', [entry('1', 'DUPONT Léa'), entry('2', 'PETIT Paul')]),
    days('b', [entry('9', 'Paul Petit')]),
  )
  for (const name of ['DUPONT', 'PETIT']) office.act('appointment.arrive', { name }, 'kiosk')
  follow(days('a', []), days('b', [entry('9', 'Paul Petit')]))
  const gone = office.recorded.filter(({ event }) => event.type === 'appointmentGoneOutside')
  expect(gone).toHaveLength(1)
  expect(office.office.appointments.size).toBe(2)
})

test('who is here and whom their source has again is shown to be missing no more, once', () => {
  const whole = days('a', [entry('1', 'DUPONT Léa')])
  follow(whole)
  office.act('appointment.arrive', { name: 'DUPONT' }, 'kiosk')
  follow(days('a', []))
  const missing = () => [...office.office.appointments.values()].map(({ goneOutside }) => goneOutside)
  expect(missing()).toEqual([true])
  follow(whole)
  expect(missing()).toEqual([undefined])
  const before = office.changes
  follow(whole)
  expect(office.changes).toBe(before)
})

test('a source that is followed no more leaves its appointments to the office, and one that has them takes them', () => {
  const both = [days('a', [entry('1', 'DUPONT Léa')]), days('b', [entry('1', 'DUPONT Léa')])] as const
  follow(...both)
  office.act('source.note', { sourceId: 'a', kind: null }, 'admin')
  expect(listed()).toEqual([['DUPONT Léa', undefined]])
  follow(both[1])
  expect(listed()).toEqual([['DUPONT Léa', 'b']])
})

test('what a file gave before, and what a calendar entry made anew says, is the same appointment', () => {
  follow(days('a', [entry('1', 'DUPONT Léa')]))
  const before = ids()
  follow(days('a', [entry('7', 'DUPONT Léa')]))
  expect(ids()).toEqual(before)
  expect(office.personal.appointments.get(before[0]!)?.uid).toBe('7')
})

const idOf = (name: string) =>
  [...office.personal.appointments].find(([, person]) => person.name === name)?.[0]
const cancel = (name: string) =>
  office.act('appointment.cancel', { appointmentId: idOf(name) }, 'supervisor') as object

test('an appointment of RDV Service Public that is cancelled here stays off the list until it was told, then as it has it', () => {
  office.act('source.note', { sourceId: 'a', kind: 'rdvsp' }, 'admin')
  const [kept, calendar] = [entry('1', 'DUPONT Léa'), days('b', [entry('2', 'PETIT Paul')])]
  follow(days('a', [kept]), calendar)
  expect(cancel('PETIT Paul')).toEqual({ refusal: 'appointmentKeptElsewhere' })
  cancel('DUPONT Léa')
  const left = [['PETIT Paul', 'b']]
  expect(JSON.stringify([...office.personal.appointments.values()])).not.toContain('DUPONT')
  follow(days('a', [kept]), calendar)
  expect(listed()).toEqual(left)
  follow({ ...days('a', []), withdrawn: ['1'] }, calendar)
  expect([listed(), office.personal.appointments.size]).toEqual([left, 1])
  follow(days('a', [kept]), calendar)
  expect(listed()).toHaveLength(2)
})

test('the day’s list says the age of each source, and that nothing is written where none can be', () => {
  const standing = (kind: 'caldav' | 'ics' | 'rdvsp', name: string | null = null) => ({
    sourceId: kind,
    kind,
    name,
    at: (nine - 12 * minute) as Instant,
    problem: null,
  })
  const lines = (...sources: readonly ReturnType<typeof standing>[]) =>
    sourceWords.lines(sources, nine, 'Europe/Paris')
  expect(lines()).toEqual([])
  expect(lines(standing('caldav'))).toEqual(['à jour il y a 12\u00a0min'])
  expect(lines(standing('ics', 'Titres'), standing('rdvsp'))).toEqual([
    'Titres\u00a0: à jour il y a 12\u00a0min',
    'RDV Service Public\u00a0: à jour il y a 12\u00a0min',
    'Les rendez-vous donnés ici ne sont pas écrits dans ces agendas. Reportez-les-y.',
  ])
  expect(lines(standing('ics'), standing('caldav'))).toHaveLength(2)
})
