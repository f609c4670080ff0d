import type { AbsentTicket, ParkedTicket } from '../../shared/contract/queue/rows.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Column } from '../ui/Column.tsx'
import { useKeys } from '../ui/keys.ts'
import { Pinned } from '../ui/Pinned.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Queue.module.css'

/** Who left and is due back, who was called and did not come: each with the act that brings them back. */
export function Away({
  view,
  now,
  acts,
  listening,
}: {
  readonly view: CounterView
  readonly now: number
  readonly acts: Pick<CounterActs, 'resume' | 'return'>
  readonly listening: boolean
}) {
  const words = counterWords.line
  const { parked, absent } = view
  // Whoever is received here first goes: the person before them is not left.
  const canResume = view.state === 'free' && view.dayOpen
  const figures = [
    ...(canResume
      ? parked.map(
          ({ ticketId }) =>
            () =>
              void acts.resume({ ticketId }),
        )
      : []),
    ...absent.map(
      ({ ticketId }) =>
        () =>
          void acts.return({ ticketId }),
    ),
  ].slice(0, 9)
  useKeys(Object.fromEntries(figures.map((act, at) => [`Digit${at + 1}`, listening ? act : undefined])))
  if (parked.length === 0 && absent.length === 0) return null
  const capOf = (at: number) => (listening && at < 9 ? String(at + 1) : undefined)
  const absentFrom = canResume ? parked.length : 0
  return (
    <Pinned className={style.away}>
      <Column
        label={[
          parked.length > 0 && words.parked(parked.length),
          absent.length > 0 && words.absent(absent.length),
        ]
          .filter(Boolean)
          .join(', ')}
        className={style.awayList}
      >
        {parked.length > 0 && (
          <div>
            <h3 className={style.awayTitle}>{words.parked(parked.length)}</h3>
            <ul role="list">
              {parked.map((ticket, at) => (
                <li key={ticket.ticketId} className={style.awayLine}>
                  <Parked ticket={ticket} now={now} />
                  {canResume && (
                    <Button
                      size="dense"
                      keyCap={capOf(at)}
                      onPress={() => void acts.resume({ ticketId: ticket.ticketId })}
                    >
                      {words.resume} <VisuallyHidden>{ticketNumber(ticket.number)}</VisuallyHidden>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {absent.length > 0 && (
          <div>
            <h3 className={style.awayTitle}>{words.absent(absent.length)}</h3>
            <ul role="list">
              {absent.map((ticket, at) => (
                <li key={ticket.ticketId} className={style.awayLine}>
                  <Absent ticket={ticket} now={now} />
                  <Button
                    size="dense"
                    keyCap={capOf(absentFrom + at)}
                    onPress={() => void acts.return({ ticketId: ticket.ticketId })}
                  >
                    {words.back} <VisuallyHidden>{ticketNumber(ticket.number)}</VisuallyHidden>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Column>
    </Pinned>
  )
}

function Parked({ ticket, now }: { readonly ticket: ParkedTicket; readonly now: number }) {
  const words = counterWords.line
  const { zone } = useOffice()
  const { number, reason, promisedAt } = ticket
  const missed = promisedAt !== null && promisedAt < now
  return (
    <p>
      <b>{ticketNumber(number)}</b> {reason}
      <br />
      <span className={classes(missed && style.lateMinutes)}>
        {promisedAt === null
          ? words.noPromise
          : missed
            ? words.promiseMissed(hour(promisedAt, zone))
            : words.promised(hour(promisedAt, zone))}
      </span>
    </p>
  )
}

function Absent({ ticket, now }: { readonly ticket: AbsentTicket; readonly now: number }) {
  const words = counterWords.line
  const { zone } = useOffice()
  const { number, placeKeptUntil } = ticket
  return (
    <p>
      <b>{ticketNumber(number)}</b>{' '}
      {placeKeptUntil >= now ? words.placeKept(hour(placeKeptUntil, zone)) : words.placeLost}
    </p>
  )
}
