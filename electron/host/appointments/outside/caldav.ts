import { readCalendar } from '../reading/calendars.ts'
import type { Left } from '../reading/occurrences.ts'
import { caldav, davOf, type Dav, type DavCalendar, type DavOptions } from './dav.ts'
import { davTree, resourcesOf, type DavElement, type DavResource } from './davXml.ts'
import { appointmentOf, wholeOf } from './feed.ts'
import { OutsideError } from './problem.ts'
import type { AskedDay, DayAppointment, Source, SourceDay } from './source.ts'
import { calendarWriter } from './writeDav.ts'

/** A CalDAV server (RFC 4791): its calendars are read, and told what became of each appointment. */
export function caldavSource(options: DavOptions): Source {
  const dav = davOf(options)
  return { day: (asked, mark) => day(dav, asked, mark), ...calendarWriter(dav) }
}

/** The day of every calendar. It is read whole whenever one of them changed: the servers' own expansions differ too much. */
async function day(dav: Dav, asked: AskedDay, mark: string | null): Promise<SourceDay> {
  const calendars = await dav.calendars()
  const parts = calendars.map(({ url, name }) => ({ id: url.href, name }))
  const now = markOf(asked, calendars)
  if (mark !== null && now !== null && (now === mark || (await isUnchanged(dav, asked, calendars, mark))))
    return { unchanged: true, appointments: [], left: [], whole: true, parts, mark, every: null }
  const appointments: DayAppointment[] = []
  const left: Left[] = []
  let whole = true
  let entries = 0
  for (const calendar of calendars) {
    const one = await calendarDay(dav, calendar, asked)
    appointments.push(...one.appointments)
    left.push(...one.left)
    whole &&= one.whole
    entries += one.entries
  }
  // Calendars that hold nothing at all cancel nobody: they are more often another's, or lost.
  if (entries === 0 && (await areEmpty(dav, calendars))) throw new OutsideError('emptyCalendar')
  return {
    appointments: appointments.toSorted((a, b) => a.startsAt - b.startsAt),
    left,
    whole,
    parts,
    mark: now,
    every: null,
  }
}

/** What the calendars were at, of one day; null where a server tells no such thing. */
function markOf({ date, zone }: AskedDay, calendars: readonly DavCalendar[]): string | null {
  if (calendars.some(({ token }) => token === null)) return null
  return JSON.stringify({ date, zone, tokens: calendars.map(({ url, token }) => [url.href, token]) })
}

/**
 * Whether each calendar says that nothing changed since a mark (RFC 6578): a server whose token is another at each question
 * says so by an empty report. A token that it no longer knows, by whatever status, is forgotten: all is read again.
 */
async function isUnchanged(dav: Dav, asked: AskedDay, calendars: readonly DavCalendar[], mark: string) {
  const before = JSON.parse(mark) as { date: string; zone: string; tokens: readonly [string, string][] }
  if (before.date !== asked.date || before.zone !== asked.zone) return false
  if (before.tokens.length !== calendars.length) return false
  for (const { url } of calendars) {
    const token = before.tokens.find(([href]) => href === url.href)?.[1]
    if (token === undefined || (await changedSince(dav, url, token))) return false
  }
  return true
}

async function changedSince(dav: Dav, at: URL, token: string): Promise<boolean> {
  const answered = await dav.send({
    url: at,
    method: 'REPORT',
    headers: { depth: '0', 'content-type': 'application/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><sync-collection xmlns="DAV:"><sync-token>${token
      .replaceAll('&', '&amp;')
      .replaceAll(
        '<',
        '&lt;',
      )}</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>`,
  })
  if (answered.status !== 207) return true
  return resourcesOf(davTree(answered.bytes.toString('utf8'))).length > 0
}

/** Asked on both sides of a day: a server takes an hour without a zone for one of UTC. */
const beside = 14 * 3_600_000

/** `20261201T082000Z`. */
const utc = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

const query = (filter: string): string =>
  `<C:calendar-query xmlns="DAV:" xmlns:C="${caldav}"><prop><getetag/><C:calendar-data/></prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${filter}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`

/**
 * What may take place in a day: what the server finds there, and whatever it repeats, which Xandikos doesn't find by its
 * repetitions.
 */
async function resourcesAround(dav: Dav, url: URL, { from, to }: AskedDay): Promise<readonly DavResource[]> {
  const there = await dav.multistatus(
    'REPORT',
    url,
    '1',
    query(`<C:time-range start="${utc(from - beside)}" end="${utc(to + beside)}"/>`),
  )
  const repeated = await dav
    .multistatus('REPORT', url, '1', query('<C:prop-filter name="RRULE"/>'))
    .catch((error: unknown) => {
      // A server without this filter keeps to the standard: it finds repetitions by their times.
      if (
        error instanceof OutsideError &&
        /^(?:forbidden|unexpectedStatus|serverTrouble)$/.test(error.problem)
      )
        return undefined
      throw error
    })
  const found = [there, repeated].flatMap((one) => (one === undefined ? [] : resourcesOf(one.root)))
  return [...new Map(found.map((resource) => [resource.href, resource])).values()]
}

async function calendarDay(dav: Dav, { url }: DavCalendar, asked: AskedDay) {
  const appointments: DayAppointment[] = []
  const left: Left[] = []
  let whole = true
  const resources = await resourcesAround(dav, url, asked)
  for (const resource of resources) {
    const data = resource.found.find(({ name }) => name === `${caldav} calendar-data`)?.text
    const read = data === undefined ? 'damagedCalendar' : readCalendar(data.trim(), asked.zone, asked)
    if (typeof read === 'string') {
      left.push({ uid: null, code: 'unreadable' })
      whole = false
      continue
    }
    appointments.push(...read.found.map((one) => appointmentOf(one, url.href)))
    left.push(...read.left)
    whole &&= wholeOf(read)
  }
  return { appointments, left, whole, entries: resources.length }
}

/** Whether none of the calendars holds anything, on any day. */
async function areEmpty(dav: Dav, calendars: readonly DavCalendar[]): Promise<boolean> {
  for (const { url } of calendars) {
    const within = await dav.propfind(url, '1', '<getetag/>')
    if (within.some((resource) => resource.url.href !== url.href && hasEtag(resource.found))) return false
  }
  return true
}

/** What has content has an ETag. */
const hasEtag = (found: readonly DavElement[]): boolean => found.some(({ name }) => name === 'DAV: getetag')
