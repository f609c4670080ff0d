import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../../../shared/contract/ids.ts'
import type { LeftCode } from '../../../../shared/contract/appointments/outside.ts'
import { zoneNamed } from './zones.ts'

// ical.js reads an hour whose zone the calendar doesn't describe, or names as Windows does, as one of the process's own zone.
// So its zones are never used: a wall clock's hour becomes an instant here, by a zone of the IANA database, or by the
// calendar's own description where the name says nothing.

/** A zone: a wall clock's hour as an instant, and an instant as that wall clock's hour. */
export type Clock = {
  readonly instant: (wall: Temporal.PlainDateTime) => Instant
  readonly wall: (at: Instant) => Temporal.PlainDateTime
}

/** The clocks of one calendar: by the TZID of its properties. */
export type Clocks = {
  readonly utc: Clock
  /** Of hours that name no zone: the office's. */
  readonly office: Clock
  /** Null where nothing tells it. */
  readonly named: (tzid: string) => Clock | null
}

/** A moment as an entry states it. */
export type Stated = {
  readonly at: Instant
  readonly wall: Temporal.PlainDateTime
  readonly clock: Clock
  /** A day, without an hour. */
  readonly allDay: boolean
}

const ianaClock = (zone: string): Clock => ({
  instant: (wall) => wall.toZonedDateTime(zone).epochMilliseconds as Instant,
  wall: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime(),
})

/** By the calendar's own VTIMEZONE. */
function describedClock(component: ICAL.Component): Clock {
  const zone = new ICAL.Timezone(component)
  const offset = (wall: Temporal.PlainDateTime) => zone.utcOffset(icalTime(wall)) * 1000
  const utc = ianaClock('UTC')
  return {
    instant: (wall) => (utc.instant(wall) - offset(wall)) as Instant,
    wall: (at) => {
      const near = utc.wall(at)
      return near.add({ milliseconds: offset(near.add({ milliseconds: offset(near) })) })
    },
  }
}

/** The clocks that a calendar's properties name. @param office the office's zone */
export function clocksOf(calendars: readonly ICAL.Component[], office: string): Clocks {
  const described = new Map<string, ICAL.Component>()
  const locations = new Map<string, string>()
  for (const zone of calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtimezone'))) {
    const tzid = text(zone, 'tzid')
    described.set(tzid, zone)
    const location = text(zone, 'x-lic-location').trim()
    if (location !== '') locations.set(tzid, location)
  }
  const known = new Map<string, Clock | null>()
  const found = (tzid: string): Clock | null => {
    const name = zoneNamed(tzid, locations)
    if (name !== null) return ianaClock(name)
    const own = described.get(tzid)
    return own ? describedClock(own) : null
  }
  return {
    utc: ianaClock('UTC'),
    office: ianaClock(office),
    named: (tzid) => {
      if (!known.has(tzid)) known.set(tzid, found(tzid))
      return known.get(tzid) ?? null
    },
  }
}

/** A property's first value as it is written in jCal (RFC 7265); '' when it has none. */
export function text(component: ICAL.Component, name: string): string {
  const value: unknown = (component.getFirstProperty(name)?.jCal as readonly unknown[] | undefined)?.[3]
  return typeof value === 'string' ? value : ''
}

/** The moments that a property states, in order; a code for one that can't be read. */
export function statedBy(property: ICAL.Property, clocks: Clocks): readonly (Stated | LeftCode)[] {
  const [, , , ...values] = property.jCal as readonly unknown[]
  const tzid: unknown = property.getParameter('tzid')
  const own = typeof tzid === 'string' ? clocks.named(tzid) : clocks.office
  return values.map((value): Stated | LeftCode => {
    // Of a period, its beginning.
    const written: unknown = Array.isArray(value) ? value[0] : value
    if (typeof written !== 'string') return 'malformedDate'
    const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z)?)?$/i.exec(written)
    const wall = match && plain(`${match[1]}T${match[2] ?? '00:00:00'}`)
    if (!match || !wall) return 'malformedDate'
    const allDay = match[2] === undefined
    const clock = match[3] ? clocks.utc : allDay ? clocks.office : own
    return clock === null ? 'unknownZone' : { at: clock.instant(wall), wall, clock, allDay }
  })
}

/** A date and an hour of the calendar from 1971 to 9997, as the journal's instants are; null otherwise. */
function plain(written: string): Temporal.PlainDateTime | null {
  try {
    const wall = Temporal.PlainDateTime.from(written, { overflow: 'reject' })
    return wall.year < 1971 || wall.year > 9997 ? null : wall
  } catch {
    // No day of the calendar, or no hour of a day.
    return null
  }
}

/** A wall clock's hour for ical.js, which then counts in that clock's own days. */
export const icalTime = (wall: Temporal.PlainDateTime): ICAL.Time =>
  new ICAL.Time(
    {
      year: wall.year,
      month: wall.month,
      day: wall.day,
      hour: wall.hour,
      minute: wall.minute,
      second: wall.second,
      isDate: false,
    },
    ICAL.Timezone.localTimezone,
  )

/** The wall clock's hour of an ical.js time, whatever its zone. */
export const wallOf = (time: ICAL.Time): Temporal.PlainDateTime =>
  Temporal.PlainDateTime.from({
    year: time.year,
    month: time.month,
    day: time.day,
    hour: time.hour,
    minute: time.minute,
    second: time.second,
  })
