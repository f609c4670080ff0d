import type { ListReading as Reading } from '../../shared/contract/law/assessment.ts'
import { fr } from '../../shared/messages/fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './Pieces.module.css'

/** How sure the list is, once, at its head; unfolded, the texts that nobody read at their source. */
export function ListReading({ reading: { since, toConfirm } }: { readonly reading: Reading }) {
  const words = fr.counter.reading
  const said = [
    ...(since === null ? [] : [words.since(calendarDate(since))]),
    ...(toConfirm.length === 0 ? [] : [words.toConfirm(toConfirm.length)]),
  ].join(' · ')
  if (said === '') return null
  if (toConfirm.length === 0) return <span>{said}</span>
  return (
    <details className={style.reading}>
      <summary>{said}</summary>
      <ul>
        {toConfirm.map((title) => (
          <li key={title}>
            <Prose>{title}</Prose>
          </li>
        ))}
      </ul>
    </details>
  )
}
