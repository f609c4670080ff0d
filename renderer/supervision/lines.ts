import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import { needWords as words } from '../../shared/messages/history/needs.fr.ts'
import { duration, hour, shortDuration, ticketNumber } from '../../shared/messages/format/numbers.ts'
import type { Names, Present } from './names.ts'

type Decision = Present['decisions'][number]
type Of<W extends Decision['what']> = Extract<Decision, { what: W }>
type Service = Present['services'][number]

/** One line of the first page: a service, what it needs; `able` are counters that could take it over. */
export type ServiceLine = {
  readonly service: Service
  readonly tone: 'stop' | 'attention' | 'calm'
  /** Under the number of those who wait: since when the first one does. */
  readonly first: string | null
  readonly need: string
  readonly detail: string
  readonly able: readonly CounterId[]
  readonly lateAppointments: number
  /** The public is told that who takes a ticket now may not be received. */
  readonly doubtful: boolean
}

const found = <W extends Decision['what']>(
  decisions: readonly Decision[],
  what: W,
  serviceId: ServiceId,
): Of<W> | undefined =>
  decisions.find(
    (one): one is Of<W> => one.what === what && 'serviceId' in one && one.serviceId === serviceId,
  )

/** Every service, what it needs said once however many decisions name it; the worst first, then the longest wait. */
export function serviceLines(view: Present, now: number, names: Names): readonly ServiceLine[] {
  const { zone, decisions } = view
  const firstOf = (serviceId: ServiceId) =>
    view.unsettled.tickets.find((one) => one.state === 'waiting' && one.serviceId === serviceId)
  const rank = { stop: 0, attention: 1, calm: 2 } as const
  return view.services
    .map((service) => ({ service, since: firstOf(service.serviceId)?.since ?? Infinity }))
    .map(({ service, since }) => ({ line: lineOf(service, since), since }))
    .toSorted((one, other) => rank[one.line.tone] - rank[other.line.tone] || one.since - other.since)
    .map(({ line }) => line)

  function lineOf(service: Service, since: number): ServiceLine {
    const { serviceId } = service
    const nobody = found(decisions, 'nobodyServes', serviceId)
    const noTime = found(decisions, 'notEnoughTime', serviceId)
    const past = found(decisions, 'pastTarget', serviceId)
    const late = decisions.filter(
      (one) => one.what === 'appointmentLate' && one.serviceId === serviceId,
    ).length
    const doubtful = service.closed === null && service.openCounters > 0 && service.wait?.level === 'unlikely'
    const able = nobody?.able ?? (noTime || past || doubtful ? couldReceive(view, serviceId) : [])
    const need = nobody
      ? words.noCounter(nobody.backAt === null ? null : hour(nobody.backAt, zone))
      : noTime
        ? words.noTime(noTime.atRisk)
        : past
          ? words.past(
              duration(now - past.since - past.targetMinutes * 60_000),
              ticketNumber(past.number),
              past.others,
            )
          : doubtful
            ? words.newDoubtful
            : late > 0
              ? words.late(late)
              : words.nothing
    const closed =
      service.closed === null ? null : words.closed(hour(service.closed.since, zone), service.closed.words)
    const also = [
      noTime && past ? words.past(duration(now - past.since), ticketNumber(past.number), past.others) : null,
      doubtful && (nobody || noTime || past) ? words.newDoubtful : null,
      late > 0 && (nobody || noTime || past || doubtful) ? words.late(late) : null,
      closed,
      service.ticketsLeft === null ? null : words.ticketsLeft(service.ticketsLeft),
    ].filter((text) => text !== null)
    return {
      service,
      tone: nobody || noTime ? 'stop' : past || doubtful || late > 0 ? 'attention' : 'calm',
      first: Number.isFinite(since) ? words.first(shortDuration(now - since)) : null,
      need,
      detail: [
        nobody ? words.able(able.map(names.counter), pausedFor(view, serviceId)) : receiving(view, serviceId),
        ...also,
      ].join(' · '),
      able,
      lateAppointments: late,
      doubtful,
    }
  }
}

/** Open counters whose agent could receive for this service, and does not now. */
const couldReceive = ({ counters }: Present, serviceId: ServiceId): readonly CounterId[] =>
  counters
    .filter(
      ({ open, state, able, services }) =>
        open && state !== 'paused' && able.includes(serviceId) && !services.includes(serviceId),
    )
    .map(({ counterId }) => counterId)

/** Paused counters whose agent could receive for this service. */
const pausedFor = ({ counters }: Present, serviceId: ServiceId): readonly string[] =>
  counters
    .filter(({ state, able, services }) => state === 'paused' && [...able, ...services].includes(serviceId))
    .map(({ name }) => name.fr)

/** Which counters receive for a service, and which of them are away until when. */
function receiving({ counters, zone }: Present, serviceId: ServiceId): string {
  const those = counters.filter(({ open, services }) => open && services.includes(serviceId))
  const here = those.filter(({ state }) => state !== 'paused').map(({ name }) => name.fr)
  const away = those
    .filter(({ state }) => state === 'paused')
    .map(({ name, pause }) => words.away(name.fr, pause?.until ? hour(pause.until, zone) : null))
  return [words.receiving(here), ...away].join(' · ')
}

/** The sum that the day's tickets make: each is in one of these. */
export function dayCounts(view: Present) {
  const sum = (of: (service: Service) => number) => view.services.reduce((all, one) => all + of(one), 0)
  const counts = {
    received: sum(({ received }) => received),
    atCounter: view.counters.filter(({ ticket }) => ticket !== null).length,
    waiting: view.total,
    parked: view.parked.length,
    left: sum(({ left }) => left),
    absent: sum(({ absent }) => absent),
    unserved: sum(({ unserved }) => unserved),
  }
  return { counts, tickets: Object.values(counts).reduce((all, one) => all + one, 0) }
}

/** Decisions that belong to no service: each its own line. */
export const otherDecisions = ({ decisions }: Present): readonly Decision[] =>
  decisions.filter(
    ({ what }) => !['nobodyServes', 'notEnoughTime', 'pastTarget', 'appointmentLate'].includes(what),
  )
