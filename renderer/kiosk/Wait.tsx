import { CalendarClock, CircleAlert, CircleCheck, Clock, DoorClosed } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import { doubtOf, minutesOf, type Motive } from './motive.ts'
import { saidLeft } from '../../shared/messages/public/saidWait.ts'
import { useVisit } from './visit.ts'
import style from './Wait.module.css'
import { useWords } from './words.ts'

/** The wait before the ticket, and how sure it is that the person will be received; or why there is none to say. */
export function Wait({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const { zone } = useVisit()
  const hour = (at: number) => words.hour(at, zone)
  switch (doubtOf(motive)) {
    case 'serviceClosed':
      return (
        <section className={style.wait}>
          <Mark icon={<DoorClosed aria-hidden size={36} />}>
            {motive.ticketsLeft === 0 ? words.noTicketLeft : words.serviceClosed}
          </Mark>
          {motive.closed !== null && motive.ticketsLeft !== 0 && (
            <p className={style.line}>{words.closedSince(hour(motive.closed.since))}</p>
          )}
          {motive.closed?.words && (
            <p className={style.words} lang="fr" dir="auto">
              {motive.closed.words}
            </p>
          )}
          <p className={style.line}>{words.serviceClosedHelp}</p>
        </section>
      )
    case 'byAppointment':
      return (
        <section className={style.wait}>
          <Mark icon={<CalendarClock aria-hidden size={36} />}>{words.byAppointmentHelp}</Mark>
          {motive.slots.length === 0 && <p className={style.line}>{words.slotsNone}</p>}
        </section>
      )
    case 'nobodyServes':
      return (
        <section className={style.wait}>
          <Mark icon={<Clock aria-hidden size={36} />}>{words.noCounter}</Mark>
          {motive.backAt !== null && (
            <p className={style.line}>{words.noCounterBefore(hour(motive.backAt))}</p>
          )}
          {motive.waiting > 0 && <p className={style.line}>{words.ahead(motive.waiting)}</p>}
          <TicketsLeft motive={motive} />
          <Level motive={motive} />
          <p className={style.line}>{words.choices}</p>
        </section>
      )
    default:
      return (
        <section className={style.wait}>
          <Figure motive={motive}>
            <Level motive={motive} />
          </Figure>
          <TicketsLeft motive={motive} />
        </section>
      )
  }
}

/** What is left of the day's tickets, where the office counts them. */
export function TicketsLeft({ motive }: { readonly motive: Motive }) {
  const left = saidLeft(useWords(), motive)
  return left === null ? null : <p className={style.line}>{left}</p>
}

/**
 * The wait itself where a figure can be said, else what is known: who waits and who receives.
 * @param children how sure it is, which is read before all but the figure
 */
function Figure({ motive, children }: { readonly motive: Motive; readonly children: ReactNode }) {
  const words = useWords()
  const minutes = minutesOf(motive)
  if (minutes)
    return (
      <>
        <p className={style.figure}>
          <span className={classes(style.number, words.waitFigure(...minutes).length > 9 && style.long)}>
            {words.waitFigure(...minutes)}
          </span>
          <span className={style.unit}>{words.waitUnit(minutes[1])}</span>
        </p>
        {children}
      </>
    )
  return (
    <>
      <p className={style.figure}>
        {motive.waiting > 0 && <span className={style.number}>{motive.waiting}</span>}
        <span className={style.unit}>
          {motive.waiting === 0 ? words.nobodyBefore : words.waitingWords(motive.waiting)}
        </span>
      </p>
      {children}
      <p className={style.line}>{words.countersOpen(motive.openCounters)}</p>
    </>
  )
}

/** In words, never a promise: « vous devriez être reçu », only where the figures carry it. */
function Level({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const { view, zone } = useVisit()
  if (view.closesAt === null) return null
  const closing = words.hour(view.closesAt, zone)
  if (motive.wait === null) return <p className={style.line}>{words.closesAt(closing)}</p>
  switch (motive.wait.level) {
    case 'sure':
      return (
        <Mark tone="done" icon={<CircleCheck aria-hidden size={36} />}>
          {words.sure(closing)}
        </Mark>
      )
    case 'likely':
      return (
        <Mark tone="plain" icon={<CircleCheck aria-hidden size={36} />}>
          {words.likely(closing)}
        </Mark>
      )
    case 'unlikely':
      return <Mark icon={<CircleAlert aria-hidden size={36} />}>{words.unlikely}</Mark>
    default:
      return motive.wait.level satisfies never
  }
}

const Mark = ({
  tone = 'attention',
  icon,
  children,
}: {
  readonly tone?: 'attention' | 'done' | 'plain'
  readonly icon: ReactNode
  readonly children: ReactNode
}) => (
  <p className={classes(style.mark, style[tone])}>
    {icon}
    <span>{children}</span>
  </p>
)
