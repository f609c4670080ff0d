import {
  Accessibility,
  Armchair,
  CalendarClock,
  Ear,
  Hand,
  Languages,
  Monitor,
  MessagesSquare,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Arrangement } from '../../shared/contract/queue/rows.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import type { CounterActs, Current } from './acts.ts'
import style from './Facts.module.css'
import { PreApplications } from './PreApplications.tsx'

const icons: Readonly<Record<Arrangement, ReactNode>> = {
  inductionLoop: <Ear aria-hidden size={20} />,
  signLanguage: <Hand aria-hidden size={20} />,
  seatedCall: <Armchair aria-hidden size={20} />,
  wheelchair: <Accessibility aria-hidden size={20} />,
  interpreter: <MessagesSquare aria-hidden size={20} />,
  screenOnly: <Monitor aria-hidden size={20} />,
}

/** Whether a ticket says more than its number: what the person needs, speaks, brings. */
export const hasFacts = ({ ticket, numbers }: Current): boolean =>
  numbers !== undefined ||
  ticket.arrangements.length > 0 ||
  ticket.lang !== 'fr' ||
  ticket.appointmentAt !== null ||
  ticket.preApplications.length > 0

/** What the ticket says of the person's coming: arrangements needed, language, appointment, numbers to copy. */
export function Facts({
  current,
  acts,
}: {
  readonly current: Current
  readonly acts: Pick<CounterActs, 'copy' | 'checkNumber'>
}) {
  const words = counterWords
  const { zone } = useOffice()
  const { arrangements, lang, appointmentAt } = current.ticket
  return (
    <ul role="list" className={style.facts}>
      {arrangements.map((arrangement) => (
        <li key={arrangement}>
          {icons[arrangement]} {words.arrangements[arrangement]}
        </li>
      ))}
      {lang !== 'fr' && (
        <li>
          <Languages aria-hidden size={20} /> {words.line.speaks(words.languages[lang])}
        </li>
      )}
      {appointmentAt !== null && (
        <li>
          <CalendarClock aria-hidden size={20} /> {words.line.appointment(hour(appointmentAt, zone))}
        </li>
      )}
      <PreApplications current={current} zone={zone} acts={acts} />
    </ul>
  )
}
