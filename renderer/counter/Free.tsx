import { useEffect, useRef, useState } from 'react'
import type { WaitingTicket } from '../../shared/contract/queue/rows.ts'
import type { Output } from '../../shared/contract/index.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { duration, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { openStation } from '../link/shell.ts'
import { useHeardWhenThere } from '../people/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Counter.module.css'
import { motiveOf, reasonSaid, ticketSays } from './names.ts'
import { capital } from '../ui/capital.ts'
import { ReasonPanel } from './Panel.tsx'
import { PriorityWord } from './PriorityWord.tsx'
import { PauseKind } from '../../shared/contract/queue/counters.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import { HourChips } from './HourChips.tsx'

/** Nobody is here: who comes next and why, and one act; below it what else can be done with the counter. */
export function Free({
  view,
  office,
  now,
  acts,
  chosen,
  pausing,
  onPause,
  onLeave,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly acts: Pick<CounterActs, 'callNext' | 'callOutOfOrder' | 'closeCounter' | 'pause'>
  /** Whom to call instead of the next: asked why. */
  readonly chosen: WaitingTicket | null
  readonly pausing: boolean
  readonly onPause: () => void
  readonly onLeave: () => void
}) {
  const words = counterWords
  const { zone } = useOffice()
  const { next } = view
  const call = useRef<HTMLButtonElement>(null)
  const nextId = next?.ticket.ticketId
  useHeardWhenThere(nextId ?? null)
  const told = next ? ticketSays(next.ticket, zone) : []
  const asking = chosen !== null || pausing
  useEffect(() => {
    // Who comes next has changed while nobody was typing: Enter calls, as F2 does.
    if (nextId !== undefined && !asking && document.activeElement === document.body) call.current?.focus()
  }, [nextId, asking])
  const openBar = openStation && (() => openStation?.('bar'))
  useKeys(asking ? {} : { KeyX: () => void acts.closeCounter({}), KeyP: onPause, KeyB: openBar })
  return (
    <main className={style.alone}>
      <div className={style.inner}>
        {chosen !== null ? (
          <OutOfOrder key={chosen.ticketId} ticket={chosen} acts={acts} onLeave={onLeave} />
        ) : pausing ? (
          <PausePanel now={now} zone={zone} acts={acts} onLeave={onLeave} />
        ) : next && view.dayOpen ? (
          <>
            <h2 className={style.label}>{words.nextPerson(capital(office?.personWord ?? 'usager'))}</h2>
            <p className={style.number}>{ticketNumber(next.ticket.number)}</p>
            <p className={style.motive}>
              {motiveOf(next.ticket, view, office)} · {words.waitsFor(duration(now - next.ticket.since))}
            </p>
            <p className={style.reason}>
              <PriorityWord priority={next.ticket.priority} />{' '}
              {next.ticket.priority === null
                ? reasonSaid(next.reason)
                : next.ticket.priority === 'local'
                  ? words.line.localPriorityWhy
                  : words.line.priorityWhy}
              {next.reason.overtaken > 0 &&
                ` ${words.line.overtakes(next.reason.overtaken, duration(next.reason.longestWait * 1000))}`}
            </p>
            {told.length > 0 && <p className={style.reason}>{told.join(' · ')}</p>}
            <div className={style.act}>
              <Button
                ref={call}
                kind="primary"
                size="large"
                keyCap="F2"
                onPress={() => void acts.callNext({})}
              >
                {words.callNumber(ticketNumber(next.ticket.number))}
              </Button>
            </div>
          </>
        ) : (
          <>
            <h2 className={style.motive}>{view.dayOpen ? words.nobodyWaits : words.dayClosed}</h2>
            <p className={style.reason}>{view.dayOpen ? words.nobodyWaitsHelp : words.dayClosedHelp}</p>
          </>
        )}
        {!asking && (
          <div className={style.counterActs}>
            <Button kind="quiet" size="dense" keyCap="P" onPress={onPause}>
              {words.line.pause}
            </Button>
            <Button kind="quiet" size="dense" keyCap="X" onPress={() => void acts.closeCounter({})}>
              {words.closeCounter}
            </Button>
            {openBar && (
              <Button kind="quiet" size="dense" keyCap="B" onPress={openBar}>
                {words.line.openBar}
              </Button>
            )}
            {view.total > 1 && (
              <span className={style.hint}>
                <KeyCap>L</KeyCap> {words.line.chooseHint}
              </span>
            )}
          </div>
        )}
      </div>
    </main>
  )
}

/** Someone else than the next: only with a reason, which is kept. */
const OutOfOrder = ({
  ticket,
  acts,
  onLeave,
}: {
  readonly ticket: WaitingTicket
  readonly acts: Pick<CounterActs, 'callOutOfOrder'>
  readonly onLeave: () => void
}) => {
  const words = counterWords.line
  return (
    <ReasonPanel
      title={words.outOfOrder(ticket.number)}
      help={words.outOfOrderHelp}
      reasons={words.outOfOrderReasons}
      confirm={counterWords.callNumber(ticketNumber(ticket.number))}
      onConfirm={(reason) =>
        void acts.callOutOfOrder({ ticketId: ticket.ticketId, reason }).then((result) => {
          if ('output' in result) onLeave()
        })
      }
      onLeave={onLeave}
    />
  )
}

/** Nobody is called here for a while: why, and until when if it is known. */
function PausePanel({
  now,
  zone,
  acts,
  onLeave,
}: {
  readonly now: number
  readonly zone: string
  readonly acts: Pick<CounterActs, 'pause'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const [until, setUntil] = useState<Instant | null>(null)
  const ready = PauseKind.options.filter((kind) => kind !== 'other')
  return (
    <ReasonPanel
      title={words.pauseTitle}
      help={words.pauseHelp}
      label={words.pauseKind}
      reasons={ready.map((kind) => words.pauses[kind])}
      confirm={words.confirm.pause}
      onConfirm={(reason) => {
        // One's own words are another reason than those of the list.
        const kind = ready.find((each) => words.pauses[each] === reason) ?? 'other'
        void acts.pause({ kind, reason, until }).then((result) => {
          if ('output' in result) onLeave()
        })
      }}
      onLeave={onLeave}
    >
      <HourChips label={words.pauseUntil} now={now} zone={zone} chosen={until} onChoose={setUntil} />
    </ReasonPanel>
  )
}
