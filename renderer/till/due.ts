import { tillPage } from '../../shared/messages/till/page.fr.ts'
import type { TillView } from './acts.ts'

const words = tillPage.side

/** A ceiling is near when what can still come in is less than this share of it. */
const near = 0.2

type DueNotice = { readonly text: string; readonly urgent: boolean }

/** What is to be done at the till, the most pressing first; one line says so when nothing is. */
export function dueSaid({
  due,
  cash,
  state,
}: Pick<TillView, 'cash' | 'due' | 'state'>): readonly DueNotice[] {
  const { remittance } = due
  const { held, room } = cash
  const notices: readonly (DueNotice | false)[] = [
    remittance.full && { text: words.full, urgent: true },
    remittance.on !== null &&
      (remittance.late
        ? { text: words.remitLate(remittance.on), urgent: true }
        : { text: words.remitOn(remittance.on), urgent: false }),
    !remittance.full &&
      held !== null &&
      room !== null &&
      room < held.cents * near && { text: words.near(room), urgent: true },
    due.count && state !== 'closed' && { text: words.countDue, urgent: false },
    due.months.length + due.years.length > 0 && {
      text: words.periods([...due.months, ...due.years]),
      urgent: false,
    },
  ]
  const lines = notices.filter((line) => line !== false)
  return lines.length > 0 ? lines : [{ text: words.nothingDue, urgent: false }]
}
