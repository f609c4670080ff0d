import type { Output } from '../../shared/contract/index.ts'
import { hour } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { counterState } from '../reception/counterState.ts'
import { Card } from '../ui/Card.tsx'
import style from './Supervision.module.css'

/** What each counter does, at what hour that began, for which services: by number, and no time is counted on anyone. */
export function CounterTable({
  queue: { counters, services },
  zone,
}: {
  readonly queue: Output<'queue.view'>
  readonly zone: string
}) {
  const words = pages.supervision.counterColumns
  const named = new Map(services.map(({ serviceId, name }) => [serviceId, name.fr]))
  return (
    <Card label={pages.queue.counters} className={style.card}>
      <table className={style.table}>
        <caption className={style.caption}>{pages.queue.counters}</caption>
        <thead>
          <tr>
            <th scope="col">{words.counter}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.services}</th>
          </tr>
        </thead>
        <tbody>
          {counters.map((counter) => (
            <tr key={counter.counterId}>
              <th scope="row" className={style.name}>
                {counter.name.fr}
              </th>
              <td className={counter.open ? undefined : style.closed}>{counterState(counter)}</td>
              <td className={style.hour}>{counter.ticket ? hour(counter.ticket.since, zone) : '–'}</td>
              <td className={style.small}>
                {counter.services.map((serviceId) => named.get(serviceId) ?? serviceId).join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
