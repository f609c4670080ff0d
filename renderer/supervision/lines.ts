import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import { needWords as words } from '../../shared/messages/history/needs.fr.ts'
import { duration, hour, shortDuration, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { waitMinutes } from '../../shared/messages/waits/roughTime.ts'
import { waitRange } from '../../shared/messages/waits/waits.fr.ts'
import { canOpenFor, placesIn, type Holders } from './holders.ts'
import type { Names, Present } from './names.ts'

type Decision = Present['decisions'][number]
type Of<W extends Decision['what']> = Extract<Decision, { what: W }>
type Service = Present['services'][number]
type Counter = Present['counters'][number]

/** One line of the first page: a service, what it needs; `able` are counters that could take it over. */
export type ServiceLine = {
  readonly service: Service
  readonly tone: 'stop' | 'attention' | 'calm'
  /** Under the number of those who wait: since when the first one does. */
  readonly first: string | null
  readonly need: string
  readonly detail: string
  readonly able: readonly CounterId[]
  /** A closed or paused counter can be opened for it: somebody who has its skill is free to hold one. */
  readonly openable: boolean
  readonly lateAppointments: number
  /** The public is told that who takes a ticket now may not be received. */
  readonly doubtful: boolean
  /** No counter could shorten its long wait: the line says that it can still be closed to new tickets. */
  readonly closable: boolean
  /** The day is open and no counter receives this service, whether someone waits for it or not. */
  readonly uncovered: boolean
  /** Counters of this service that call somebody who does not answer: closed, they give the place to whoever waits. */
  readonly unanswered: readonly Counter[]
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
export function serviceLines(
  view: Present,
  now: number,
  { names, holders }: { readonly names: Names; readonly holders: Holders | undefined },
): readonly ServiceLine[] {
  const { zone, decisions } = view
  const firstOf = (serviceId: ServiceId) =>
    view.unsettled.tickets.find((one) => one.state === 'waiting' && one.serviceId === serviceId)
  const rank = { stop: 0, attention: 1, calm: 2 } as const
  return view.services
    .map((service) => ({ service, since: firstOf(service.serviceId)?.since ?? Infinity }))
    .map(({ service, since }) => ({ line: lineOf(service, since), since }))
    .toSorted((one, other) => rank[one.line.tone] - rank[other.line.tone] || one.since - other.since)
    .map(({ line }) => line)

  /** Who could receive it; nothing where every counter is closed. */
  function ableSaid(able: readonly CounterId[], serviceId: ServiceId): readonly string[] {
    if (!view.counters.some(({ open }) => open)) return []
    return [words.able(able.map(names.counter), pausedFor(view, serviceId))]
  }

  function lineOf(service: Service, since: number): ServiceLine {
    const { serviceId } = service
    const nobody = found(decisions, 'nobodyServes', serviceId)
    const noTime = found(decisions, 'notEnoughTime', serviceId)
    const past = nobody ? undefined : found(decisions, 'pastTarget', serviceId)
    const late = decisions.filter(
      (one) => one.what === 'appointmentLate' && one.serviceId === serviceId,
    ).length
    const open = service.closed === null
    const doubtful = givesTickets(service) && service.openCounters > 0 && service.wait?.level === 'unlikely'
    const uncovered = nobody !== undefined || (view.day !== null && open && service.openCounters === 0)
    const slow = nobody || noTime || past || doubtful ? null : slowSaid(service)
    const needs = [
      nobody ? words.noCounter(nobody.backAt === null ? null : hour(nobody.backAt, zone)) : null,
      noTime ? words.noTime(noTime.atRisk) : null,
      past
        ? words.past(
            duration(now - past.since - past.targetMinutes * 60_000),
            ticketNumber(past.number),
            past.others,
          )
        : null,
      doubtful ? words.newDoubtful : null,
      slow,
      uncovered && !nobody ? words.receiving([]) : null,
      late > 0 ? words.late(late) : null,
    ].filter((text) => text !== null)
    const [need = service.waiting > 0 ? words.withinTarget : words.nothing, ...also] = needs
    const able =
      nobody?.able ?? (uncovered || noTime || past || doubtful || slow ? couldReceive(view, serviceId) : [])
    const long = past !== undefined || slow !== null
    const unanswered = nobody || noTime || long ? unansweredAt(view, serviceId, now) : []
    const openable = canOpenFor(view, serviceId, holders)
    const helped = openable || able.length > 0 || unanswered.length > 0
    // Nothing on this page can shorten it.
    const remains = long && !helped
    const said = placesIn(view).length === 0 ? words.allReceive : words.nobodyFree
    return {
      service,
      // A long wait that nothing on this page can shorten is said, and asks nobody to decide.
      tone: nobody || noTime ? 'stop' : doubtful || late > 0 || (long && helped) ? 'attention' : 'calm',
      first: Number.isFinite(since) ? words.first(shortDuration(now - since)) : null,
      need,
      detail: [
        ...(uncovered ? ableSaid(able, serviceId) : [receiving(view, serviceId, now)]),
        ...also,
        ...(remains ? [said(givesTickets(service))] : []),
        ...(service.closed === null
          ? []
          : [words.closed(hour(service.closed.since, zone), service.closed.words)]),
        ...(service.ticketsLeft === null ? [] : [words.ticketsLeft(service.ticketsLeft)]),
      ].join(' · '),
      able,
      openable,
      lateAppointments: late,
      doubtful,
      closable: remains && givesTickets(service),
      uncovered,
      unanswered,
    }
  }
}

/** A call that lasts this long, in milliseconds, has nobody behind it: its hour is said, and the counter can be closed. */
const unansweredAfter = 10 * 60_000

/** Whether a counter calls somebody who has not answered for so long: nobody else is received there meanwhile. */
export const isUnanswered = ({ state, ticket }: Pick<Counter, 'state' | 'ticket'>, now: number): boolean =>
  state === 'calling' && ticket !== null && now - ticket.since >= unansweredAfter

/** Whether somebody may take a ticket for it now: it is not closed to new ones, nor are all those of the day given. */
export const givesTickets = ({ closed, ticketsLeft }: Pick<Service, 'closed' | 'ticketsLeft'>): boolean =>
  closed === null && ticketsLeft !== 0

/** What who takes a ticket now is told to wait, where that is longer than the service's target; null elsewhere. */
function slowSaid(service: Service): string | null {
  const { waiting, openCounters, wait, targetMinutes } = service
  if (waiting === 0 || openCounters === 0 || !givesTickets(service) || wait === null) return null
  const [low] = waitMinutes(wait)
  return low > targetMinutes ? words.slow(waitRange(wait)) : null
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
function receiving({ counters, zone }: Present, serviceId: ServiceId, now: number): string {
  const those = counters.filter(({ open, services }) => open && services.includes(serviceId))
  const here = those.filter(({ state }) => state !== 'paused').map(({ name }) => name.fr)
  const away = those
    .filter(({ state }) => state === 'paused')
    .map(({ name, pause }) => words.away(name.fr, pause?.until ? hour(pause.until, zone) : null))
  const unanswered = those.flatMap((one) => {
    const { ticket, name } = one
    return ticket !== null && isUnanswered(one, now)
      ? [words.unanswered(name.fr, ticketNumber(ticket.number), hour(ticket.since, zone))]
      : []
  })
  return [words.receiving(here), ...unanswered, ...away].join(' · ')
}

/** Counters of a service that call somebody who does not answer. */
const unansweredAt = ({ counters }: Present, serviceId: ServiceId, now: number): readonly Counter[] =>
  counters.filter((one) => one.open && one.services.includes(serviceId) && isUnanswered(one, now))

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
