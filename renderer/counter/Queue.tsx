import type { TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { duration, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { Card } from '../ui/Card.tsx'
import { Column } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import type { CounterActs, CounterView } from './acts.ts'
import { Away } from './Away.tsx'
import { motiveOf } from './names.ts'
import { PriorityWord } from './PriorityWord.tsx'
import style from './Queue.module.css'
import { WaitingList } from './WaitingList.tsx'

/** The left column: who comes next and why, who waits for this counter, who must come back, who waits elsewhere. */
export function Queue({
  view,
  office,
  now,
  acts,
  showNext = true,
  onChoose = null,
  listening = false,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: Pick<CounterActs, 'resume' | 'return'>
  /** False where the page already shows who comes next, larger. */
  readonly showNext?: boolean
  /** Someone else than the next can be called: their row is chosen. */
  readonly onChoose?: ((ticketId: TicketId) => void) | null
  /** The figures bring people back, nothing else having them. */
  readonly listening?: boolean
}) {
  const words = counterWords
  const { next } = view
  const others = view.waiting.filter(({ ticketId }) => ticketId !== next?.ticket.ticketId)
  const hidden = view.total - view.waiting.length
  const elsewhere = view.elsewhere.filter(({ waiting }) => waiting > 0)
  const elsewhereTotal = elsewhere.reduce((sum, { waiting }) => sum + waiting, 0)
  return (
    <Column label={words.whoWaits(view.total)} className={style.queue}>
      <h2 className={style.heading}>{words.whoWaits(view.total)}</h2>
      {showNext && (
        <Card tone="accent" label={words.next} className={style.next}>
          <p className={lettering.label}>{next ? words.next : words.noneNext}</p>
          {next && (
            <>
              <p className={style.nextNumber}>{ticketNumber(next.ticket.number)}</p>
              <p>{motiveOf(next.ticket, view, office)}</p>
              <p className={style.since}>
                <PriorityWord priority={next.ticket.priority} />
                <span>{words.waitsFor(duration(now - next.ticket.since))}</span>
              </p>
            </>
          )}
        </Card>
      )}
      <WaitingList tickets={others} view={view} office={office} now={now} onChoose={onChoose} />
      {hidden > 0 && <p className={style.foot}>{words.moreWaiting(hidden)}</p>}
      {elsewhereTotal > 0 && (
        <p className={style.foot}>
          <b>{words.elsewhere(elsewhereTotal)}</b>
          <br />
          {elsewhere.map(({ name, waiting }) => `${name.fr} : ${waiting}`).join(' · ')}
        </p>
      )}
      <Away view={view} now={now} acts={acts} listening={listening} />
    </Column>
  )
}
