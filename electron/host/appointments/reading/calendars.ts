import ICAL from 'ical.js'
import type { OutsideProblem } from '../../../../shared/contract/appointments/outside.ts'
import { boundary, contentLine, unfolded } from './contentLines.ts'
import { clocksOf, text } from './moments.ts'
import { occurrencesOf, type Left, type Occurrence, type Span } from './occurrences.ts'

/** What a whole calendar says of a span of time. */
export type CalendarDay = {
  readonly found: readonly Occurrence[]
  readonly left: readonly Left[]
  /** Every UID that the calendar has, whenever it takes place. */
  readonly uids: ReadonlySet<string>
}

/** A line longer than this is none of an appointment: ical.js's work grows as the square of a line. */
const longestLine = 20_000

/**
 * What takes place within a span, of a calendar's text: read whole or not at all. A text that is no calendar, one that was cut
 * and one that can't be read say nothing of anybody; a line that is none is left, and loses no other.
 * @param zone the office's, for hours that name none
 */
export function readCalendar(calendar: string, zone: string, span: Span): CalendarDay | OutsideProblem {
  const components = calendarsOf(calendar)
  if (typeof components === 'string') return components
  const clocks = clocksOf(components, zone)
  const byUid = new Map<string, { readonly events: ICAL.Component[]; readonly cancelled: boolean }>()
  const left: Left[] = []
  for (const component of components) {
    const cancelled = text(component, 'method').toUpperCase() === 'CANCEL'
    for (const event of component.getAllSubcomponents('vevent')) {
      const uid = text(event, 'uid')
      if (uid === '') {
        left.push({ uid: null, code: 'unreadable' })
        continue
      }
      const same = byUid.get(uid)
      if (same) same.events.push(event)
      else byUid.set(uid, { events: [event], cancelled })
    }
  }
  const found: Occurrence[] = []
  for (const [uid, { events, cancelled }] of byUid) {
    try {
      const one = occurrencesOf(events, clocks, span, cancelled)
      found.push(...one.found)
      left.push(...one.left)
    } catch {
      // What ical.js finds wrong in an entry is that entry's alone.
      left.push({ uid, code: 'unreadable' })
    }
  }
  return {
    found: found.toSorted((a, b) => a.startsAt - b.startsAt || (a.uid < b.uid ? -1 : 1)),
    left,
    uids: new Set(byUid.keys()),
  }
}

/** The calendars of a text, whole; why they are none. */
export function calendarsOf(calendar: string): readonly ICAL.Component[] | OutsideProblem {
  const written = calendar.replace(/^\uFEFF/, '').trim()
  if (!/^BEGIN:VCALENDAR\s*(?:\n|$)/i.test(written)) return 'notCalendar'
  if (!/\nEND:VCALENDAR$/i.test(written)) return 'cutCalendar'
  const begun: string[] = []
  const kept: string[] = []
  for (const { text: line } of unfolded(written)) {
    const bound = boundary(line)
    if (!bound) {
      if (line.length <= longestLine && contentLine(line)) kept.push(line)
      continue
    }
    // A part that ends without having begun, or begins without ending: a piece of the file is missing.
    if (bound.begins) begun.push(bound.component)
    else if (begun.pop() !== bound.component) return 'cutCalendar'
    kept.push(line)
  }
  if (begun.length > 0) return 'cutCalendar'
  try {
    const [first, ...more] = jCalOf(kept.join('\r\n'))
    return first === undefined
      ? 'notCalendar'
      : [first, ...more].map((one) => new ICAL.Component(one as [string, unknown[], unknown[]]))
  } catch {
    return 'damagedCalendar'
  }
}

/** ical.js gives one calendar, or a list where several follow each other. */
function jCalOf(calendar: string): readonly unknown[][] {
  const parsed = ICAL.parse(calendar) as unknown[]
  return typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
}
