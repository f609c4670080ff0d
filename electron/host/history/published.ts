import type { Journal } from '../../../db/journal/port.ts'
import type { YearOfCommitments } from '../../../shared/contract/commitments.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { dateIn } from '../../../shared/domain/calendar.ts'
import type { Office } from '../../../shared/domain/office.ts'
import { yearOfCommitments } from './commitments.ts'

/** Figures made for the public hold for so long, in milliseconds: whoever reads them often costs no more. */
const kept = 3_600_000

export type PublishedYears = {
  /** The last whole year, and the one under way. */
  readonly years: () => readonly number[]
  /** One of these years; undefined for another, or before the office is created. */
  readonly year: (year: number) => Promise<YearOfCommitments | undefined>
}

/** The commitments that the office publishes, made at most once an hour for each of two years. */
export function startPublished({
  journal,
  office,
  now,
}: {
  readonly journal: Journal
  readonly office: () => Office
  readonly now: () => Instant
}): PublishedYears {
  const made = new Map<
    number,
    { readonly at: Instant; readonly figures: Promise<YearOfCommitments | undefined> }
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
      const { settings } = office()
      if (settings === null || !years().includes(year)) return Promise.resolve(undefined)
      const known = made.get(year)
      if (known && now() - known.at < kept) return known.figures
      const figures = yearOfCommitments(journal, settings, { year, now: now() })
      made.set(year, { at: now(), figures })
      // What failed is tried again by the next one who asks.
      figures.catch(() => made.delete(year))
      for (const old of made.keys()) if (!years().includes(old)) made.delete(old)
      return figures
    },
  }
}
