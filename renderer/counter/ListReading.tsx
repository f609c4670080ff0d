import type { ListReading as Reading } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'

/** How sure the list is, once, at its head; which texts nobody read at their source is said with all that is due. */
export function ListReading({ reading: { since, toConfirm } }: { readonly reading: Reading }) {
  const words = counterWords.reading
  const said = [
    ...(since === null ? [] : [words.since(calendarDate(since))]),
    ...(toConfirm.length === 0 ? [] : [words.toConfirm(toConfirm.length)]),
  ].join(' · ')
  return said === '' ? null : <span>{said}</span>
}
