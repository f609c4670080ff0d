import type { TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { hour, ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { Group } from '../ui/Column.tsx'
import { Field } from '../ui/Field.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { counterState } from './counterState.ts'
import { Departure } from './Departure.tsx'
import { motiveOf } from './motive.ts'
import style from './Reception.module.css'

/** `A45` for « a 45 », « A-45 », « A045 ». */
const numberTyped = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^([A-Z])0+/, '$1')

/** Someone who goes, or has lost their ticket: by its number. */
export function Find({
  text,
  onText,
  queue,
  motives,
  zone,
  onLeave,
}: {
  readonly text: string
  readonly onText: (text: string) => void
  readonly queue: Output<'queue.view'>
  readonly motives: Output<'kiosk.view'>['motives']
  readonly zone: string
  readonly onLeave: (ticketId: TicketId) => void
}) {
  const words = pages.reception
  const typed = numberTyped(text)
  const ticket = queue.waiting.find(({ number }) => number === typed)
  return (
    <section className={style.find}>
      <Field label={words.find} value={text} onChange={onText} detail={words.findHelp} maxLength={8} />
      <div role="status" className={style.found}>
        {ticket && (
          <>
            <p>
              {words.found(
                ticketNumber(ticket.number),
                motiveOf(ticket, motives, queue.services),
                hour(ticket.since, zone),
              )}
            </p>
            <Departure key={ticket.ticketId} ticket={ticket} onLeave={onLeave} />
          </>
        )}
        {!ticket && /^[A-Z][0-9]+$/.test(typed) && <p>{words.notFound}</p>}
      </div>
    </section>
  )
}

/** What each counter does and since when: by number, never by name. */
export const Counters = ({
  queue,
  zone,
}: {
  readonly queue: Output<'queue.view'>
  readonly zone: string
}) => (
  <Group title={pages.queue.counters}>
    <Rows label={pages.queue.counters}>
      {queue.counters.map((counter) => (
        <Row key={counter.counterId}>
          <span className={style.counter}>{counter.name.fr}</span>
          <span className={counter.open ? undefined : style.closed}>{counterState(counter)}</span>
          {counter.ticket && <span className={style.at}>{hour(counter.ticket.since, zone)}</span>}
        </Row>
      ))}
    </Rows>
  </Group>
)
