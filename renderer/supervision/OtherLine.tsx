import { keepingPage } from '../../shared/messages/backup/page.fr.ts'
import { calendarDate, duration, hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { needWords } from '../../shared/messages/history/needs.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useAct, useView } from '../link/hooks.ts'
import type { OneAct } from './Acts.tsx'
import { entrusted } from './entrusted.ts'
import { leftAlone, namesOf, type Present } from './names.ts'
import { NeedLine } from './NeedLine.tsx'
import type { GoTo } from './places.ts'
import { PutOff } from './PutOff.tsx'

type Decision = Present['decisions'][number]
const words = supervision.decide

/** What belongs to no service: a day not closed, someone due back, a pause that lasts, a machine. */
export function OtherLine({
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
