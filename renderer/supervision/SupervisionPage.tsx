import { CircleCheck, CircleSlash } from 'lucide-react'
import type { TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { hour, longDate } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Boundary } from '../app/Boundary.tsx'
import { Header } from '../app/Header.tsx'
import { useOffice } from '../app/office.ts'
import { capital } from '../counter/names.ts'
import { Status } from '../ui/Status.tsx'
import { CounterTable } from './CounterTable.tsx'
import { Decisions } from './Decisions.tsx'
import { QueueTable } from './QueueTable.tsx'
import { ServiceTable } from './ServiceTable.tsx'
import style from './Supervision.module.css'

export type SupervisionActs = {
  readonly openDay: () => void
  readonly closeDay: () => Promise<Result<Output<'day.close'>>>
  readonly leave: (ticketId: TicketId) => void
}

/** What needs a decision first, then the services, the counters and who waits. */
export function SupervisionPage({
  queue,
  now,
  acts,
}: {
  readonly queue: Output<'queue.view'>
  readonly now: number
  readonly acts: SupervisionActs
}) {
  const words = pages.supervision
  const { name, zone } = useOffice()
  const { day } = queue
  const today = capital(longDate(now, zone))
  const hours = day
    ? words.dayOpen(hour(day.openedAt, zone), day.closesAt === null ? null : hour(day.closesAt, zone))
    : words.dayClosed
  return (
    <div className={style.page}>
      <Header
        title={words.title}
        state={
          day ? (
            <Status tone="done" icon={<CircleCheck aria-hidden size={20} />}>
              {words.opened}
            </Status>
          ) : (
            <Status tone="attention" icon={<CircleSlash aria-hidden size={20} />}>
              {words.dayClosed}
            </Status>
          )
        }
        detail={name}
        aside={day ? `${today} · ${hours}` : today}
      />
      <main className={style.main}>
        <Boundary name={words.decide}>
          <Decisions queue={queue} zone={zone} acts={acts} />
        </Boundary>
        <div className={style.tables}>
          <Boundary name={words.services}>
            <ServiceTable services={queue.services} />
          </Boundary>
          <Boundary name={pages.queue.counters}>
            <CounterTable queue={queue} zone={zone} />
          </Boundary>
        </div>
        <Boundary name={pages.queue.whoWaits(queue.total)}>
          <QueueTable queue={queue} now={now} zone={zone} onLeave={acts.leave} />
        </Boundary>
      </main>
    </div>
  )
}
