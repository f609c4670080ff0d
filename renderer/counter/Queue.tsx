import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { duration, shortDuration, ticketNumber } from '../../shared/messages/numbers.ts'
import { Card } from '../ui/Card.tsx'
import { Column } from '../ui/Column.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import type { CounterView } from './acts.ts'
import { motiveOf } from './names.ts'
import style from './Queue.module.css'

/** The left column: who comes next and why, who waits for this counter, who waits elsewhere. */
export function Queue({
  view,
  office,
  now,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
}) {
  const words = fr.counter
  const { next } = view
  const others = view.waiting.filter(({ ticketId }) => ticketId !== next?.ticket.ticketId)
  const hidden = view.total - view.waiting.length
  const elsewhere = view.elsewhere.filter(({ waiting }) => waiting > 0)
  const elsewhereTotal = elsewhere.reduce((sum, { waiting }) => sum + waiting, 0)
  return (
    <Column label={words.whoWaits(view.total)} className={style.queue} readOnly>
      <h2 className={style.heading}>{words.whoWaits(view.total)}</h2>
      <Card tone="accent" label={words.next} className={style.next}>
        <p className={style.nextLabel}>{next ? words.next : words.noneNext}</p>
        {next && (
          <>
            <p className={style.nextNumber}>{ticketNumber(next.ticket.number)}</p>
            <p>{motiveOf(next.ticket, view, office)}</p>
            <p className={style.since}>{words.waitsFor(duration(now - next.ticket.since))}</p>
          </>
        )}
      </Card>
      <Rows label={words.whoWaits(view.total)} className={style.rows}>
        {others.map((ticket) => (
          <Row key={ticket.ticketId} className={style.row}>
            <span className={style.number}>{ticketNumber(ticket.number)}</span>
            <span className={style.motive}>{motiveOf(ticket, view, office)}</span>
            <span className={style.minutes}>{shortDuration(now - ticket.since)}</span>
          </Row>
        ))}
      </Rows>
      {hidden > 0 && <p className={style.foot}>{words.moreWaiting(hidden)}</p>}
      {elsewhereTotal > 0 && (
        <p className={style.foot}>
          <b>{words.elsewhere(elsewhereTotal)}</b>
          <br />
          {elsewhere.map(({ name, waiting }) => `${name.fr} : ${waiting}`).join(' · ')}
        </p>
      )}
    </Column>
  )
}
