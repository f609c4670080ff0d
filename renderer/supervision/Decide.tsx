import {
  CalendarClock,
  CircleAlert,
  HardDrive,
  Hourglass,
  MoonStar,
  PauseCircle,
  Printer,
  TimerOff,
  UserCheck,
} from 'lucide-react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import { keepingPage } from '../../shared/messages/backup/page.fr.ts'
import { calendarDate, duration, hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Acts, type OneAct } from './Acts.tsx'
import { useAct, type Act } from './acts.ts'
import { DecisionCard } from './DecisionCard.tsx'
import { leftAlone, namesOf, withService, type Present } from './names.ts'
import type { GoTo } from './places.ts'
import { PutOff } from './PutOff.tsx'
import { Reasoned } from './Reasoned.tsx'

type Decision = Present['decisions'][number]
const words = supervision.decide

/** One thing to decide. How many buttons name a counter: past three, the counters' table is the better place. */
const countersNamed = 3

export function Decide({
  decision,
  view,
  now,
  zone,
  goTo,
}: {
  readonly decision: Decision
  readonly view: Present
  readonly now: number
  readonly zone: string
  readonly goTo: GoTo
}) {
  const act = useAct()
  const names = namesOf(view)
  const entrust = (serviceId: ServiceId, able: readonly (typeof view.counters)[number]['counterId'][]) =>
    able.slice(0, countersNamed).map((counterId) => ({
      counterId,
      press: () =>
        void act('counter.skills', {
          counterId,
          services: withService(view.counters, counterId, serviceId),
        }),
    }))

  switch (decision.what) {
    case 'nobodyServes': {
      const { serviceId, able, waiting, since, backAt } = decision
      const title = words.nobody(names.service(serviceId))
      const acts: OneAct[] = [
        ...entrust(serviceId, able).map(({ counterId, press }, at) => ({
          label: words.give(names.counter(counterId)),
          primary: at === 0,
          press,
        })),
        ...closing(view, serviceId, act),
        // No counter can receive the service: the people who wait can still be moved, or told.
        ...(able.length === 0 ? [{ label: words.seeQueue, press: () => goTo('queue') }] : []),
      ]
      return (
        <DecisionCard
          tone="stop"
          icon={<CircleAlert aria-hidden size={24} />}
          title={title}
          help={words.nobodyHelp(
            waiting,
            hour(since, zone),
            backAt === null ? null : hour(backAt, zone),
            able.length === 0 ? null : able.map(names.counter).join(', '),
          )}
        >
          <Acts acts={acts} />
        </DecisionCard>
      )
    }
    case 'pastTarget': {
      const { number, serviceId, since, targetMinutes, others, able } = decision
      return (
        <DecisionCard
          tone="attention"
          icon={<Hourglass aria-hidden size={24} />}
          title={words.past(ticketNumber(number))}
          help={words.pastHelp(names.service(serviceId), duration(now - since), targetMinutes, others)}
        >
          <Acts
            acts={[
              { label: words.seeQueue, press: () => goTo('queue') },
              ...entrust(serviceId, able).map(({ counterId, press }) => ({
                label: words.giveService(names.service(serviceId), names.counter(counterId)),
                press,
              })),
            ]}
          />
        </DecisionCard>
      )
    }
    case 'promiseMissed': {
      const { ticketId, number, counterId, promisedAt, reason } = decision
      return (
        <DecisionCard
          tone="attention"
          icon={<UserCheck aria-hidden size={24} />}
          title={words.promise(ticketNumber(number), hour(promisedAt, zone))}
          help={words.promiseHelp(names.counter(counterId), reason)}
        >
          <Acts
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
        </DecisionCard>
      )
    }
    case 'pausedTooLong': {
      const { counterId, since, until, reason } = decision
      const alone = leftAlone(view.counters, counterId)
      const help = [
        words.pausedHelp(hour(since, zone), until === null ? null : hour(until, zone), reason),
        alone.length === 0
          ? words.pausedCovered
          : words.pausedNobodyElse(alone.map(({ serviceId }) => names.service(serviceId)).join(', ')),
      ]
      return (
        <DecisionCard
          tone="attention"
          icon={<PauseCircle aria-hidden size={24} />}
          title={words.paused(names.counter(counterId))}
          help={help.join(' ')}
        >
          <Acts
            acts={[
              ...alone.flatMap(({ serviceId, to }) =>
                to === null
                  ? []
                  : entrust(serviceId, [to]).map(({ press }) => ({
                      label: words.giveService(names.service(serviceId), names.counter(to)),
                      press,
                    })),
              ),
              { label: words.seeCounters, press: () => goTo('counters') },
            ]}
          />
        </DecisionCard>
      )
    }
    case 'notEnoughTime': {
      const { serviceId, atRisk } = decision
      const close = closing(view, serviceId, act)
      return (
        <DecisionCard
          tone="stop"
          icon={<TimerOff aria-hidden size={24} />}
          title={words.noTime(names.service(serviceId))}
          help={`${words.noTimeHelp(atRisk)}${close.length === 0 ? ` ${words.noTimeClosed}` : ''}`}
        >
          <Acts acts={[...close, { label: supervision.day.settle, press: () => goTo('closing') }]} />
        </DecisionCard>
      )
    }
    case 'dayNotClosed':
      return (
        <DecisionCard
          tone="stop"
          icon={<MoonStar aria-hidden size={24} />}
          title={words.stale(calendarDate(decision.date))}
          help={words.staleHelp(decision.unsettled)}
        >
          <Acts
            acts={[
              { label: words.staleSettle, primary: true, press: () => goTo('closing') },
              { label: words.staleOpen, press: () => void act('day.open', {}) },
            ]}
          />
        </DecisionCard>
      )
    case 'appointmentLate':
      return (
        <DecisionCard
          tone="attention"
          icon={<CalendarClock aria-hidden size={24} />}
          title={words.late(hour(decision.startsAt, zone), names.service(decision.serviceId))}
          help={words.lateHelp}
        >
          <Acts acts={[{ label: words.seeAppointments, press: () => goTo('appointments') }]} />
        </DecisionCard>
      )
    case 'backup': {
      const { where, problem, last } = decision
      const backup = keepingPage.decision
      return (
        <DecisionCard
          tone="attention"
          icon={<HardDrive aria-hidden size={24} />}
          title={where === 'outside' ? backup.outside : problem === null ? backup.late : backup.failed}
          help={problem ?? backup.lateHelp(last === null ? null : keepingPage.when(last, zone))}
        >
          <Acts acts={[{ label: backup.make, press: () => void act('backup.make', {}) }]} />
        </DecisionCard>
      )
    }
    case 'printer': {
      const { name, problem, waiting } = decision
      return (
        <DecisionCard
          tone={problem === null ? 'attention' : 'stop'}
          icon={<Printer aria-hidden size={24} />}
          title={problem === null ? words.rollEnds(name) : words.printerOut(name)}
          help={problem === null ? words.rollEndsHelp : `${problem} ${words.printerWaits(waiting)}`}
        >
          <Acts acts={[{ label: words.seePrinting, press: () => goTo('printing') }]} />
        </DecisionCard>
      )
    }
  }
}

/** No new ticket for a service, with the office's words for the public; nothing when it takes none already. */
function closing(view: Present, serviceId: ServiceId, act: Act): OneAct[] {
  const service = view.services.find((each) => each.serviceId === serviceId)
  if (service && service.closed !== null) return []
  return [
    {
      label: words.closeService,
      name: words.closeServiceFor(service?.name.fr ?? serviceId),
      form: (close) => (
        <CloseService
          onCancel={close}
          onClose={(text) => {
            close()
            void act('service.close', { serviceId, ...(text === '' ? {} : { words: text }) })
          }}
        />
      ),
    },
  ]
}

/** The words that the public reads on the kiosk for a service that takes no more tickets; ready ones, or typed. */
export const CloseService = ({
  onClose,
  onCancel,
}: {
  readonly onClose: (words: string) => void
  readonly onCancel: () => void
}) => (
  <Reasoned
    label={words.closeWords}
    chips={words.closeChips}
    act={words.closeService}
    optional
    onSend={onClose}
    onCancel={onCancel}
  />
)
