import ICAL from 'ical.js'
import type { Instant } from '../../../../shared/contract/ids.ts'
import type { LeftCode } from '../../../../shared/contract/appointments/outside.ts'
import { icalTime, statedBy, text, wallOf, type Clocks, type Stated } from './moments.ts'

/** One time that an entry takes place. */
export type Occurrence = {
  readonly uid: string
  /** Of a repeated entry, when this one was first foreseen; null for an entry that takes place once. */
  readonly occurrence: Instant | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly cancelled: boolean
  /** What says the rest of it. */
  readonly event: ICAL.Component
}

/** An entry that is no appointment to call, or could not be read. */
export type Left = { readonly uid: string | null; readonly code: LeftCode }

/** From an instant until another, the second excluded. */
export type Span = { readonly from: Instant; readonly to: Instant }

/** More repetitions than that of one entry are counted no further. */
const mostRepetitions = 100_000

/** What takes place within a span, of entries that share a UID. @param cancelled the whole calendar says so (METHOD:CANCEL) */
export function occurrencesOf(
  events: readonly ICAL.Component[],
  clocks: Clocks,
  span: Span,
  cancelled: boolean,
): { readonly found: readonly Occurrence[]; readonly left: readonly Left[] } {
  const uid = text(events[0]!, 'uid')
  const left: Left[] = []
  const found: Occurrence[] = []
  const masters: ICAL.Component[] = []
  const changed = new Map<number, Changed>()
  for (const event of events) {
    const property = event.getFirstProperty('recurrence-id')
    if (!property) {
      masters.push(event)
      continue
    }
    const [original] = statedBy(property, clocks)
    if (original === undefined || typeof original === 'string')
      left.push({ uid, code: original ?? 'malformedDate' })
    else {
      const before = changed.get(original.at)
      const following = property.getParameter('range') === 'THISANDFUTURE'
      if (!before || isNewer(event, before.event)) changed.set(original.at, { original, event, following })
    }
  }
  const master = masters.reduce<ICAL.Component | undefined>(
    (best, event) => (best === undefined || isNewer(event, best) ? event : best),
    undefined,
  )
  for (let twice = masters.length; twice > 1; twice--) left.push({ uid, code: 'duplicate' })
  const keep = (event: ICAL.Component, occurrence: Instant | null, at?: Instant) => {
    const timed = timesOf(event, clocks)
    if (typeof timed === 'string') return void left.push({ uid, code: timed })
    const startsAt = at ?? timed.start.at
    if (startsAt < span.from || startsAt >= span.to) return
    const code = notToCall(event, timed.start)
    if (code) return void left.push({ uid, code })
    const lasts = timed.endsAt - timed.start.at
    found.push({
      uid,
      occurrence,
      startsAt,
      endsAt: (startsAt + lasts) as Instant,
      cancelled: cancelled || text(event, 'status').toUpperCase() === 'CANCELLED',
      event,
    })
  }
  for (const { original, event } of changed.values()) keep(event, original.at)
  if (master) {
    const timed = timesOf(master, clocks)
    if (typeof timed === 'string') left.push({ uid, code: timed })
    else if (!repeats(master)) keep(master, null)
    else {
      const shifted = [...changed.values()].some(({ following }) => following)
      const walked = repetitions(master, timed.start, clocks, shifted ? around(span) : span)
      if (walked.cut) left.push({ uid, code: 'tooManyOccurrences' })
      for (const at of walked.instants) {
        if (changed.has(at)) continue
        const moved = followed(changed, at)
        if (moved) keepMoved(moved, at)
        else keep(master, at, at)
      }
    }
  }
  return { found, left }

  function keepMoved({ original, event }: Changed, at: Instant) {
    const timed = timesOf(event, clocks)
    if (typeof timed === 'string') return void left.push({ uid, code: timed })
    // The same shift on the wall clock, so that a change of hour in between moves none.
    const shift = original.wall.until(timed.start.wall)
    keep(event, at, timed.start.clock.instant(original.clock.wall(at).add(shift)))
  }
}

/** A span and a week on both sides: where what was moved with all that follows it may come from. */
const around = ({ from, to }: Span): Span => ({
  from: (from - 7 * 86_400_000) as Instant,
  to: (to + 7 * 86_400_000) as Instant,
})

type Changed = {
  readonly original: Stated
  readonly event: ICAL.Component
  /** It stands for those after it too (RANGE=THISANDFUTURE). */
  readonly following: boolean
}

/** The last change before an occurrence that stands for it too. */
function followed(changed: ReadonlyMap<number, Changed>, at: Instant): Changed | undefined {
  let last: Changed | undefined
  for (const one of changed.values())
    if (one.following && one.original.at < at && (!last || one.original.at > last.original.at)) last = one
  return last
}

const repeats = (event: ICAL.Component): boolean =>
  ['rrule', 'rdate'].some((name) => event.getFirstProperty(name) !== null)

/** Of two versions of an entry, the higher sequence counts, then the later stamp (RFC 5546 2.1.4). */
function isNewer(one: ICAL.Component, other: ICAL.Component): boolean {
  const [a, b] = [one, other].map((event) => Number(event.getFirstPropertyValue('sequence') ?? 0))
  return a === b ? text(one, 'dtstamp') > text(other, 'dtstamp') : a! > b!
}

/** When an entry begins and ends; why it can't be told. */
function timesOf(
  event: ICAL.Component,
  clocks: Clocks,
): { readonly start: Stated; readonly endsAt: Instant } | LeftCode {
  const property = event.getFirstProperty('dtstart')
  if (!property) return 'missingDate'
  const [start] = statedBy(property, clocks)
  if (start === undefined || typeof start === 'string') return start ?? 'malformedDate'
  const ending = event.getFirstProperty('dtend')
  if (ending) {
    const [end] = statedBy(ending, clocks)
    if (end === undefined || typeof end === 'string') return end ?? 'malformedDate'
    return { start, endsAt: Math.max(start.at, end.at) as Instant }
  }
  const lasting: unknown = event.getFirstPropertyValue('duration')
  const seconds = lasting instanceof ICAL.Duration ? Math.max(0, lasting.toSeconds()) : 0
  return { start, endsAt: (start.at + seconds * 1000) as Instant }
}

/** Why an entry that can be read calls for nobody. */
function notToCall(event: ICAL.Component, start: Stated): LeftCode | null {
  if (start.allDay) return 'allDay'
  if (text(event, 'status').toUpperCase() === 'TENTATIVE') return 'tentative'
  if (text(event, 'transp').toUpperCase() === 'TRANSPARENT') return 'transparent'
  return /^(?:PRIVATE|CONFIDENTIAL)$/i.test(text(event, 'class')) ? 'private' : null
}

/** When a repeated entry takes place before the span's end, less what it excludes: counted on its own wall clock. */
function repetitions(
  event: ICAL.Component,
  start: Stated,
  clocks: Clocks,
  { from, to }: Span,
): { readonly instants: ReadonlySet<Instant>; readonly cut: boolean } {
  const instants = new Set<Instant>([start.at])
  let cut = false
  for (const property of event.getAllProperties('rrule')) {
    const rule: unknown = property.getFirstValue()
    if (!(rule instanceof ICAL.Recur)) continue
    if (rule.until) rule.until = untilOn(rule.until, start)
    const iterator = rule.iterator(icalTime(start.wall))
    let count = 0
    for (let next = iterator.next(); next; next = iterator.next()) {
      const at = start.clock.instant(wallOf(next))
      if (at >= to) break
      if (at >= from) instants.add(at)
      if (++count < mostRepetitions) continue
      cut = true
      break
    }
  }
  for (const property of event.getAllProperties('rdate'))
    for (const one of statedBy(property, clocks)) if (typeof one !== 'string') instants.add(one.at)
  for (const property of event.getAllProperties('exdate'))
    for (const one of statedBy(property, clocks)) {
      if (typeof one === 'string') continue
      if (!one.allDay) instants.delete(one.at)
      else
        for (const at of instants)
          if (start.clock.wall(at).toPlainDate().equals(one.wall.toPlainDate())) instants.delete(at)
    }
  return { instants, cut }
}

/** The last moment of a rule on the entry's own wall clock: it is written in UTC, and a day alone counts whole. */
function untilOn(until: ICAL.Time, start: Stated): ICAL.Time {
  const wall = wallOf(until)
  if (until.isDate && !start.allDay) return icalTime(wall.with({ hour: 23, minute: 59, second: 59 }))
  if (until.zone !== ICAL.Timezone.utcTimezone) return icalTime(wall)
  const at = wall.toZonedDateTime('UTC').epochMilliseconds as Instant
  return icalTime(start.clock.wall(at))
}
