import { Copy } from 'lucide-react'
import type { Output } from '../../shared/contract/index.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs, CounterView, Current } from '../counter/acts.ts'
import { motiveOf } from '../counter/names.ts'
import { PriorityWord } from '../counter/PriorityWord.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import style from './Bar.module.css'

/** The left of the bar: whose turn it is, what for, and who comes next. Waits are not shown here. */
export function BarSays({
  view,
  office,
  acts,
  told,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly acts: Pick<CounterActs, 'copy' | 'setPriority'>
  /** Something is being said in this place. */
  readonly told: boolean
}) {
  const words = counterWords
  const { state, current, next, interrupted, pause } = view
  const counter = view.counter?.name.fr ?? ''
  const doing = interrupted
    ? words.line.interruptions[interrupted.kind]
    : pause
      ? words.line.pausedState(pause.kind)
      : words.states[state].toLowerCase()
  const shownNext = state === 'serving' && next
  if (state === 'calling' && current)
    return <Called current={current} view={view} office={office} acts={acts} told={told} />
  if (state === 'paused')
    return (
      <p className={style.lines}>
        <b>{doing}</b>
        <span className={style.second}>{pause?.reason}</span>
      </p>
    )
  const ticket = state === 'serving' ? current?.ticket : next?.ticket
  if (!ticket)
    return (
      <p className={classes(style.lines, style.nobody)}>
        <b>{view.dayOpen ? words.line.nobody : words.dayClosed}</b>
        <span className={style.second}>
          {counter} · {doing}
        </span>
      </p>
    )
  const inVisit = current && state === 'serving' ? requestSaid(current) : null
  const title =
    current && state === 'serving'
      ? view.procedures.find(({ procedureId }) => procedureId === current.sheet.procedureId)?.title.fr
      : undefined
  return (
    <>
      <p className={style.number}>{ticketNumber(ticket.number)}</p>
      {!told && (
        <>
          <p className={state === 'serving' ? style.linesWide : style.lines}>
            <b className={style.wideOnly}>{title ?? motiveOf(ticket, view, office)}</b>
            {state === 'free' && next?.ticket.priority ? (
              <PriorityWord priority={next.ticket.priority} />
            ) : (
              <span className={classes(style.second, style.wideOnly)}>
                {inVisit ?? `${counter} · ${doing}`}
              </span>
            )}
          </p>
          {state === 'serving' && current && <Copies current={current} acts={acts} />}
          <p className={style.next}>
            {inVisit !== null && <span className={style.narrowOnly}>{inVisit}</span>}
            {shownNext && (
              <span className={inVisit === null ? undefined : style.wideOnly}>
                {words.line.after} <b>{ticketNumber(shownNext.ticket.number)}</b>
                <span className={style.wideOnly}> · {words.line.waiting(view.total)}</span>
              </span>
            )}
            {state === 'free' && <span className={style.wideOnly}>{words.line.waiting(view.total)}</span>}
            {shownNext && (
              <span className={style.wideOnly}>
                <PriorityWord priority={shownNext.ticket.priority} />
              </span>
            )}
          </p>
        </>
      )}
    </>
  )
}

/** « Demande 2 sur 3 »; null when the visit has only one. */
function requestSaid({ ticket }: Current): string | null {
  const all = ticket.requestsDone + ticket.requests.length
  return all < 2 ? null : counterWords.line.requestOf(ticket.requestsDone + 1, all, [])
}

/** Someone is called: the ground, for the agent who called, or what they come for; and the proof while it is to be seen. */
function Called({
  current,
  view,
  office,
  acts,
  told,
}: {
  readonly current: Current
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly acts: Pick<CounterActs, 'setPriority'>
  readonly told: boolean
}) {
  const words = counterWords
  const { ticketId, number, ground: claimed, arrangements } = current.ticket
  const toCheck = claimed?.proof === 'toShow'
  const proof = claimed?.ground.proofs.find((each) => each.proof !== 'toShow')?.proof ?? 'card'
  const seen = () =>
    claimed &&
    acts.setPriority({
      ticketId,
      priority: {
        groundId: claimed.ground.groundId,
        proof,
        ...(claimed.companion ? { companion: true } : {}),
      },
    })
  const withdraw = () => void acts.setPriority({ ticketId, priority: null })
  useKeys(toCheck ? { Digit1: () => void seen(), Digit2: withdraw } : {})
  const needs = arrangements.map((each) => words.arrangements[each]).join(', ')
  const second = claimed
    ? toCheck
      ? words.line.groundToCheck
      : claimed.ground.proofs.find((each) => each.proof === claimed.proof)?.title.fr
    : words.states.calling.toLowerCase()
  return (
    <>
      <p className={style.number}>{ticketNumber(number)}</p>
      {!told && (
        <p className={style.lines}>
          <b>{claimed ? claimed.ground.title.fr : motiveOf(current.ticket, view, office)}</b>
          <span className={style.second}>{[second, needs].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      {toCheck && !told && (
        <span className={style.checks}>
          <Button size="dense" keyCap="1" onPress={() => void seen()}>
            {words.line.proofs[proof]}
          </Button>
          <Button size="dense" keyCap="2" onPress={withdraw}>
            {words.line.noCard}
          </Button>
        </span>
      )}
    </>
  )
}

/** The pre-application's number, for the ministry's own software: one press puts it on the clipboard. */
const Copies = ({
  current,
  acts,
}: {
  readonly current: Current
  readonly acts: Pick<CounterActs, 'copy'>
}) => {
  const words = counterWords.line
  const { preApplications } = current.ticket
  const [first, ...more] = preApplications
  if (first === undefined) return null
  return (
    <span className={style.copies}>
      {[first, ...more].slice(0, 2).map((code, at) => (
        <span key={code} className={at > 0 ? style.wideOnly : undefined}>
          <Button
            size="dense"
            icon={<Copy aria-hidden size={18} />}
            aria-label={words.copy(code)}
            onPress={() => acts.copy(code)}
          >
            {code}
          </Button>
        </span>
      ))}
    </span>
  )
}
