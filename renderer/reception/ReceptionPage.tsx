import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import type { TicketId } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Boundary } from '../app/Boundary.tsx'
import { Header } from '../app/Header.tsx'
import { useOffice } from '../app/office.ts'
import { Column } from '../ui/Column.tsx'
import { Status } from '../ui/Status.tsx'
import { Give } from './Give.tsx'
import style from './Reception.module.css'
import { Waiting } from './Waiting.tsx'
import { Counters, Find } from './Room.tsx'

export type ReceptionActs = {
  readonly take: (input: Input<'ticket.take'>) => Promise<Result<Output<'ticket.take'>>>
  readonly leave: (ticketId: TicketId) => void
}

/** The agent at the entrance: who waits, a ticket for someone, the counters and who has gone. */
export function ReceptionPage({
  kiosk,
  queue,
  now,
  acts,
}: {
  readonly kiosk: Output<'kiosk.view'>
  readonly queue: Output<'queue.view'>
  readonly now: number
  readonly acts: ReceptionActs
}) {
  const words = pages.reception
  const { name, zone } = useOffice()
  const open = queue.day !== null
  // A ticket found by its number is shown in the list's own place.
  const [found, setFound] = useState('')
  return (
    <div className={style.page}>
      <Header
        title={words.title}
        state={
          open ? (
            <Status tone="done" icon={<CircleCheck aria-hidden size={20} />}>
              {words.open}
            </Status>
          ) : (
            <Status tone="attention" icon={<CircleSlash aria-hidden size={20} />}>
              {words.closed}
            </Status>
          )
        }
        detail={name}
        aside={words.peopleWait(queue.total)}
      />
      <main className={style.columns}>
        <Column label={words.columns.waiting}>
          <Boundary name={pages.queue.whoWaits(queue.total)}>
            <Waiting queue={queue} motives={kiosk.motives} now={now} zone={zone} onLeave={acts.leave} />
          </Boundary>
        </Column>
        <Column label={words.give} className={style.give}>
          <Boundary name={words.give}>
            <Give motives={kiosk.motives} open={open} onTake={acts.take} />
          </Boundary>
        </Column>
        <Column label={words.columns.room} raised>
          <Boundary name={pages.queue.counters}>
            <Find
              text={found}
              onText={setFound}
              queue={queue}
              motives={kiosk.motives}
              zone={zone}
              onLeave={acts.leave}
            />
            <Counters queue={queue} zone={zone} />
          </Boundary>
        </Column>
      </main>
    </div>
  )
}
