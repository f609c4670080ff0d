import type { TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { duration, hour, ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { Group } from '../ui/Column.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { Departure } from './Departure.tsx'
import { motiveOf } from './motive.ts'
import style from './Reception.module.css'

/** Who waits, by arrival: 200 at most, then how many more. */
export function Waiting({
  queue,
  motives,
  now,
  zone,
  onLeave,
}: {
  readonly queue: Output<'queue.view'>
  readonly motives: Output<'kiosk.view'>['motives']
  readonly now: number
  readonly zone: string
  readonly onLeave: (ticketId: TicketId) => void
}) {
  const words = pages.queue
  const hidden = queue.total - queue.waiting.length
  return (
    <Group title={words.whoWaits(queue.total)}>
      <Rows label={words.whoWaits(queue.total)}>
        {queue.waiting.map((ticket) => (
          <Row key={ticket.ticketId} className={style.ticket}>
            <span className={style.number}>{ticketNumber(ticket.number)}</span>
            <span className={style.who}>
              {motiveOf(ticket, motives, queue.services)}
              <span className={style.small}>
                {hour(ticket.since, zone)} · {duration(now - ticket.since)}
              </span>
            </span>
            <Departure short ticket={ticket} onLeave={onLeave} />
          </Row>
        ))}
      </Rows>
      {hidden > 0 && <p className={style.more}>{words.more(hidden)}</p>}
    </Group>
  )
}
