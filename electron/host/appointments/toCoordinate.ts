import type { Instant, ServiceId, TicketId } from '../../../shared/contract/ids.ts'
import { rowOfNumber } from '../../../shared/domain/appointments/preApplications.ts'
import type { Declared } from '../../../shared/domain/appointments/state.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'

export type Known = {
  readonly office: Office
  readonly personal: Pick<Personal, 'appointments' | 'preApplications'>
}

/** A number whose declarations are not what the office wants. */
export type ToSettle = {
  readonly number: string
  readonly wanted: readonly Declared[]
  /** What the service may have now, for what comes next to be kept. */
  readonly before: readonly Declared[]
  /** It is already written that something is to be told. */
  readonly noted: boolean
}

/**
 * The numbers whose declarations are to be told: computed from what is, so that a host that stops loses nothing. The office
 * declares what it gave, for services of titles, until its hour; what another software gave, that one declares.
 */
export function toSettle(
  { office, personal }: Known,
  services: readonly ServiceId[],
  now: Instant,
): readonly ToSettle[] {
  const wanted = new Map<string, Declared[]>()
  for (const [appointmentId, { preApplications }] of personal.appointments) {
    if (preApplications.length === 0) continue
    const appointment = office.appointments.get(appointmentId)
    if (!appointment?.given || appointment.startsAt <= now || !services.includes(appointment.serviceId))
      continue
    for (const number of preApplications)
      wanted.set(number, [...(wanted.get(number) ?? []), { appointmentId, startsAt: appointment.startsAt }])
  }
  const rows = new Map([...personal.preApplications.values()].map((row) => [row.number, row]))
  return [...new Set([...wanted.keys(), ...rows.keys()])].flatMap((number) => {
    const row = rows.get(number)
    const before = row?.declared ?? []
    const those = wanted.get(number) ?? []
    const due = before.filter(({ startsAt }) => startsAt > now)
    if (row === undefined ? those.length === 0 : row.settled && sameDeclared(due, those)) return []
    const noted = row?.settled === false && (those.length === 0 || sameDeclared(before, those))
    return [{ number, wanted: those, before, noted }]
  })
}

const sameDeclared = (one: readonly Declared[], other: readonly Declared[]): boolean =>
  one.length === other.length &&
  one.every(({ appointmentId, startsAt }) =>
    other.some((those) => those.appointmentId === appointmentId && those.startsAt === startsAt),
  )

/** A number to ask about: whose visit it is shown at, and the hour of their appointment here. */
export type ToCheck = {
  readonly number: string
  readonly ticketId: TicketId
  readonly appointmentAt: Instant | null
}

const isThere = (state: string): boolean => ['waiting', 'called', 'serving', 'parked'].includes(state)

/** The numbers of who is there that the service has not answered about: those of their appointment, those shown since. */
export function toCheck({ office, personal }: Known, services: readonly ServiceId[]): readonly ToCheck[] {
  const brought = office.tickets
    .valueSeq()
    .toArray()
    .flatMap(({ ticketId, serviceId, state, appointmentId, appointmentAt }): ToCheck[] => {
      if (appointmentId === null || !isThere(state) || !services.includes(serviceId)) return []
      const { preApplications = [] } = personal.appointments.get(appointmentId) ?? {}
      return preApplications
        .filter((number) => !isAnswered({ office, personal }, number, ticketId))
        .map((number) => ({ number, ticketId, appointmentAt }))
    })
  const shown = [...personal.preApplications.values()].flatMap(({ number, ticketId, state }): ToCheck[] => {
    const ticket = ticketId === null ? undefined : office.tickets.get(ticketId)
    return ticket && state === null && isThere(ticket.state)
      ? [{ number, ticketId: ticket.ticketId, appointmentAt: ticket.appointmentAt }]
      : []
  })
  return [...new Map([...brought, ...shown].map((one) => [one.number, one])).values()]
}

/** One number brought by two people who are there is asked about once. */
function isAnswered({ office, personal }: Known, number: string, ticketId: TicketId): boolean {
  const [, row] = rowOfNumber(personal.preApplications, number) ?? []
  if (row === undefined || row.state === null || row.ticketId === null) return false
  return row.ticketId === ticketId || isThere(office.tickets.get(row.ticketId)?.state ?? 'left')
}
