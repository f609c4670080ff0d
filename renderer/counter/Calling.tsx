import { useEffect, useRef } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { duration, hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { absenceBar } from './absence.ts'
import type { CounterActs, CounterView, Current } from './acts.ts'
import { AskCode } from './AskCode.tsx'
import style from './Counter.module.css'
import { Facts, hasFacts } from './Facts.tsx'
import { GroundSeen } from './GroundSeen.tsx'
import { say } from '../link/notices.ts'
import { useWedge } from '../identity/useWedge.ts'
import { motiveOf, reasonSaid } from './names.ts'

/** Someone is called and comes: what they need, why they were called, and what to say when they are here or not. */
export function Calling({
  view,
  current,
  office,
  now,
  zone,
  acts,
  asksCode,
  onHere,
  onLeaveCode,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly zone: string
  readonly acts: Pick<
    CounterActs,
    'start' | 'recall' | 'markAbsent' | 'setPriority' | 'copy' | 'checkNumber' | 'readScan'
  >
  /** The printed code is being asked. */
  readonly asksCode: boolean
  readonly onHere: () => void
  readonly onLeaveCode: () => void
}) {
  const words = counterWords
  const { ticket, reason } = current
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!asksCode) here.current?.focus()
  }, [ticket.ticketId, asksCode])
  const bar = absenceBar(current, now)
  useCardRead(current, acts)
  const count = ticket.requests.length
  return (
    <main className={style.alone}>
      <div className={classes(style.inner, (ticket.ground !== null || hasFacts(current)) && style.many)}>
        <h2 className={style.label}>{words.calledAt(hour(ticket.calledAt, zone), ticket.calls)}</h2>
        <p className={style.number}>{ticketNumber(ticket.number)}</p>
        <p className={style.motive}>
          {motiveOf(ticket, view, office)}
          {count > 1 && ` · ${words.line.requests(count)}`}
          {ticket.purpose === 'collection' && ` · ${words.line.collection.toLowerCase()}`}
          {` · ${words.waitedFor(duration(ticket.calledAt - ticket.since))}`}
        </p>
        <p className={style.reason}>{words.calledReason(reasonSaid(reason))}</p>
        {ticket.ground && (
          <section className={style.needs} aria-label={words.line.ground}>
            <h3 className={style.label}>{words.line.ground}</h3>
            <GroundSeen current={current} acts={acts} />
          </section>
        )}
        {hasFacts(current) && (
          <section className={style.needs} aria-label={words.needs}>
            <h3 className={style.label}>{words.needs}</h3>
            <Facts current={current} acts={acts} />
          </section>
        )}
        {asksCode ? (
          <div className={style.act}>
            <AskCode ticketId={ticket.ticketId} acts={acts} onLeave={onLeaveCode} />
          </div>
        ) : (
          <div className={style.act}>
            <Button ref={here} kind="primary" size="large" keyCap="F5" onPress={onHere}>
              {words.keys.here}
            </Button>
            <Button size="large" keyCap="F3" onPress={() => void acts.recall({ ticketId: ticket.ticketId })}>
              {words.keys.recall}
            </Button>
            <Button
              size="large"
              keyCap="F4"
              isDisabled={bar !== null}
              onPress={() => void acts.markAbsent({ ticketId: ticket.ticketId })}
            >
              {words.keys.absent}
              {bar !== null && <small className={style.bar}>{bar}</small>}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}

/**
 * While someone is called: the code of their mobility card, read by a scanner, is the proof of the priority that the
 * kiosk was told. It bears no name, and none is noted (CASF L241-3).
 */
function useCardRead(
  { ticket }: Current,
  acts: Pick<CounterActs, 'readScan' | 'setPriority' | 'checkNumber'>,
): void {
  const words = counterWords.who
  useWedge(({ kind, text }) => {
    // Who is called early shows the paper of their request: its number is on the sheet when they sit down.
    if (kind === 'preApplication') return void acts.checkNumber({ number: text, ticketId: ticket.ticketId })
    void acts.readScan({ text }).then((result) => {
      if ('error' in result) return
      const scanned = result.output
      const claimed = ticket.ground
      const proves = scanned.kind === '2ddoc' && scanned.proves === 'priority'
      const wanted =
        claimed?.proof === 'toShow' && claimed.ground.proofs.some(({ proof }) => proof === 'card2dDoc')
      if (proves && wanted)
        void acts.setPriority({
          ticketId: ticket.ticketId,
          priority: {
            groundId: claimed.ground.groundId,
            proof: 'card2dDoc',
            ...(claimed.companion ? { companion: true } : {}),
          },
        })
      else if (proves) say(words.cardGood, 'done')
      else say(scanned.kind === '2ddoc' ? scanned.sentence : words.readLater)
    })
  })
}
