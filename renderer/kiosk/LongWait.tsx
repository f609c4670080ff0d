import { CalendarClock, Ticket as TicketIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classes } from '../ui/classes.ts'
import style from './LongWait.module.css'
import { minutesOf, type Motive } from './motive.ts'
import { useVisit } from './visit.ts'
import { TicketsLeft } from './Wait.tsx'
import way from './Way.module.css'
import { useWords } from './words.ts'

/** Minutes to which an hour of the clock is rounded: a closer one would be read as a promise. */
const rounded = 5
/** Minutes before the earliest call at which who went out is asked to be back. */
const before = 10

const minute = 60_000
const onFive = (at: number): number => Math.round(at / (rounded * minute)) * rounded * minute

/** Whether the wait is said by the hour, or whoever takes a ticket may not be received today. */
export function isLong(motive: Motive): boolean {
  const minutes = minutesOf(motive)
  return motive.wait?.level === 'unlikely' || (minutes !== null && minutes[1] >= 60)
}

/** The hours of the clock between which the call is expected, in milliseconds; null where they go beyond closing. */
export function callBetween(
  [low, high]: readonly [number, number],
  now: number,
  closesAt: number | null,
): { readonly from: number; readonly to: number; readonly backAt: number } | null {
  const from = onFive(now + low * minute)
  const to = onFive(now + high * minute)
  if (closesAt !== null && to > closesAt) return null
  return { from, to, backAt: Math.max(now, from - before * minute) }
}

/** A long wait: the hours, the clock, who waits. */
export function LongWait({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const { view, now, zone } = useVisit()
  const hour = (at: number) => words.hour(at, zone)
  const minutes = minutesOf(motive)
  const call = minutes && callBetween(minutes, now, view.closesAt)
  return (
    <section className={style.wait}>
      {motive.wait?.level === 'unlikely' && <p className={style.unlikely}>{words.unlikely}</p>}
      {minutes && (
        <p className={style.figure}>
          <span className={style.number}>{words.waitFigure(...minutes)}</span>{' '}
          <span className={style.unit}>{words.waitUnit(minutes[1])}</span>
        </p>
      )}
      <p className={style.line}>
        {call && <strong>{words.callBetween(hour(call.from), hour(call.to))}</strong>}{' '}
        {view.closesAt !== null && words.closing(hour(view.closesAt))}
      </p>
      <p className={style.line}>{words.ahead(motive.waiting)}</p>
      <TicketsLeft motive={motive} />
    </section>
  )
}

/** An appointment or a ticket: equal, and neither is advised. Without a free hour nothing is to be chosen, nor asked. */
export function LongWays({
  motive,
  onBook,
  onTake,
}: {
  readonly motive: Motive
  readonly onBook: () => void
  readonly onTake: () => void
}) {
  const words = useWords()
  const { view, now, zone } = useVisit()
  const minutes = minutesOf(motive)
  const call = minutes && callBetween(minutes, now, view.closesAt)
  const [slot] = motive.slots
  return (
    <section className={style.ways}>
      {slot && <h2 className={style.question}>{words.whichWay}</h2>}
      <div className={style.pair}>
        {slot && (
          <Way
            icon={<CalendarClock aria-hidden size={44} />}
            title={words.book}
            help={words.bookFrom(words.dayAndHour(slot.startsAt, zone))}
            onPress={onBook}
          />
        )}
        <Way
          icon={<TicketIcon aria-hidden size={44} />}
          title={words.takeTicket}
          help={call ? words.mayGoOut(words.hour(call.backAt, zone)) : words.mayStay}
          onPress={onTake}
        />
      </div>
    </section>
  )
}

const Way = ({
  icon,
  title,
  help,
  onPress,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly help: string
  readonly onPress: () => void
}) => (
  <AriaButton className={classes(way.way, style.way)} onPress={onPress}>
    <span className={style.icon}>{icon}</span>
    <span className={style.text}>
      <span className={style.title}>{title}</span>
      <span className={style.help}>{help}</span>
    </span>
  </AriaButton>
)
