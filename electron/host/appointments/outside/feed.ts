import { refusedBy, type Answered, ask, basic, type Reach } from './request.ts'
import { readCalendar, type CalendarDay } from '../reading/calendars.ts'
import type { Occurrence } from '../reading/occurrences.ts'
import { unfoldedText } from './letters.ts'
import { OutsideError } from './problem.ts'
import type { AskedDay, DayAppointment, Source } from './source.ts'

export type FeedOptions = {
  readonly url: URL
  readonly user: string | undefined
  readonly secret: string | undefined
  readonly reach: Reach
}

/** An iCalendar feed: read only. Its address is often a secret of its own. */
export function feedSource({ url, user, secret, reach }: FeedOptions): Source {
  return {
    day: async (asked, mark) => {
      const answered = await ask(
        {
          url,
          headers: {
            accept: 'text/calendar',
            ...(mark === null ? {} : { 'if-none-match': mark }),
          },
          ...(secret === undefined ? {} : { secret: basic(user ?? '', secret) }),
        },
        reach,
      )
      if (answered.status === 304)
        return { unchanged: true, appointments: [], left: [], whole: true, parts: [], mark, every: null }
      return dayOf(answered, asked)
    },
  }
}

function dayOf(answered: Answered, asked: AskedDay) {
  if (answered.status !== 200) throw refusedBy(answered)
  const calendar = unfoldedText(answered.bytes)
  const read = readCalendar(calendar, asked.zone, asked)
  if (typeof read === 'string') throw new OutsideError(read)
  // A feed that holds nothing at all is more often broken than empty: it cancels nobody.
  if (read.uids.size === 0) throw new OutsideError('emptyCalendar')
  return {
    appointments: read.found.map((one) => appointmentOf(one, '')),
    left: read.left,
    whole: wholeOf(read),
    parts: [],
    mark: answered.headers.etag ?? null,
    every: everyOf(calendar),
  }
}

/** Whether nothing that could be an appointment was left unread. */
export const wholeOf = ({ left }: Pick<CalendarDay, 'left'>): boolean =>
  left.every(({ code }) => ['allDay', 'tentative', 'transparent', 'private', 'duplicate'].includes(code))

/**
 * An event of a calendar as an appointment of the day. @param calendar which one of its source; empty for a feed, which is
 * one alone
 */
export function appointmentOf(occurrence: Occurrence, calendar: string): DayAppointment {
  const { uid, startsAt, endsAt, cancelled, event } = occurrence
  return {
    uid,
    occurrence: occurrence.occurrence,
    startsAt,
    endsAt,
    label: String(event.getFirstPropertyValue('summary') ?? '').trim(),
    cancelled,
    calendar,
    told: String(event.getFirstPropertyValue('x-guichet-state') ?? ''),
    event,
  }
}

/** How often the feed may be read (RFC 7986 5.7, and the property that came before it), in milliseconds. */
function everyOf(calendar: string): number | null {
  const match = /^(?:REFRESH-INTERVAL|X-PUBLISHED-TTL)[^:\n]*:P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?/im.exec(
    calendar,
  )
  if (!match) return null
  const [days, hours, minutes] = match.slice(1).map((digits) => Number(digits ?? 0))
  return ((days! * 24 + hours!) * 60 + minutes!) * 60_000 || null
}
