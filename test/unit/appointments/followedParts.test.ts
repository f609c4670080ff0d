import { beforeEach, expect, test } from 'vitest'
import type { AppointmentRead, FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import type { Instant, ServiceId } from '../../../shared/contract/ids.ts'
import { followPart, readyParts } from '../../fixtures/followedSources.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)
const minute = 60_000
/** What one act may take: an act of a counter waits for that at most. */
const most = 16

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(nine)
  office.act('source.note', { sourceId: 'a', kind: 'caldav' }, 'admin')
  office.act('day.open', {}, 'supervisor')
})

const entry = (at: number, more: Partial<AppointmentRead> = {}): AppointmentRead => ({
  line: 1,
  uid: `uid ${at}`,
  startsAt: (nine + (60 + at) * minute) as Instant,
  minutes: 20,
  service: 'titres' as ServiceId,
  procedure: null,
  name: `PERSONNE ${at}`,
  code: null,
  files: 1,
  preApplications: [],
  ...more,
})
const days = (...appointments: readonly AppointmentRead[]): FollowedDays => ({
  sourceId: 'a',
  from: (nine - 9 * 60 * minute) as Instant,
  to: (nine + 14 * 24 * 60 * minute) as Instant,
  appointments,
  present: appointments.map(({ uid }) => uid!),
  withdrawn: [],
  whole: true,
})
const hundred = Array.from({ length: 100 }, (_, at) => entry(at))
const ready = (list: FollowedDays) => readyParts(office, [list])
const follow = (list: FollowedDays, acts = Infinity) => {
  for (const part of ready(list).slice(0, acts)) followPart(office, part)
}
const byUid = () => new Map([...office.personal.appointments].map(([id, { uid }]) => [uid, id]))
const followedEvents = () =>
  office.recorded.flatMap(({ event }) => (event.type === 'appointmentsFollowed' ? [event.data] : []))

test('a calendar is followed a few appointments an act, and one that did not change is no act', () => {
  follow(days(...hundred))
  expect(office.office.appointments.size).toBe(100)
  const sizes = followedEvents().map(({ appointments }) => appointments.length)
  expect(Math.max(...sizes)).toBe(most)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100)
  expect(ready(days(...hundred))).toEqual([])
})

test('one appointment that changed of a hundred is one act of one', () => {
  follow(days(...hundred))
  const moved = { ...hundred[7]!, startsAt: (nine + 500 * minute) as Instant }
  const parts = ready(days(...hundred.with(7, moved)))
  expect(parts.map(({ claims }) => claims.map(({ uid }) => uid))).toEqual([['uid 7']])
})

test('where a part failed the next time goes on from there: nobody is lost, nobody comes twice', () => {
  follow(days(...hundred), 3)
  expect(office.office.appointments.size).toBe(3 * most)
  const before = byUid()
  follow(days(...hundred))
  expect(office.office.appointments.size).toBe(100)
  expect(office.personal.appointments.size).toBe(100)
  for (const [uid, id] of before) expect(byUid().get(uid)).toBe(id)
  expect(followedEvents().flatMap(({ appointments }) => appointments)).toHaveLength(100)
})

test('a part that is decided twice, here or by another host, changes nothing the second time', () => {
  const parts = ready(days(...hundred))
  for (const part of [...parts, ...parts]) followPart(office, part)
  expect(office.personal.appointments.size).toBe(100)
  const events = office.recorded.length
  for (const part of ready(days())) followPart(office, part)
  const gone = office.recorded.length - events
  for (const part of ready(days())) followPart(office, part)
  expect([gone, office.recorded.length - events]).toEqual([100, 100])
})

test('what the calendar has no more goes a few at an act, save who is here, which is noted once', () => {
  follow(days(...hundred))
  office.act('appointment.arrive', { name: 'PERSONNE 4' }, 'kiosk')
  const parts = ready(days())
  expect(Math.max(...parts.map(({ gone }) => gone.length))).toBe(most)
  for (const part of parts) followPart(office, part)
  expect([...office.office.appointments.values()]).toMatchObject([{ state: 'here', goneOutside: true }])
  expect(ready(days())).toEqual([])
})

test('what was done here between the reading of a calendar and its part stays done', () => {
  follow(days(...hundred))
  const emptied = ready(days())
  const changed = ready(days(...hundred.map((one) => ({ ...one, minutes: 40 }))))
  office.act('appointment.arrive', { name: 'PERSONNE 0' }, 'kiosk')
  office.act('source.note', { sourceId: 'a', kind: null }, 'admin')
  for (const part of emptied) followPart(office, part)
  expect(office.office.appointments.size).toBe(100)
  for (const part of changed) followPart(office, part)
  const [here] = [...office.office.appointments.values()].filter(({ state }) => state === 'here')
  expect(here?.minutes).toBe(20)
})

test('one that is cancelled here while its part waits does not come back', () => {
  office.act('source.note', { sourceId: 'a', kind: 'rdvsp' }, 'admin')
  follow(days(...hundred))
  const changed = ready(days(...hundred.map((one) => ({ ...one, minutes: 40 }))))
  office.act('appointment.cancel', { appointmentId: byUid().get('uid 3') }, 'supervisor')
  for (const part of changed) followPart(office, part)
  expect(office.office.appointments.size).toBe(99)
  expect([...office.personal.appointments.values()].filter(({ uid }) => uid === 'uid 3')).toHaveLength(1)
})
