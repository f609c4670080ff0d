import { useEffect, useRef } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { duration, hour, ticketNumber } from '../../shared/messages/numbers.ts'
import { Button } from '../ui/Button.tsx'
import type { CounterActs, CounterView, Current } from './acts.ts'
import style from './Counter.module.css'
import { motiveOf } from './names.ts'

/** Someone is called and comes: what they need, why they were called, and what to say when they are here or not. */
export function Calling({
  view,
  current,
  office,
  zone,
  acts,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly office: Output<'office.view'> | undefined
  readonly zone: string
  readonly acts: Pick<CounterActs, 'start' | 'recall' | 'markAbsent'>
}) {
  const words = fr.counter
  const { ticket, reason } = current
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    here.current?.focus()
  }, [ticket.ticketId])
  const needs = [
    ...ticket.arrangements.map((arrangement) => words.arrangements[arrangement]),
    ...(ticket.lang === 'fr' ? [] : [words.speaks(words.languages[ticket.lang])]),
  ]
  return (
    <main className={style.alone}>
      <div className={style.inner}>
        <h2 className={style.label}>{words.calledAt(hour(ticket.calledAt, zone), ticket.calls)}</h2>
        <p className={style.number}>{ticketNumber(ticket.number)}</p>
        <p className={style.motive}>
          {motiveOf(ticket, view, office)} · {words.waitedFor(duration(ticket.calledAt - ticket.since))}
        </p>
        <p className={style.reason}>{words.calledReason(words.reasons[reason.code])}</p>
        {needs.length > 0 && (
          <div className={style.needs}>
            <h3 className={style.label}>{words.needs}</h3>
            <ul role="list">
              {needs.map((need) => (
                <li key={need}>{need}</li>
              ))}
            </ul>
          </div>
        )}
        <div className={style.act}>
          <Button
            ref={here}
            kind="primary"
            size="large"
            keyCap="F5"
            onPress={() => acts.start(ticket.ticketId)}
          >
            {words.keys.here}
          </Button>
          <Button size="large" keyCap="F3" onPress={() => acts.recall(ticket.ticketId)}>
            {words.keys.recall}
          </Button>
          <Button size="large" keyCap="F4" onPress={() => acts.markAbsent(ticket.ticketId, ticket.number)}>
            {words.keys.absent}
          </Button>
        </div>
      </div>
    </main>
  )
}
