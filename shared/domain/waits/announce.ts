import type { Instant, ServiceId } from '../../contract/ids.ts'
import { levelOf, type Announced, type Resource, type WaitSaid } from '../../contract/waits/waits.ts'
import { boundary, dateIn, openMinutesLeft, spansAt } from '../core/calendar/index.ts'
import { ticketAt, type Office } from '../state.ts'
import { servicesAt } from '../people/skills.ts'
import { assumedDurations } from './durations.ts'
import { estimate } from './estimate.ts'
import { isLateFor } from './lateness.ts'
import type { Basis, Model } from './model.ts'
import { pacesOf } from './paces.ts'
import type { CounterNow, Present, Waiting } from './present.ts'
import {
  beforeOf,
  nineTenths,
  queueLengthMean,
  queueLengthQuantile,
  queueLengthWithin,
  queueOf,
  type Before,
} from './queueLength.ts'
import { riskOf } from './risk.ts'
import { noWaits, type WaitsNow } from './now.ts'

/** What a request lasts until this office has measured some, in seconds. */
const assumedSeconds = assumedDurations.mean

/** Past so many people, the queue-length formula says as much as a simulation, and costs nothing. */
const simulated = 150

/**
 * What can be said now of each service that some counter receives, or will after a pause whose end is known. Cost:
 * less than half a millisecond a service; nothing is said of a service that nobody receives.
 * @param model what the days before taught of this office
 */
export function waitsNow(office: Office, model: Model, now: Instant): WaitsNow {
  const { settings, day } = office
  const services = settings?.services ?? []
  const seconds = new Map(
    services.map(({ serviceId }) => [
      serviceId,
      Math.round((model.durations.get(serviceId) ?? model.overall).mean),
    ]),
  )
  if (settings === null || day === null) return { ...noWaits, seconds, coverage: model.coverage }
  const { zone } = settings.calendar
  const midnight = boundary(zone, dateIn(zone, now), 0)
  const clock = (at: Instant | number) => Math.round((at - midnight) / 1000)
  // Without a closing hour nothing cuts the queue: the next midnight stands for it.
  const closesAt = clock(day.closesAt ?? midnight + 86_400_000)
  const breaks = breaksOf(office, now).map(([from, to]) => [clock(from), clock(to)] as const)
  const paces = pacesOf(model.paces)
  const counters = office.counters
    .entrySeq()
    .filter(([, { agentId }]) => agentId !== null)
    .map(([counterId, counter]) => ({
      ...present(office, counter, clock, breaks),
      pace: paces.get(counterId) ?? 1,
    }))
    .toArray()
  const crowded = office.queue.size > simulated
  const waiting = crowded ? [] : waitingOf(office, clock)
  const expected = expectedOf(office, now).flatMap(({ serviceId, startsAt, files }) =>
    Array.from({ length: files }, () => ({
      service: serviceId,
      // Whoever is late is not here yet: they keep nobody from a counter that is free now.
      at: Math.max(clock(startsAt), clock(now) + 1),
    })),
  )
  const byService = new Map<ServiceId, WaitSaid>()
  const befores = new Map<ServiceId, Before>()
  const atRisk = new Map<ServiceId, number>()
  const bases = new Map<ServiceId, Basis>()
  let surest: number | null = null
  for (const { serviceId } of services) {
    const able = counters.filter((one) => one.services.includes(serviceId))
    const receives = able.some(({ state, resumesAt }) => state !== 'paused' || resumesAt !== null)
    const line = office.waiting.get(serviceId)?.size ?? 0
    if (!receives) {
      if (line > 0 && able.length === 0) atRisk.set(serviceId, line)
      continue
    }
    const situation: Present = {
      now: clock(now),
      closesAt,
      counters,
      waiting,
      expected,
      for: { service: serviceId, priority: false },
    }
    const left = closesAt - clock(now)
    const before = crowded ? crowdBefore(office, situation, seconds) : lineBefore(situation, seconds)
    const answer = crowded
      ? byFormula(before, left)
      : bySimulation(model, situation, Math.floor(now / 60_000))
    const level = levelOf(answer.said.sure)
    byService.set(serviceId, { ...answer.said, level })
    if (before) befores.set(serviceId, before)
    if (answer.basis) bases.set(serviceId, answer.basis)
    atRisk.set(serviceId, riskOf(office, serviceId, answer.said, before, left, now))
    // Whoever comes later waits as long as now at least: sure until the P90 no longer fits before closing.
    const until = closesAt - answer.said.p90
    if (surest === null || until < surest) surest = until
  }
  return {
    at: now,
    said: byService,
    before: befores,
    lines: new Map([...office.waiting].map(([serviceId, line]) => [serviceId, line.size])),
    seconds,
    atRisk,
    sureUntil: surest === null || day.closesAt === null ? null : ((midnight + surest * 1000) as Instant),
    coverage: model.coverage,
    bases,
  }
}

/**
 * What is announced to who takes a ticket now. What was said is a second old at most: whoever came since, beyond
 * the counters that are free for them, is counted at the mean of a request.
 */
export function announcedTo(office: Office, waits: WaitsNow, serviceId: ServiceId): Announced | null {
  const forService = waits.said.get(serviceId)
  if (!forService) return null
  const able = office.counters
    .valueSeq()
    .filter(
      (counter) =>
        counter.agentId !== null && counter.pause === null && servicesAt(office, counter).includes(serviceId),
    )
    .toArray()
  const free = able.filter(({ ticketId }) => ticketId === null).length
  const counted = Math.max(free, waits.lines.get(serviceId) ?? 0)
  const since = Math.max(0, (office.waiting.get(serviceId)?.size ?? 0) - counted)
  const more = Math.round(
    (since * (waits.seconds.get(serviceId) ?? assumedSeconds)) / Math.max(1, able.length),
  )
  return { p50: forService.p50 + more, p90: forService.p90 + more, sure: forService.sure }
}

/** The office's own breaks today: what lies between its openings. */
function breaksOf({ settings }: Office, now: Instant): (readonly [Instant, Instant])[] {
  if (!settings) return []
  const spans = spansAt(settings.calendar, dateIn(settings.calendar.zone, now))
  return spans.slice(1).map(([from], rank) => [spans[rank]![1], from] as const)
}

const present = (
  office: Office,
  counter: NonNullable<ReturnType<Office['counters']['get']>>,
  clock: (at: Instant) => number,
  breaks: CounterNow['breaks'],
): CounterNow => {
  const ticket = ticketAt(office, counter)
  const since = ticket?.visit.startedAt ?? ticket?.visit.calledAt ?? counter.pause?.since ?? counter.since
  return {
    services: servicesAt(office, counter),
    state: ticket ? 'busy' : counter.pause ? 'paused' : 'free',
    since: clock(since),
    service: ticket?.serviceId ?? null,
    resumesAt: counter.pause?.until ? clock(counter.pause.until) : null,
    breaks,
  }
}

/** Today's appointments whose person is still to come, and would have their turn if they came now. */
function expectedOf(office: Office, now: Instant) {
  const { appointments, day } = office
  const until = day?.closesAt ?? now + 86_400_000
  return appointments
    .valueSeq()
    .filter(
      ({ state, startsAt }) => state === 'expected' && !isLateFor(office, startsAt, now) && startsAt < until,
    )
    .toArray()
}

/**
 * Who waits; someone who brings several requests counts as many times, at their place. Whoever has an appointment passes
 * before who comes without one, as a priority does.
 */
function waitingOf(office: Office, clock: (at: Instant) => number): Waiting[] {
  const all: Waiting[] = []
  for (const id of office.queue) {
    const ticket = office.tickets.get(id)
    if (!ticket) continue
    const { serviceId: service, takenAt, priority, requests, dueAt } = ticket
    for (let request = 0; request < requests; request++)
      all.push({ service, since: clock(takenAt), priority: priority !== null || dueAt !== null })
  }
  return all
}

type Answer = { readonly said: Omit<WaitSaid, 'level'>; readonly basis: Basis | null }

function bySimulation(model: Model, situation: Present, seed: number): Answer {
  const { p50, p90, sureBeforeClosing, basis } = estimate(model, situation, seed)
  return {
    said: {
      p50: Math.round(p50),
      p90: Math.max(Math.round(p50), Math.round(p90)),
      sure: Math.min(1, Math.max(0, sureBeforeClosing)),
    },
    basis,
  }
}

/** The queue as the formula sees it, from everyone who waits. */
const lineBefore = (situation: Present, seconds: ReadonlyMap<ServiceId, number>): Before | null =>
  beforeOf(situation, (service) => seconds.get(service as ServiceId) ?? assumedSeconds)

/** The same of a crowd, by counts alone: how many wait for each service, whoever they are. */
function crowdBefore(
  office: Office,
  situation: Present,
  seconds: ReadonlyMap<ServiceId, number>,
): Before | null {
  // Nobody is listed in the situation: the formula gives the counters and what delays them, counts give the rest.
  const nobody = lineBefore(situation, seconds)
  const here = situation.counters.filter(({ state }) => state !== 'paused')
  const able = (service: string, among = here) =>
    among.filter(({ services }) => services.includes(service)).length
  const capable = here.filter(({ services }) => services.includes(situation.for.service))
  let ahead = 0
  let work = 0
  for (const [service, line] of office.waiting) {
    const all = able(service)
    const share = all === 0 ? 0 : able(service, capable) / all
    ahead += share * line.size
    work += share * line.size * (seconds.get(service) ?? assumedSeconds)
  }
  return (
    nobody && {
      ...nobody,
      here: {
        ...nobody.here,
        ahead,
        seconds: ahead === 0 ? nobody.here.seconds : work / ahead,
        atOnce: false,
      },
    }
  )
}

function byFormula(before: Before | null, left: number): Answer {
  if (before === null) return { said: { p50: 0, p90: 0, sure: 0 }, basis: null }
  const queue = queueOf(before)
  return {
    said: {
      p50: Math.round(queueLengthMean(queue)),
      p90: Math.round(queueLengthQuantile(queue, nineTenths)),
      sure: queueLengthWithin(queue, left),
    },
    basis: null,
  }
}

/**
 * The resource that runs out: minutes of counter left today, breaks and pauses taken off, engaged by who is here and
 * by the appointments still to come, free. Null while nothing closes the day.
 */
export function resourceNow(office: Office, { seconds }: WaitsNow, now: Instant): Resource | null {
  const { settings, day } = office
  if (settings === null || day?.closesAt == null) return null
  const { closesAt } = day
  const minutesOf = (serviceId: ServiceId) => (seconds.get(serviceId) ?? assumedSeconds) / 60
  let total = 0
  let engaged = 0
  for (const counter of office.counters.values()) {
    if (counter.agentId === null) continue
    const from = counter.pause ? (counter.pause.until ?? closesAt) : now
    total += openMinutesLeft(settings.calendar, from, closesAt)
    const ticket = ticketAt(office, counter)
    if (ticket) {
      const spent = (now - (ticket.visit.startedAt ?? now)) / 60_000
      engaged += Math.max(0, minutesOf(ticket.serviceId) * ticket.visit.requests.length - spent)
    }
  }
  const crowd = office.queue.size > simulated
  // A crowd is counted by lines: one request each, as nearly everyone has.
  if (crowd) for (const [serviceId, line] of office.waiting) engaged += minutesOf(serviceId) * line.size
  for (const id of [...(crowd ? [] : office.queue), ...office.parked]) {
    const ticket = office.tickets.get(id)
    if (ticket) engaged += minutesOf(ticket.serviceId) * ticket.requests
  }
  const appointments = expectedOf(office, now).reduce((sum, { minutes }) => sum + minutes, 0)
  const whole = Math.max(0, Math.round(total))
  const busy = Math.min(whole, Math.round(engaged))
  const booked = Math.min(whole - busy, appointments)
  return { total: whole, engaged: busy, appointments: booked, free: whole - busy - booked }
}

/**
 * The resource as the public reads it: « libre » is not said beside a wait longer than the one aimed at, whoever comes then
 * gets none of it before that. That nothing is free any more is always said.
 */
export function resourceTold(office: Office, waits: WaitsNow, now: Instant): Resource | null {
  const resource = resourceNow(office, waits, now)
  if (resource === null || resource.free < 1) return resource
  const long = (office.settings?.services ?? []).some(
    ({ serviceId, rule }) => (waits.said.get(serviceId)?.p50 ?? 0) > rule.targetMinutes * 60,
  )
  return long ? null : resource
}
