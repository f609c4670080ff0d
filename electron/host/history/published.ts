import type { Journal } from '../../../db/journal/port.ts'
import type { YearOfCommitments } from '../../../shared/contract/history/commitments.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { lastDayOver, lastMonthOver, yearOfCommitments } from './commitments.ts'

export type PublishedYears = {
  /** The last whole year, and the one under way. */
  readonly years: () => readonly number[]
  /** One of these years; undefined for another, or before the office is created. */
  readonly year: (year: number) => Promise<YearOfCommitments | undefined>
}

/** The commitments that the office publishes, for each of two years, by whole months; cached: frequent reads cost no more. */
export function startPublished({
  journal,
  office,
  now,
}: {
  readonly journal: Journal
  readonly office: () => Office
  readonly now: () => Instant
}): PublishedYears {
  const cache = new Map<
    number,
    { readonly of: string; readonly figures: Promise<YearOfCommitments | undefined> }
  >()
  const years = (): readonly number[] => {
    const { settings } = office()
    if (settings === null) return []
    const year = Number(dateIn(settings.calendar.zone, now()).slice(0, 4))
    return [year - 1, year]
  }
  return {
    years,
    year: (year) => {
      const { settings, day } = office()
      if (settings === null || !years().includes(year)) return Promise.resolve(undefined)
      const at = now()
      const { zone } = settings.calendar
      // They hold until one more month is over for good: nothing else moves them but what is noted late.
      const of = lastMonthOver(lastDayOver(zone, at, day))
      const cached = cache.get(year)
      if (cached?.of === of) return cached.figures
      const figures = yearOfCommitments(journal, settings, { year, now: at, day })
      cache.set(year, { of, figures })
      // What failed is tried again by the next one who asks.
      figures.catch(() => {
        if (cache.get(year)?.figures === figures) cache.delete(year)
      })
      for (const old of cache.keys()) if (!years().includes(old)) cache.delete(old)
      return figures
    },
  }
}
