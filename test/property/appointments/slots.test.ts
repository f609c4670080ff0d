import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { AppointmentId, Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import { daysFollowed, isSlotFree, nextSlots } from '../../../shared/domain/appointments/slots.ts'
import { expected } from '../../../shared/domain/appointments/state.ts'
import { addCalendarDays } from '../../../shared/domain/law/time/days.ts'
import { dateIn, spansAt } from '../../../shared/domain/core/calendar/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const minute = 60_000
const services = ['titres', 'etat-civil', 'elections'] as ServiceId[]
const base = PureOffice.school(Date.parse('2026-03-02T08:00:00Z')).office

type Given = { readonly serviceId: ServiceId; readonly startsAt: Instant; readonly minutes: number }

/** Open every day of the week, the Sundays on which the hour changes too. */
const week = (from: number, to: number) =>
  base.settings!.calendar.week.map((): [number, number][] => [
    [from, 780],
    [810, to],
  ])

function officeOf(zone: string, counters: number, slotMinutes: number, followed: boolean): Office {
  const settings = base.settings!
  return {
    ...base,
    appointmentSources: followed ? { 1: 'caldav' as const } : {},
    settings: {
      ...settings,
      calendar: { ...settings.calendar, zone, week: week(525, 1050) },
      counters: settings.counters.slice(0, counters),
      services: settings.services.map((one) => ({ ...one, slotMinutes })),
    },
  }
}

let ids = 0
const withGiven = (office: Office, { serviceId, startsAt, minutes }: Given): Office => {
  const appointmentId = `id-${++ids}` as AppointmentId
  return {
    ...office,
    appointments: office.appointments.set(
      appointmentId,
      expected({ appointmentId, serviceId, procedureId: null, startsAt, minutes, files: 1 }),
    ),
  }
}

/** Instants about both changes of hour, and an ordinary day. */
const instant = fc
  .tuple(
    fc.constantFrom('2026-10-24', '2026-10-25', '2027-03-27', '2027-03-28', '2026-12-01'),
    fc.integer({ min: -120, max: 1560 }),
  )
  .map(([date, minutes]) => (Date.parse(`${date}T00:00:00Z`) + minutes * minute) as Instant)
const outside = fc.array(
  fc.record({
    serviceId: fc.constantFrom(...services),
    after: fc.integer({ min: 0, max: 3 * 1440 }),
    minutes: fc.integer({ min: 1, max: 480 }),
  }),
  { maxLength: 25 },
)

const overlaps = (one: Given, other: Given) =>
  one.startsAt < other.startsAt + other.minutes * minute &&
  other.startsAt < one.startsAt + one.minutes * minute

describe('the slots that an office promises', () => {
  property.prop([
    fc.constantFrom('Europe/Paris', 'Indian/Reunion'),
    instant,
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(15, 20, 30),
    fc.boolean(),
    outside,
    fc.array(fc.tuple(fc.constantFrom(...services), fc.integer({ min: 0, max: 4 })), { maxLength: 20 }),
  ])(
    'are never given twice, never beside what is taken outside, never out of hours, never more at once than counters',
    (zone, now, counters, slotMinutes, followed, taken, asked) => {
      const all: Given[] = taken.map(({ serviceId, after, minutes }) => ({
        serviceId,
        startsAt: (now + after * minute) as Instant,
        minutes,
      }))
      let office = all.reduce(withGiven, officeOf(zone, counters, slotMinutes, followed))
      const { calendar } = office.settings!
      for (const [serviceId, place] of asked) {
        const slots = nextSlots(office, serviceId, now, 5)
        const starts = slots.map(({ startsAt }) => startsAt)
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
        const slot = slots[place]
        if (slot === undefined) continue
        const given: Given = { serviceId, ...slot }
        const date = dateIn(zone, slot.startsAt)
        const end = slot.startsAt + slotMinutes * minute
        expect(slot.startsAt).toBeGreaterThan(now)
        expect(
          spansAt(calendar, date, serviceId).some(([from, to]) => from <= slot.startsAt && end <= to),
        ).toBe(true)
        if (followed) expect(date < addCalendarDays(dateIn(zone, now), daysFollowed)).toBe(true)
        const beside = all.filter((one) => overlaps(one, given))
        expect(beside.filter((one) => one.serviceId === serviceId)).toEqual([])
        for (const at of [slot.startsAt, ...beside.map((one) => one.startsAt)])
          if (at >= slot.startsAt)
            expect(
              beside.filter((one) => one.startsAt <= at && at < one.startsAt + one.minutes * minute).length,
            ).toBeLessThan(counters)
        expect(isSlotFree(office, serviceId, slot.startsAt, now)).toBe(true)
        office = withGiven(office, given)
        all.push(given)
        expect(isSlotFree(office, serviceId, slot.startsAt, now)).toBe(false)
      }
    },
  )

  test('are each day’s once in the night of the autumn change, and leave no day out in the spring’s', () => {
    // A day of 25 hours, looked at just after its midnight; the eve of one of 23, just before it.
    const dates = (iso: string) => {
      const office = officeOf('Europe/Paris', 1, 240, false)
      const slots = nextSlots(office, services[0]!, Date.parse(iso) as Instant, 6)
      return slots.map(({ startsAt }) => dateIn('Europe/Paris', startsAt))
    }
    expect(dates('2026-10-24T22:15:00Z')).toEqual([
      '2026-10-25',
      '2026-10-25',
      '2026-10-26',
      '2026-10-26',
      '2026-10-27',
      '2026-10-27',
    ])
    expect(dates('2027-03-27T22:30:00Z').slice(0, 2)).toEqual(['2027-03-28', '2027-03-28'])
  })

  test.each([
    ['Europe/Paris', '2026-10-25', '2026-10-25T07:45:00Z'],
    ['Europe/Paris', '2027-03-28', '2027-03-28T06:45:00Z'],
    ['Indian/Reunion', '2026-10-25', '2026-10-25T04:45:00Z'],
  ])('at %s on %s begin at 8 h 45 of the wall', (zone, date, iso) => {
    const office = officeOf(zone, 1, 30, false)
    const [first] = spansAt(office.settings!.calendar, date as LocalDate, services[0])
    const before = (first![0] - 1) as Instant
    expect(nextSlots(office, services[0]!, before, 1)[0]?.startsAt).toBe(Date.parse(iso))
  })
})
