import type { CounterId, ServiceId } from '../../contract/ids.ts'
import { usualServiceRule } from '../../contract/queue/rules.ts'
import type { ToDecide } from '../../contract/history/toDecide.ts'
import { serviceOf, type Office } from '../state.ts'
import type { Ticket } from '../queue/state.ts'
import { ableAt, openFor, servicesAt } from '../people/skills.ts'
import { backAt, dayOf, reasonIn } from '../queue/rows.ts'
import { isLateFor } from '../waits/lateness.ts'
import type { ViewContext } from '../view.ts'

/** A break without an announced end is looked at after so long. */
const longBreak = 30 * 60_000
/** People past the target are counted up to here. */
const counted = 200

/** What needs a decision now, the gravest first. */
export const decisionsOf = (office: Office, context: ViewContext): ToDecide[] =>
  [
    ...notClosed(office, context),
    ...nobodyServes(office),
    ...printersInTrouble(office, context),
    ...notEnoughTime(office, context),
    ...pastTarget(office, context),
    ...promisesMissed(office, context),
    ...pausesTooLong(office, context),
    ...appointmentsLate(office, context),
    ...rollsEnding(office, context),
    ...backupsInTrouble(context),
  ].slice(0, 50)

function notClosed(office: Office, { now }: ViewContext): ToDecide[] {
  const day = dayOf(office, now)
  if (!day?.stale) return []
  const unsettled = office.tickets.count(({ state }) =>
    ['waiting', 'called', 'serving', 'parked'].includes(state),
  )
  return [{ what: 'dayNotClosed', date: day.date, unsettled }]
}

const linesOf = (office: Office): readonly { serviceId: ServiceId; waiting: number; first: Ticket }[] =>
  (office.settings?.services ?? []).flatMap(({ serviceId }) => {
    const line = office.waiting.get(serviceId)
    const id = line?.first()
    const first = id === undefined ? undefined : office.tickets.get(id)
    return line && first ? [{ serviceId, waiting: line.size, first }] : []
  })

/** Counters that are open and whose agent could receive for a service that they don't receive now. */
const ableFor = (office: Office, serviceId: ServiceId): CounterId[] =>
  (office.settings?.counters ?? [])
    .filter(({ counterId }) => {
      const counter = office.counters.get(counterId)
      return (
        counter?.agentId != null &&
        counter.pause === null &&
        ableAt(office, counter).includes(serviceId) &&
        !servicesAt(office, counter).includes(serviceId)
      )
    })
    .map(({ counterId }) => counterId)

const nobodyServes = (office: Office): ToDecide[] =>
  linesOf(office)
    .filter(({ serviceId }) => openFor(office, serviceId) === 0)
    .map(({ serviceId, waiting, first }) => ({
      what: 'nobodyServes',
      serviceId,
      waiting,
      since: first.takenAt,
      able: ableFor(office, serviceId),
      backAt: backAt(office, serviceId),
    }))

const notEnoughTime = (office: Office, { model }: ViewContext): ToDecide[] =>
  linesOf(office).flatMap(({ serviceId }) => {
    const atRisk = model.waits.atRisk.get(serviceId) ?? 0
    return atRisk > 0 && openFor(office, serviceId) > 0 ? [{ what: 'notEnoughTime', serviceId, atRisk }] : []
  })

const pastTarget = (office: Office, { now }: ViewContext): ToDecide[] =>
  linesOf(office).flatMap(({ serviceId, first }) => {
    const { targetMinutes } = serviceOf(office, serviceId)?.rule ?? usualServiceRule
    const since = now - targetMinutes * 60_000
    if (first.takenAt >= since) return []
    let others = -1
    for (const id of office.waiting.get(serviceId) ?? []) {
      if ((office.tickets.get(id)?.takenAt ?? now) >= since || others === counted) break
      others++
    }
    const { ticketId, number, takenAt } = first
    return [
      {
        what: 'pastTarget',
        ticketId,
        number,
        serviceId,
        since: takenAt,
        targetMinutes,
        others,
        able: ableFor(office, serviceId),
      },
    ]
  })

const promisesMissed = (office: Office, { now, model }: ViewContext): ToDecide[] =>
  [...office.parked].flatMap((id) => {
    const ticket = office.tickets.get(id)
    const promisedAt = ticket?.parked?.promisedAt
    if (!ticket?.visit || !ticket.parked || !promisedAt || promisedAt >= now) return []
    return [
      {
        what: 'promiseMissed',
        ticketId: id,
        number: ticket.number,
        counterId: ticket.visit.counterId,
        promisedAt,
        reason: reasonIn(model.personal, ticket.parked.reasonId),
      },
    ]
  })

const pausesTooLong = (office: Office, { now, model }: ViewContext): ToDecide[] =>
  (office.settings?.counters ?? []).flatMap(({ counterId }) => {
    const pause = office.counters.get(counterId)?.pause
    if (!pause || (pause.until ?? pause.since + longBreak) >= now) return []
    return [
      {
        what: 'pausedTooLong',
        counterId,
        since: pause.since,
        until: pause.until,
        reason: reasonIn(model.personal, pause.reasonId),
      },
    ]
  })

/** Printers that hold papers back, or that someone will want: while the day is open, any of them. */
const printersInTrouble = (office: Office, { model }: ViewContext): ToDecide[] =>
  model.printers
    .filter(({ problem, waiting }) => problem !== null && (waiting > 0 || office.day !== null))
    .map(({ printerId, name, problem, waiting }) => ({ what: 'printer', printerId, name, problem, waiting }))

/** What would be lost if this machine were: said once nobody waits for a decision about people. */
function backupsInTrouble({ model }: ViewContext): ToDecide[] {
  const { off, late, problem, outside, backups } = model.backups
  if (off !== null) return []
  const last = backups[0]?.at ?? null
  return [
    ...(late || problem !== null ? [{ what: 'backup', where: 'here', problem, last } as const] : []),
    ...(outside !== null && outside.problem !== null
      ? [{ what: 'backup', where: 'outside', problem: outside.problem, last: outside.last } as const]
      : []),
  ]
}

/** A roll is changed before it ends, between two people. */
const rollsEnding = (office: Office, { model }: ViewContext): ToDecide[] =>
  office.day === null
    ? []
    : model.printers
        .filter(({ nearEnd }) => nearEnd)
        .map(({ printerId, name, waiting }) => ({ what: 'printer', printerId, name, problem: null, waiting }))

function appointmentsLate(office: Office, { now }: ViewContext): ToDecide[] {
  if (office.day === null) return []
  const { openedAt } = office.day
  return office.appointments
    .valueSeq()
    .filter(
      ({ state, startsAt }) =>
        state === 'expected' && isLateFor(office, startsAt, now) && startsAt >= openedAt,
    )
    .sortBy(({ startsAt }) => startsAt)
    .map(({ appointmentId, serviceId, startsAt }): ToDecide => ({
      what: 'appointmentLate',
      appointmentId,
      serviceId,
      startsAt,
    }))
    .take(10)
    .toArray()
}
