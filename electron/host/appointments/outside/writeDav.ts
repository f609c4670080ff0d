import ICAL from 'ical.js'
import type { Instant } from '../../../../shared/contract/ids.ts'
import { calendarsOf } from '../reading/calendars.ts'
import { clocksOf, icalTime, statedBy, text } from '../reading/moments.ts'
import { caldav, type Dav } from './dav.ts'
import { escapedXml, resourcesOf } from './davXml.ts'
import { unfoldedText } from './letters.ts'
import { OutsideError } from './problem.ts'
import { refusedBy } from './request.ts'
import type { Given, Source, Told, Telling } from './source.ts'

/** Someone else wrote meanwhile: read again, decided again, so many times. */
const mostTries = 4

/** What an office writes in a CalDAV calendar. A resource is written as it was read but for what changes, under its ETag. */
export function calendarWriter(dav: Dav): Required<Pick<Source, 'tell' | 'give'>> {
  /** Where an entry stands; undefined when the calendar has it no more. */
  async function placeOf(calendar: string, uid: string): Promise<URL | undefined> {
    const { root, at } = await dav.multistatus(
      'REPORT',
      new URL(calendar),
      '1',
      `<C:calendar-query xmlns="DAV:" xmlns:C="${caldav}"><prop><getetag/></prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="UID"><C:text-match collation="i;octet">${escapedXml(uid)}</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`,
    )
    // A text-match is a part of the text (RFC 4791 9.7.5): another UID may hold this one.
    for (const { href } of resourcesOf(root)) {
      const place = new URL(href, at)
      const held = await fetched(place)
      if (held && eventsOf(held.calendars, uid).length > 0) return place
    }
    return undefined
  }

  async function fetched(place: URL) {
    const answered = await dav.send({ url: place })
    if (answered.status === 404 || answered.status === 410) return undefined
    if (answered.status !== 200) throw refusedBy(answered)
    const calendars = calendarsOf(unfoldedText(answered.bytes))
    if (typeof calendars === 'string') throw new OutsideError(calendars)
    return { calendars, etag: answered.headers.etag }
  }

  async function put(place: URL, calendar: ICAL.Component, condition: Readonly<Record<string, string>>) {
    const answered = await dav.send({
      url: place,
      method: 'PUT',
      headers: { 'content-type': 'text/calendar; charset=utf-8', ...condition },
      body: `${calendar.toString()}\r\n`,
    })
    if (answered.status < 200 || answered.status >= 300) throw refusedBy(answered)
    // A page that answers for the server, often one to sign in: nothing was written.
    if (answered.status === 200 && /html/i.test(answered.headers['content-type'] ?? ''))
      throw new OutsideError('notCalendarServer')
  }

  /** Once more each time that someone else wrote in between. */
  async function again<T>(one: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await one()
      } catch (error) {
        const changed = error instanceof OutsideError && error.problem === 'changedMeanwhile'
        if (!changed || tries === mostTries) throw error
      }
    }
  }

  const told = async (telling: Telling, now: Instant): Promise<Told> => {
    const place = await placeOf(telling.calendar, telling.uid)
    const held = place && (await fetched(place))
    const [calendar] = held?.calendars ?? []
    if (!place || !calendar) return 'gone'
    const event = entryOf(calendar, telling)
    if (!event || text(event.found, 'status').toUpperCase() === 'CANCELLED') return 'gone'
    if (text(event.found, 'x-guichet-state') === telling.state) return 'same'
    if (event.added) calendar.addSubcomponent(event.found)
    event.found.updatePropertyWithValue('x-guichet-state', telling.state)
    if (telling.state === 'CANCELLED') {
      event.found.updatePropertyWithValue('status', 'CANCELLED')
      event.found.updatePropertyWithValue(
        'sequence',
        Number(event.found.getFirstPropertyValue('sequence') ?? 0) + 1,
      )
    }
    event.found.updatePropertyWithValue('last-modified', utcTime(now))
    await put(place, calendar, held?.etag === undefined ? {} : { 'if-match': held.etag })
    return 'written'
  }

  /** Another hour for one of the office's own, where nobody else gave it one. */
  const moved = async (given: Given, now: Instant): Promise<void> => {
    const place = await placeOf(given.calendar, given.uid)
    const held = place && (await fetched(place))
    const [calendar] = held?.calendars ?? []
    const event = calendar && eventsOf([calendar], given.uid)[0]
    if (!place || !calendar || !event || text(event, 'status').toUpperCase() === 'CANCELLED') return
    const start = event.getFirstProperty('dtstart')
    const [stated] = start ? statedBy(start, clocksOf([calendar], 'UTC')) : []
    if (typeof stated !== 'object' || stated.at !== given.movedFrom) return
    for (const name of ['dtstart', 'dtend', 'duration']) event.removeAllProperties(name)
    event.updatePropertyWithValue('dtstart', utcTime(given.startsAt))
    event.updatePropertyWithValue('dtend', utcTime(given.endsAt))
    event.updatePropertyWithValue('sequence', Number(event.getFirstPropertyValue('sequence') ?? 0) + 1)
    event.updatePropertyWithValue('last-modified', utcTime(now))
    await put(place, calendar, held?.etag === undefined ? {} : { 'if-match': held.etag })
  }

  return {
    tell: (telling, now) => again(() => told(telling, now)),
    give: async (given, now) => {
      if (given.movedFrom !== undefined) return again(() => moved(given, now))
      try {
        await put(ownPlace(given), entryGiven(given, now), { 'if-none-match': '*' })
      } catch (error) {
        // Written the time before, whose answer was lost.
        if (!(error instanceof OutsideError) || error.problem !== 'changedMeanwhile') throw error
      }
    },
  }
}

const ownPlace = ({ calendar, uid }: Pick<Given, 'calendar' | 'uid'>): URL =>
  new URL(`${encodeURIComponent(uid)}.ics`, calendar.endsWith('/') ? calendar : `${calendar}/`)

const eventsOf = (calendars: readonly ICAL.Component[], uid: string): readonly ICAL.Component[] =>
  calendars
    .flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
    .filter((event) => text(event, 'uid') === uid)

const utcTime = (at: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(at), true)

/**
 * The part of a resource that says one appointment. Of a repeated entry it is the occurrence's own, which is made from the
 * repetition when it has none yet: what is said of one says nothing of the others.
 */
function entryOf(
  calendar: ICAL.Component,
  { uid, occurrence }: Telling,
): { readonly found: ICAL.Component; readonly added: boolean } | undefined {
  const events = eventsOf([calendar], uid)
  const clocks = clocksOf([calendar], 'UTC')
  const master = events.find((event) => event.getFirstProperty('recurrence-id') === null)
  if (occurrence === null) return master && { found: master, added: false }
  const own = events.find((event) => {
    const property = event.getFirstProperty('recurrence-id')
    const [stated] = property ? statedBy(property, clocks) : []
    return typeof stated === 'object' && stated.at === occurrence
  })
  if (own) return { found: own, added: false }
  const start = master?.getFirstProperty('dtstart')
  const [stated] = start ? statedBy(start, clocks) : []
  if (!master || !start || typeof stated !== 'object') return undefined
  const copy = new ICAL.Component(structuredClone(master.toJSON()) as [string, unknown[], unknown[]])
  for (const name of ['rrule', 'rdate', 'exdate', 'exrule']) copy.removeAllProperties(name)
  const tzid: unknown = start.getParameter('tzid')
  const set = (name: string, at: number) => {
    const time = icalTime(stated.clock.wall(at as Instant))
    if (stated.clock === clocks.utc) time.zone = ICAL.Timezone.utcTimezone
    copy.updatePropertyWithValue(name, time)
    if (typeof tzid === 'string') copy.getFirstProperty(name)?.setParameter('tzid', tzid)
  }
  const ending = master.getFirstProperty('dtend')
  const [end] = ending ? statedBy(ending, clocks) : []
  set('recurrence-id', occurrence)
  set('dtstart', occurrence)
  if (typeof end === 'object') set('dtend', occurrence + (end.at - stated.at))
  return { found: copy, added: true }
}

/** An appointment of the office's own, as a calendar of one entry: hours in UTC. */
function entryGiven({ uid, startsAt, endsAt, label }: Given, now: Instant): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Guichet//Rendez-vous//FR')
  const event = new ICAL.Component('vevent')
  event.updatePropertyWithValue('uid', uid)
  event.updatePropertyWithValue('dtstamp', utcTime(now))
  event.updatePropertyWithValue('dtstart', utcTime(startsAt))
  event.updatePropertyWithValue('dtend', utcTime(endsAt))
  event.updatePropertyWithValue('summary', label)
  calendar.addSubcomponent(event)
  return calendar
}
