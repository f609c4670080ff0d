import type { LocalDate } from '../../contract/ids.ts'
import type { Assessment } from '../../contract/law/assessment.ts'
import { addCalendarDays, addDelay } from '../law/time/days.ts'
import type { Refused } from '../decision.ts'
import { legalDayOf } from './legalDay.ts'

/** Days that the office gives where no text says how many: CRPA L114-5 wants a term, and sets none. */
const officeDays = 15

type Ruled = Pick<Assessment, 'ifIncomplete' | 'deadlines'> | null

/**
 * The last day to bring what is asked that day: the term that a text sets, else the office's own, which never ends after
 * the law's last day.
 */
export const lastDayFor = (assessment: Ruled, asked: LocalDate): LocalDate => {
  const term = assessment?.ifIncomplete.term
  if (term) return addDelay(asked, term)
  const ours = addCalendarDays(asked, officeDays)
  const legal = legalDayOf(assessment, asked)
  return legal !== undefined && legal < ours ? legal : ours
}

/**
 * The last day to bring what is asked comes after the day of asking, so that there is time to bring it (CRPA L114-5), but for
 * the law's own last day. A term that a text sets is never cut short.
 */
export function strangeTerm(
  assessment: Ruled,
  { asked, dueOn }: { asked: LocalDate; dueOn: LocalDate },
): Refused<'datesMixedUp' | 'termTooShort'> | undefined {
  const first = legalDayOf(assessment, asked) === asked ? asked : addCalendarDays(asked, 1)
  if (dueOn >= first) return cutShort(assessment, { asked, dueOn })
  const last = assessment?.ifIncomplete.term ? lastDayFor(assessment, asked) : first
  return { refusal: 'datesMixedUp', details: [last > first ? last : first] }
}

/** The last day that an acknowledgement says: a term where it asks what lacks, else a day that its own is not after. */
export function strangeLastDay(
  assessment: Ruled,
  { asks, asked, dueOn }: { asks: boolean; asked: LocalDate; dueOn: LocalDate | undefined },
): ReturnType<typeof strangeTerm> {
  if (dueOn === undefined) return undefined
  if (asks) return strangeTerm(assessment, { asked, dueOn })
  return dueOn < asked ? { refusal: 'datesMixedUp', details: [asked] } : undefined
}

/** A term that a text sets is never cut short (C. urb. R*423-39); a letter received later makes it longer. */
function cutShort(assessment: Ruled, { asked, dueOn }: { asked: LocalDate; dueOn: LocalDate }) {
  if (!assessment?.ifIncomplete.term) return undefined
  const last = lastDayFor(assessment, asked)
  return dueOn < last
    ? ({
        refusal: 'termTooShort',
        details: [last, ...assessment.ifIncomplete.sources.map(({ title }) => title)],
      } as const)
    : undefined
}
