import type { TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { duration, hour, ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { Departure } from '../reception/Departure.tsx'
import { Card } from '../ui/Card.tsx'
import style from './Supervision.module.css'

/** Who waits since when, by arrival: 200 rows and the total; then who was absent when called. */
export function QueueTable({
  queue,
  now,
  zone,
  onLeave,
}: {
  readonly queue: Output<'queue.view'>
  readonly now: number
  readonly zone: string
  readonly onLeave: (ticketId: TicketId) => void
}) {
  const words = pages.queue
  const named = new Map(queue.services.map(({ serviceId, name }) => [serviceId, name.fr]))
  const title = words.whoWaits(queue.total)
  const hidden = queue.total - queue.waiting.length
  return (
    <Card label={title} className={style.card}>
      <table className={style.table}>
        <caption className={style.caption}>{title}</caption>
        {queue.waiting.length > 0 && (
          <thead>
            <tr>
              <th scope="col">{words.columns.ticket}</th>
              <th scope="col">{words.columns.motive}</th>
              <th scope="col">{words.columns.since}</th>
              <th scope="col" className={style.figure}>
                {words.columns.wait}
              </th>
              <th scope="col" className={style.figure}>
                {words.columns.act}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {queue.waiting.map((ticket) => (
            <tr key={ticket.ticketId}>
              <th scope="row" className={style.number}>
                {ticketNumber(ticket.number)}
              </th>
              <td>{named.get(ticket.serviceId) ?? ticket.serviceId}</td>
              <td className={style.hour}>{hour(ticket.since, zone)}</td>
              <td className={style.figure}>{duration(now - ticket.since)}</td>
              <td className={style.act}>
                <Departure ticket={ticket} onLeave={onLeave} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className={style.small}>{words.more(hidden)}</p>}
      {queue.absent.length > 0 && (
        <p className={style.absent}>
          <strong>{pages.supervision.absent(queue.absent.length)}</strong>{' '}
          {queue.absent.map(({ number }) => ticketNumber(number)).join(' · ')}
        </p>
      )}
    </Card>
  )
}
