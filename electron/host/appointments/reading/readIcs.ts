import type { Instant } from '../../../../shared/contract/ids.ts'
import { instantOf } from '../../../../shared/domain/core/calendar/index.ts'
import { lasting } from './appointment.ts'
import { boundary, contentLine, unescaped, unfolded, type ContentLine } from './contentLines.ts'
import { unreadable, type Entry, type ParsedEntries, type Remark, type Skip } from './entry.ts'
import { fieldNamed, type Field } from './fields.ts'
import { plain, shown } from './plain.ts'
import { dayOf, readMinutes } from './written.ts'
import { zoneNamed } from './zones.ts'

/** A VEVENT as it stands in the file. */
interface RawEvent {
  readonly line: number
  readonly properties: ContentLine[]
  /** Lines of it that are no content lines. */
  readonly unread: string[]
  finished: boolean
}

/** What stands in a calendar beside its events. */
interface Surroundings {
  readonly zone: string
  /** X-LIC-LOCATION by TZID. */
  readonly locations: Map<string, string>
  cancelled: boolean
}

/**
 * The appointments of an iCalendar text (RFC 5545). A service is looked for in CATEGORIES, SUMMARY, an X- property,
 * or a line « Service : … » of the description, where all that a CSV column can say may stand too.
 * @param zone the office's, for hours without one
 * @param limit how many events are read; those after are counted
 */
export function readIcs(text: string, zone: string, limit: number): ParsedEntries {
  const around: Surroundings = { zone, locations: new Map(), cancelled: false }
  const found: (RawEvent | Entry)[] = []
  let more = 0
  let moreFrom = 0
  for (const one of components(text, around)) {
    if (found.length < limit) found.push(one)
    else {
      if (more === 0) moreFrom = one.line
      more++
    }
  }
  return { entries: found.map((one) => ('properties' in one ? entryOf(one, around) : one)), more, moreFrom }
}

/** The events in order, and an entry for each line outside them that can't be read. */
function* components(text: string, around: Surroundings): Generator<RawEvent | Entry> {
  const inside = nesting()
  let event: RawEvent | null = null
  let tzid = ''
  for (const { line, text: written } of unfolded(text)) {
    const bound = boundary(written)
    if (bound?.begins) {
      if (bound.component === 'VEVENT') {
        // One that begins before the last has ended: the last was cut.
        if (event) yield event
        event = { line, properties: [], unread: [], finished: false }
        inside.end('VEVENT')
      }
      inside.begin(bound.component)
      continue
    }
    if (bound) {
      if (bound.component === 'VEVENT' && event) {
        event.finished = true
        yield event
        event = null
      }
      inside.end(bound.component)
      continue
    }
    const content = contentLine(written)
    if (!content) {
      if (event) event.unread.push(written)
      else yield unreadable(line, 'malformedLine', shown(written, 120))
      continue
    }
    const { name } = content
    const value = valueOf(content)
    const within = inside.now()
    if (within === 'VEVENT') event?.properties.push(content)
    else if (within === 'VTIMEZONE' && name === 'TZID') tzid = value
    else if (within === 'VTIMEZONE' && name === 'X-LIC-LOCATION') around.locations.set(tzid, value.trim())
    else if (name === 'METHOD' && value.trim().toUpperCase() === 'CANCEL') around.cancelled = true
  }
  if (event) yield event
}

/**
 * The components begun and not ended. Counted by name, so that an end without its beginning costs nothing: each beginning
 * is taken off once.
 */
function nesting() {
  const begun: string[] = []
  const counts = new Map<string, number>()
  return {
    now: () => begun.at(-1),
    begin: (component: string) => {
      begun.push(component)
      counts.set(component, (counts.get(component) ?? 0) + 1)
    },
    /** Ends the last one of that name, and those begun since. */
    end: (component: string) => {
      if (!counts.get(component)) return
      for (let last = begun.pop(); last !== undefined; last = begun.pop()) {
        counts.set(last, counts.get(last)! - 1)
        if (last === component) return
      }
    },
  }
}

const valueOf = ({ values }: ContentLine): string => values[0] ?? ''

function entryOf(event: RawEvent, around: Surroundings): Entry {
  const { line, properties, unread, finished } = event
  const of = (name: string) => properties.find((property) => property.name === name)
  if (!finished) return unreadable(line, 'unfinished', '')
  const values = valuesOf(properties)
  const remarks: Remark[] = unread.slice(0, 1).map((text) => ({ code: 'lineUnread', text: shown(text, 120) }))
  const entry: Entry = {
    line,
    skip: null,
    values,
    startsAt: null,
    minutes: null,
    categories: properties
      .filter(({ name }) => name === 'CATEGORIES')
      .flatMap(({ values: listed }) => listed.map((text) => text.trim()).filter((text) => text !== '')),
    summary: shown(of('SUMMARY')?.values[0] ?? '', 500),
    sequence: Number(/^\d{1,9}$/.exec(of('SEQUENCE')?.values[0]?.trim() ?? '')?.[0] ?? 0),
    remarks,
  }
  const recurring = of('RRULE') ?? of('RDATE')
  const startsAt = momentOf(of('DTSTART'), around)
  if (around.cancelled || of('STATUS')?.values[0]?.trim().toUpperCase() === 'CANCELLED') {
    const once = recurring || typeof startsAt !== 'number' ? null : startsAt
    return { ...entry, startsAt: once, skip: { code: 'cancelled', text: '' } }
  }
  if (recurring) return { ...entry, skip: { code: 'recurring', text: shown(valueOf(recurring), 120) } }
  if (typeof startsAt !== 'number') return { ...entry, skip: startsAt }
  const minutes = minutesOf(startsAt, of('DTEND'), of('DURATION'), around, remarks)
  return { ...entry, startsAt, minutes }
}

/** An instant from a date and an hour: in UTC, in the zone that it names, or in the office's when it names none. */
function momentOf(property: ContentLine | undefined, { zone, locations }: Surroundings): Instant | Skip {
  if (!property) return { code: 'missingDate', text: '' }
  const value = valueOf(property).trim()
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i.exec(value)
  const date = match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!date) return { code: 'malformedDate', text: shown(value, 120) }
  if (match[4] === undefined) return { code: 'missingHour', text: value }
  const [hour, minute] = [Number(match[4]), Number(match[5])]
  if (hour > 23 || minute > 59) return { code: 'malformedHour', text: value }
  const tzid = property.parameters.get('TZID')
  const named = match[7] ? 'UTC' : tzid === undefined ? zone : zoneNamed(tzid, locations)
  if (named === null) return { code: 'unknownZone', text: shown(tzid ?? '', 120) }
  return instantOf(named, date, hour * 60 + minute)
}

function minutesOf(
  startsAt: Instant,
  end: ContentLine | undefined,
  duration: ContentLine | undefined,
  around: Surroundings,
  remarks: Remark[],
): number | null {
  if (!end && !duration) return null
  const endsAt = end && momentOf(end, around)
  const minutes =
    endsAt === undefined
      ? readMinutes(duration?.values[0] ?? '')
      : typeof endsAt === 'number'
        ? lasting(startsAt, endsAt)
        : null
  if (minutes === null)
    remarks.push({ code: 'minutesUnread', text: shown((end ?? duration)?.values[0] ?? '', 120) })
  return minutes
}

/** What labelled lines of the description and X- properties say, as CSV columns do; the property wins. */
export function valuesOf(properties: readonly ContentLine[]): ReadonlyMap<Field, string> {
  const values = new Map<Field, string>()
  const keep = (field: Field | null, value: string) => {
    if (field !== null && value.trim() !== '' && !values.has(field)) values.set(field, value.trim())
  }
  for (const property of properties) {
    const { name } = property
    if (!name.startsWith('X-')) continue
    const [, maker = '', ...words] = name.split('-')
    keep(fieldNamed([maker, ...words].join(' ')) ?? fieldNamed(words.join(' ')), unescaped(valueOf(property)))
  }
  for (const property of properties) {
    if (property.name !== 'DESCRIPTION') continue
    for (const written of valueOf(property).split(/\n|<br\s*\/?>|<\/p>/i)) {
      const labelled = /^\s*([^:=]{1,60})[:=](.*)$/s.exec(written.replaceAll(/<[^<>]*>/g, ''))
      if (labelled) keep(fieldNamed(plain(labelled[1] ?? '')), labelled[2] ?? '')
    }
  }
  // Its own properties say when it begins, whether it is cancelled, and which it is.
  for (const field of ['date', 'hour', 'end', 'minutes', 'status'] as const) values.delete(field)
  const [uid, recurrence] = ['UID', 'RECURRENCE-ID'].map(
    (of) => properties.find(({ name }) => name === of)?.values[0]?.trim() ?? '',
  )
  values.delete('uid')
  if (uid) values.set('uid', recurrence ? `${uid}/${recurrence}` : uid)
  return values
}
