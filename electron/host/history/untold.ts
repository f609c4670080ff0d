import { setImmediate } from 'node:timers/promises'
import type { Journal } from '../../../db/journal/port.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { Instant, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { allTold, untoldIn, type Untold } from '../../../shared/domain/privacy/untoldDays.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { daysBetween, type LocalDay } from './days.ts'

/** What a table of past days is made from: the journal, the present, the days told as they are, and what goes unsaid. */
export type Telling = {
  readonly journal: Journal
  readonly now: Instant
  readonly underWay: ReadonlySet<LocalDate>
  readonly untold: Untold
  /**
   * Days of which the whole is told, and overtakes but for priorities: what each person came for, or left with, would be read as
   * it happens.
   */
  readonly wholeAlone: ReadonlySet<LocalDate>
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

/** What may be told of these days in a file, which leaves the office: none as it is, and of the one that is open its whole alone. */
export async function tellOutside(asked: Asked, days: readonly LocalDay[]): Promise<Telling> {
  const told = await telling(asked, days, new Set())
  const { day } = asked.office
  return day === null ? told : withWholeAlone(told, days, new Set([day.date]))
}

/**
 * What may be told to who asks. Other software has the whole alone of the day under way, as the partners' view needs it: read minute
 * after minute, its services would say what each person comes for.
 */
export async function tellTo(
  asked: Asked & { readonly who: Pick<Who, 'role'> },
  days: readonly LocalDay[],
): Promise<Telling> {
  const told = await tellHere(asked, days)
  return asked.who.role === 'integration' ? withWholeAlone(told, days, told.underWay) : told
}

/** The same days; of these dates the total of all services is told, and no service. */
async function withWholeAlone(
  told: Telling,
  days: readonly LocalDay[],
  dates: ReadonlySet<LocalDate>,
): Promise<Telling> {
  const more = new Map<LocalDate, ReturnType<Untold>>()
  for (const day of days) {
    if (!dates.has(day.date)) continue
    const services = await told.journal.visits.services(day)
    const beside = services.map(({ serviceId }) => [serviceId, 'beside'] as const)
    more.set(day.date, new Map([...beside, ...told.untold(day.date)]))
  }
  const underWay = new Set([...told.underWay].filter((date) => !dates.has(date)))
  return { ...told, underWay, wholeAlone: dates, untold: (date) => more.get(date) ?? told.untold(date) }
}

async function telling(
  { journal, office: { settings }, now }: Asked,
  days: readonly LocalDay[],
  underWay: ReadonlySet<LocalDate>,
): Promise<Telling> {
  const past = days.filter(({ date }) => !underWay.has(date))
  if (settings === null || past.length === 0)
    return { journal, now, underWay, untold: allTold, wholeAlone: new Set() }
  const counts = await countsOfYears(journal, settings.calendar.zone, past, now)
  return { journal, now, underWay, untold: untoldIn(counts, underWay), wholeAlone: new Set() }
}

/** People by day and service, of the whole years that these days are in: what goes unsaid depends on no period. */
async function countsOfYears(
  journal: Pick<Journal, 'visits'>,
  zone: string,
  days: readonly LocalDay[],
  now: Instant,
): Promise<ReadonlyMap<LocalDate, ReadonlyMap<ServiceId, number>>> {
  const counts = new Map<LocalDate, ReadonlyMap<ServiceId, number>>()
  for (let year = yearOf(days[0]!); year <= yearOf(days.at(-1)!); year++) {
    const period = { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate }
    for (const [at, day] of (daysBetween(zone, period) ?? []).entries()) {
      if (day.from > now && day.date > days.at(-1)!.date) return counts
      const services = await journal.visits.services(day)
      if (services.length > 0)
        counts.set(day.date, new Map(services.map(({ serviceId, count }) => [serviceId, count])))
      // A month at a time: other work passes between two.
      if (at % 30 === 29) await setImmediate()
    }
  }
  return counts
}

const yearOf = ({ date }: LocalDay): number => Number(date.slice(0, 4))
