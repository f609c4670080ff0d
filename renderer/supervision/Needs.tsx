import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import { keepingPage } from '../../shared/messages/backup/page.fr.ts'
import { calendarDate, count, duration, hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { needWords } from '../../shared/messages/history/needs.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { type Act, useAct, useView } from '../link/hooks.ts'
import { JournalResume } from '../settings/backup/JournalResume.tsx'
import { Card } from '../ui/Card.tsx'
import { useKeptFocus } from '../ui/keptFocus.ts'
import type { OneAct } from './Acts.tsx'
import { CloseService } from './CloseService.tsx'
import { DayDecision } from './DayDecision.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { otherDecisions, serviceLines, type ServiceLine } from './lines.ts'
import { leftAlone, namesOf, withService, type Present } from './names.ts'
import { NeedLine } from './NeedLine.tsx'
import { OpenCounter } from './OpenCounter.tsx'
import style from './Needs.module.css'
import type { GoTo } from './places.ts'
import { PutOff } from './PutOff.tsx'
import { StationTrouble } from './StationTrouble.tsx'

type Decision = Present['decisions'][number]
const words = supervision.decide

/**
 * What the office needs now, a line each: the day and what stops it, every service (the worst first, « Rien à faire » said), who
 * must come back, machines. One act at most is in accent: the first that answers the gravest line.
 */
export function Needs({
  view,
  now,
  goTo,
}: {
  readonly view: Present
  readonly now: number
  readonly goTo: GoTo
}) {
  const act = useAct()
  const names = namesOf(view)
  const others = otherDecisions(view)
  const stale = others.find((one) => one.what === 'dayNotClosed')
  const lines = serviceLines(view, now, names)
  const section = useKeptFocus(view.decisions.length + view.stations.length)
  const backups = useView('backups.view', {})
  const accent =
    stale === undefined && view.day !== null
      ? lines.find(({ able, tone }) => able.length > 0 && tone !== 'calm')
      : undefined
  return (
    <section aria-label={words.title} tabIndex={-1} {...section}>
      {backups && backups.journal.is !== 'sound' && (
        <Card tone="stop">
          <JournalResume journal={backups.journal} zone={backups.zone} />
        </Card>
      )}
      {view.day === null && <DayDecision view={view} goTo={goTo} />}
      <h2 className={style.head}>{needWords.title(view.total)}</h2>
      <FigureHelp figures={['waiting', 'atRisk']} />
      <ul role="list">
        {view.stations.map((station) => (
          <StationTrouble
            key={`${station.stationId} ${station.asks?.what ?? ''}`}
            station={station}
            zone={view.zone}
          />
        ))}
        {stale && <OtherLine decision={stale} view={view} now={now} goTo={goTo} />}
        {lines.map((line) => (
          <NeedLine
            key={line.service.serviceId}
            tone={line.tone}
            name={line.service.name.fr}
            // « Personne n’attend » says its figure.
            {...(line.service.waiting > 0 && { figure: count(line.service.waiting) })}
            unit={needWords.wait(line.service.waiting)}
            under={line.first}
            need={line.need}
            detail={line.detail}
            acts={actsOf(line, { view, act, goTo, accent: line === accent })}
          />
        ))}
        {others
          .filter((one) => one !== stale)
          .map((decision) => (
            <OtherLine key={keyOf(decision)} decision={decision} view={view} now={now} goTo={goTo} />
          ))}
      </ul>
    </section>
  )
}

/** What answers a service's need: a counter that could receive it, no more tickets, its appointments; opened again once closed. */
function actsOf(
  { service, tone, able, lateAppointments, doubtful, uncovered }: ServiceLine,
  {
    view,
    act,
    goTo,
    accent,
  }: { readonly view: Present; readonly act: Act; readonly goTo: GoTo; readonly accent: boolean },
): readonly OneAct[] {
  const { serviceId, name, closed } = service
  const [first] = able
  const entrust: OneAct[] =
    first === undefined
      ? []
      : [
          {
            label: words.give(namesOf(view).counter(first)),
            name: words.giveService(name.fr, namesOf(view).counter(first)),
            primary: accent,
            press: () => entrusted(act, view, first, serviceId),
          },
        ]
  const close: OneAct = {
    label: words.closeService,
    name: words.closeServiceFor(name.fr),
    form: (done) => (
      <CloseService
        onCancel={done}
        onClose={(text) => {
          done()
          void act('service.close', { serviceId, ...(text === '' ? {} : { words: text }) })
        }}
      />
    ),
  }
  const open: OneAct[] = view.counters.every((counter) => counter.open && counter.state !== 'paused')
    ? []
    : [
        {
          label: words.openCounter,
          name: words.openCounterFor(name.fr),
          form: (done) => (
            <OpenCounter
              serviceId={serviceId}
              view={view}
              onCancel={done}
              onOpen={(counterId, agentId) => {
                done()
                void act('counter.open', { counterId, agentId })
              }}
            />
          ),
        },
      ]
  if (closed !== null)
    return [
      ...(tone === 'calm' ? [] : [...open, ...entrust]),
      {
        label: words.openService,
        name: words.openServiceFor(name.fr),
        press: () => void act('service.open', { serviceId }),
      },
    ]
  if (tone === 'stop') return [close, ...open, ...entrust]
  if (tone === 'calm') return uncovered ? [...open, ...entrust] : []
  return [
    ...(doubtful ? [close] : []),
    ...(lateAppointments > 0 ? [{ label: words.seeAppointments, press: () => goTo('appointments') }] : []),
    ...open,
    ...entrust,
  ]
}

const entrusted = (act: Act, view: Present, counterId: CounterId, serviceId: ServiceId): void =>
  void act('counter.skills', { counterId, services: withService(view.counters, counterId, serviceId) })

/** What belongs to no service: a day not closed, someone due back, a pause that lasts, a machine. */
function OtherLine({
  decision,
  view,
  now,
  goTo,
}: {
  readonly decision: Decision
  readonly view: Present
  readonly now: number
  readonly goTo: GoTo
}) {
  const act = useAct()
  const held = useView('office.view', {})?.counters
  const names = namesOf(view)
  const { zone } = view
  switch (decision.what) {
    case 'dayNotClosed':
      return (
        <NeedLine
          tone="stop"
          name={words.stale(calendarDate(decision.date))}
          need={words.staleHelp(decision.unsettled)}
          acts={[
            { label: words.staleOpen, press: () => void act('day.open', {}) },
            { label: words.staleSettle, primary: true, press: () => goTo('closing') },
          ]}
        />
      )
    case 'promiseMissed': {
      const { ticketId, number, counterId, promisedAt, reason } = decision
      return (
        <NeedLine
          tone="attention"
          name={needWords.mustReturn(ticketNumber(number))}
          figure={duration(now - promisedAt)}
          under={needWords.due(hour(promisedAt, zone))}
          need={words.promise(ticketNumber(number), hour(promisedAt, zone))}
          detail={needWords.kept(names.counter(counterId), reason)}
          acts={[
            {
              label: words.putOff,
              form: (close) => (
                <PutOff
                  now={now}
                  zone={zone}
                  onCancel={close}
                  onPutOff={(at) => {
                    close()
                    void act('ticket.promise', { ticketId, promisedAt: at })
                  }}
                />
              ),
            },
            { label: words.isBack, press: () => void act('ticket.return', { ticketId }) },
            {
              label: words.gone,
              press: () =>
                void act('ticket.settle', {
                  ticketId,
                  how: 'reason',
                  fault: 'person',
                  reason: words.goneReason,
                }),
            },
          ]}
        />
      )
    }
    case 'pausedTooLong': {
      const { counterId, since, until, reason } = decision
      const alone = leftAlone(view.counters, counterId)
      const agentId = held?.find((one) => one.counterId === counterId)?.agentId ?? undefined
      const reopen: OneAct[] =
        agentId === undefined
          ? []
          : [
              {
                label: words.reopen,
                name: words.reopenFor(names.counter(counterId)),
                press: () => void act('counter.open', { counterId, agentId }),
              },
            ]
      return (
        <NeedLine
          tone="attention"
          name={names.counter(counterId)}
          figure={duration(now - since)}
          need={words.paused(names.counter(counterId))}
          detail={[
            words.pausedHelp(hour(since, zone), until === null ? null : hour(until, zone), reason),
            alone.length === 0
              ? words.pausedCovered
              : words.pausedNobodyElse(alone.map(({ serviceId }) => names.service(serviceId)).join(', ')),
          ].join(' ')}
          acts={[
            ...reopen,
            ...alone.flatMap(({ serviceId, to }) =>
              to === null
                ? []
                : [
                    {
                      label: words.giveService(names.service(serviceId), names.counter(to)),
                      press: () => entrusted(act, view, to, serviceId),
                    },
                  ],
            ),
          ]}
        />
      )
    }
    case 'backup': {
      const { where, problem, last } = decision
      const backup = keepingPage.decision
      return (
        <NeedLine
          tone="attention"
          name={where === 'outside' ? backup.outside : problem === null ? backup.late : backup.failed}
          need={problem ?? backup.lateHelp(last === null ? null : keepingPage.when(last, zone))}
          acts={[{ label: backup.make, press: () => void act('backup.make', {}) }]}
        />
      )
    }
    case 'printer': {
      const { name, problem, waiting } = decision
      return (
        <NeedLine
          tone={problem === null ? 'attention' : 'stop'}
          name={name}
          need={problem === null ? words.rollEnds(name) : words.printerOut(name)}
          detail={problem === null ? words.rollEndsHelp : `${problem} ${words.printerWaits(waiting)}`}
          acts={[{ label: words.seePrinting, press: () => goTo('printing') }]}
        />
      )
    }
    default:
      return null
  }
}

function keyOf(decision: Decision): string {
  switch (decision.what) {
    case 'promiseMissed':
      return `${decision.what} ${decision.ticketId}`
    case 'pausedTooLong':
      return `${decision.what} ${decision.counterId}`
    case 'backup':
      return `${decision.what} ${decision.where}`
    case 'printer':
      return `${decision.what} ${decision.printerId} ${decision.problem === null ? 'roll' : ''}`
    default:
      return decision.what
  }
}
