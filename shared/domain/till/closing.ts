import type { LocalDate } from '../../contract/ids.ts'
import type { Decide } from '../decision.ts'
import { nextClosing } from './books.ts'
import { tillDate } from './deed.ts'

/** The first day after a month, `2026-03`. */
export const afterMonth = (month: string): LocalDate => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01` as LocalDate
}

/** A month that is over, once its days are closed; a year, once its months are. One after another, none left behind. */
export const closePeriod: Decide<'till.closePeriod'> = (office, { period }, { now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { till } = office
  if (till.deed === null) return { refusal: 'tillNotMade' }
  if (period >= tillDate(office, now).slice(0, period.length)) return { refusal: 'periodNotOver' }
  if (till.session !== null && till.session.date.slice(0, period.length) <= period)
    return { refusal: 'tillStillOpen' }
  const kind = period.length === 4 ? 'year' : 'month'
  const before =
    kind === 'month'
      ? till.months.keySeq().filter((month) => month < period)
      : till.months
          .keySeq()
          .filter((month) => month.slice(0, 4) <= period)
          .concat(till.years.keySeq().filter((year) => year < period))
  if (!before.isEmpty()) return { refusal: 'earlierPeriodFirst', details: before.toArray().toSorted() }
  const open = (kind === 'month' ? till.months : till.years).get(period)
  if (!open) return { refusal: 'nothingToClose' }
  const closing = nextClosing(till, { kind, period, at: now, school: office.school }, open)
  return {
    events: [{ type: 'tillPeriodClosed', data: closing }],
    output: { closing: closing.number, collected: open.totals.collected, perpetual: closing.perpetual },
  }
}
