import { useEffect, useRef } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { duration, ticketNumber } from '../../shared/messages/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Counter.module.css'
import { capital, motiveOf } from './names.ts'

/** Nobody is here: who comes next, and one act. */
export function Free({
  view,
  office,
  now,
  acts,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: Pick<CounterActs, 'callNext' | 'closeCounter'>
}) {
  const words = fr.counter
  const { next } = view
  const call = useRef<HTMLButtonElement>(null)
  const nextId = next?.ticket.ticketId
  useEffect(() => {
    // Who comes next has changed while nobody was typing: Enter calls, as F2 does.
    if (nextId !== undefined && document.activeElement === document.body) call.current?.focus()
  }, [nextId])
  useKeys({ KeyX: acts.closeCounter })
  const others = view.waiting.filter(({ ticketId }) => ticketId !== nextId)
  return (
    <main className={style.alone}>
      <div className={style.inner}>
        {next && view.dayOpen ? (
          <>
            <h2 className={style.label}>{words.nextPerson(capital(office?.personWord ?? 'usager'))}</h2>
            <p className={style.number}>{ticketNumber(next.ticket.number)}</p>
            <p className={style.motive}>
              {motiveOf(next.ticket, view, office)} · {words.waitsFor(duration(now - next.ticket.since))}
            </p>
            <p className={style.reason}>{words.reasons[next.reason.code]}</p>
            <div className={style.act}>
              <Button ref={call} kind="primary" size="large" keyCap="F2" onPress={acts.callNext}>
                {words.callNumber(ticketNumber(next.ticket.number))}
              </Button>
            </div>
            <p className={style.then}>
              {others.length > 0 && <span>{words.afterThat}</span>}
              {others.slice(0, 3).map((ticket) => (
                <span key={ticket.ticketId}>
                  <b>{ticketNumber(ticket.number)}</b> {duration(now - ticket.since)}
                </span>
              ))}
              {view.total > 4 && <span>{words.others(view.total - 4)}</span>}
            </p>
          </>
        ) : (
          <>
            <h2 className={style.motive}>{view.dayOpen ? words.nobodyWaits : words.dayClosed}</h2>
            <p className={style.reason}>{view.dayOpen ? words.nobodyWaitsHelp : words.dayClosedHelp}</p>
          </>
        )}
        <div className={style.counterActs}>
          <Button kind="quiet" size="dense" keyCap="X" onPress={acts.closeCounter}>
            {words.closeCounter}
          </Button>
        </div>
      </div>
    </main>
  )
}
