import { useRef } from 'react'
import type { Instant, LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { needWords } from '../../shared/messages/history/needs.fr.ts'
import { supervision as words, supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { eachMinute, useRead } from '../link/hooks.ts'
import { Appointments } from './Appointments.tsx'
import { CounterTable } from './CounterTable.tsx'
import { count } from '../../shared/messages/format/numbers.ts'
import lettering from '../ui/Lettering.module.css'
import { Panel } from '../ui/Table.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { dayCounts } from './lines.ts'
import { DayDecision } from './DayDecision.tsx'
import { Needs } from './Needs.tsx'
import needs from './Needs.module.css'
import { Equality, Overtakes, Traces } from './Ledger.tsx'
import type { Present } from './names.ts'
import { daysBefore } from './period.ts'
import type { GoTo } from './places.ts'
import { QueueTable } from './QueueTable.tsx'
import { Resource } from './Resource.tsx'
import { ServiceTable } from './ServiceTable.tsx'
import style from './Supervision.module.css'
import { WaitCurve } from './WaitCurve.tsx'

/** Days over which treatment is compared, and P90 judged. */
const compared = 30

/** The present: what each service needs, then counters, who waits and the day's counts; under them the resource, waits, equality. */
export function Now({
  view,
  appointments,
  now,
  onClosing,
  onPrinting,
}: {
  readonly view: Present
  readonly appointments: Output<'appointments.view'> | undefined
  readonly now: number
  readonly onClosing: () => void
  readonly onPrinting: () => void
}) {
  const { zone } = view
  const to: LocalDate = dateIn(zone, now as Instant)
  const { shown: figures } = useRead(
    'history.equality',
    { from: daysBefore(to, compared - 1), to },
    eachMinute,
  )
  const queue = useRef<HTMLDivElement>(null)
  const counters = useRef<HTMLDivElement>(null)
  const booked = useRef<HTMLDivElement>(null)

  const goTo: GoTo = (place) => {
    if (place === 'closing') return onClosing()
    if (place === 'printing') return onPrinting()
    const target = { queue, counters, appointments: booked }[place].current
    target?.scrollIntoView({ block: 'start' })
    target?.focus({ preventScroll: true })
  }

  return (
    <>
      <Boundary name={words.decide.title}>
        <Needs view={view} now={now} goTo={goTo} />
      </Boundary>
      <div className={needs.beside}>
        <div ref={counters} tabIndex={-1} className={style.place}>
          <Boundary name={words.counters.title}>
            <CounterTable view={view} now={now} />
          </Boundary>
        </div>
        <div ref={queue} tabIndex={-1} className={style.place}>
          <Boundary name={words.queue.title(view.total)}>
            <QueueTable view={view} now={now} />
          </Boundary>
        </div>
        <Boundary name={needWords.since}>
          <DayCounts view={view} />
        </Boundary>
      </div>
      {view.day !== null && (
        <Boundary name={words.day.closeTitle}>
          <DayDecision view={view} goTo={goTo} />
        </Boundary>
      )}
      <div className={style.grid}>
        <Boundary name={words.resource.title}>
          <Resource day={view.day} resource={view.resource} sureUntil={view.sureUntil} zone={zone} />
        </Boundary>
        <Boundary name={words.curve.title}>
          <WaitCurve
            halves={view.curve}
            zone={zone}
            ended={view.traces.ended}
            day={covered(view.services.map(({ coverage }) => coverage))}
            month={figures ? (figures.held ?? covered(figures.coverage)) : undefined}
          />
        </Boundary>
        <Boundary name={words.services.title}>
          <ServiceTable view={view} />
        </Boundary>
        <Boundary name={words.equality.title}>
          <Equality figures={figures} services={view.services} />
        </Boundary>
        <Boundary name={words.overtakes.title}>
          <Overtakes overtakes={view.overtakes} zone={zone} />
        </Boundary>
        <Boundary name={words.traces.title}>
          <Traces traces={view.traces} />
        </Boundary>
      </div>
      {appointments && (
        <div ref={booked} tabIndex={-1} className={style.place}>
          <Boundary name={words.appointments.title(appointments.total)}>
            <Appointments appointments={appointments} zone={zone} />
          </Boundary>
        </div>
      )}
    </>
  )
}

/** Coverage of several services taken together. */
const covered = (each: readonly { readonly announced: number; readonly within: number }[]) => ({
  announced: each.reduce((sum, { announced }) => sum + announced, 0),
  within: each.reduce((sum, { within }) => sum + within, 0),
})

/** What became of the day's tickets: each is in one line, and they add up. */
function DayCounts({ view }: { readonly view: Present }) {
  const { counts, tickets } = dayCounts(view)
  return (
    <Panel title={`${needWords.since} · ${needWords.tickets(tickets)}`}>
      <FigureHelp figures={['tickets', 'received', 'left', 'absent', 'unserved']} />
      <dl className={needs.counts}>
        {(Object.keys(needWords.counts) as (keyof typeof counts)[]).map((name) => (
          <div key={name}>
            <dt>{count(counts[name])}</dt>
            <dd>{needWords.counts[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={lettering.note}>{supervision.traces.counts(view.traces.printed, view.traces.handed)}</p>
    </Panel>
  )
}
