import type { Journal } from '../../../db/journal/port.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/office/calendar/index.ts'
import { allTold, untoldIn, type Untold } from '../../../shared/domain/privacy/untoldDays.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { localDay, type LocalDay } from './days.ts'
import { visitsBetween } from './visits.ts'

/** What a table of past days is made from: the journal, the present, the days told as they are, and what goes unsaid. */
export type Telling = {
  readonly journal: Journal
  readonly now: Instant
  readonly underWay: ReadonlySet<LocalDate>
  readonly untold: Untold
}

type Asked = {
  readonly journal: Journal
  readonly office: Pick<Office, 'settings' | 'day'>
  readonly now: Instant
}

/** What may be told of these days to who runs the office: the day under way as it is, those that are over without their few. */
export function tellHere({ journal, office, now }: Asked, days: readonly LocalDay[]): Promise<Telling> {
  const underWay = new Set(office.day === null ? [] : [office.day.date])
  if (office.settings !== null) underWay.add(dateIn(office.settings.calendar.zone, now))
  return telling({ journal, office, now }, days, underWay)
}

/** What may be told of these days in a file, which leaves the office: none as it is. */
export const tellOutside = (asked: Asked, days: readonly LocalDay[]): Promise<Telling> =>
  telling(asked, days, new Set())

async function telling(
  { journal, office: { settings }, now }: Asked,
  days: readonly LocalDay[],
  underWay: ReadonlySet<LocalDate>,
): Promise<Telling> {
  const past = days.filter(({ date }) => !underWay.has(date))
  if (settings === null || past.length === 0) return { journal, now, underWay, untold: allTold }
  const counts = await countsOfYears(journal, settings.calendar.zone, past)
  return { journal, now, underWay, untold: untoldIn(counts, underWay) }
}

/** People by day and service, of the whole years that these days are in: what goes unsaid depends on no period. */
async function countsOfYears(
  journal: Pick<Journal, 'visits'>,
  zone: string,
  days: readonly LocalDay[],
): Promise<ReadonlyMap<LocalDate, ReadonlyMap<ServiceId, number>>> {
  const edge = (date: LocalDate, end: string) => localDay(zone, `${date.slice(0, 4)}-${end}` as LocalDate)
  const span = { from: edge(days[0]!.date, '01-01').from, to: edge(days.at(-1)!.date, '12-31').to }
  const counts = new Map<LocalDate, Map<ServiceId, number>>()
  let day: LocalDay | undefined
  for await (const { takenAt, serviceId } of visitsBetween(journal, span)) {
    if (day === undefined || takenAt >= day.to) day = localDay(zone, dateIn(zone, takenAt))
    const ofDay = counts.get(day.date) ?? new Map<ServiceId, number>()
    counts.set(day.date, ofDay)
    ofDay.set(serviceId, (ofDay.get(serviceId) ?? 0) + 1)
  }
  return counts
}
