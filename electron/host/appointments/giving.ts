import type { Instant } from '../../../shared/contract/ids.ts'
import { ownUid } from '../../../shared/domain/appointments/ownUid.ts'
import { serviceOf } from '../../../shared/domain/state.ts'
import type { HeldAppointment } from './outside/perform.ts'
import type { Given, SourcePart } from './outside/source.ts'
import type { Known } from './telling.ts'

/** The calendars of a source, the service that the office gave to each, and what of the office other sources are given. */
export type Calendars = {
  readonly parts: readonly SourcePart[]
  readonly services: Readonly<Record<string, string>>
  /** The services whose appointments a source before this one is given. */
  readonly others: ReadonlySet<string>
  /** No other source can be written in. */
  readonly alone: boolean
}

/** Where an appointment of a service is written: the calendar of that service, or the only one. */
function calendarOf({ parts, services, others, alone }: Calendars, serviceId: string): string | undefined {
  if (others.has(serviceId)) return undefined
  const mine = parts.find(({ id }) => services[id] === serviceId)
  const [only] = parts
  return (
    mine?.id ?? (alone && parts.length === 1 && only && services[only.id] === undefined ? only.id : undefined)
  )
}

/**
 * The appointments that the office gave and that its calendar does not hold yet: by their service, nobody's name.
 * @param held what the source last gave, by identity
 */
export function ungiven(
  { office }: Pick<Known, 'office'>,
  held: ReadonlyMap<string, HeldAppointment>,
  calendars: Calendars,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): readonly Given[] {
  return office.appointments
    .valueSeq()
    .toArray()
    .flatMap(({ appointmentId, serviceId, startsAt, minutes, state, given, followedBy }) => {
      const uid = ownUid(office, appointmentId)
      const calendar = calendarOf(calendars, serviceId)
      if (
        !given ||
        followedBy !== undefined ||
        state !== 'expected' ||
        held.has(uid) ||
        calendar === undefined
      )
        return []
      if (startsAt <= now || startsAt >= until) return []
      const endsAt = (startsAt + minutes * 60_000) as Instant
      const label = serviceOf(office, serviceId)?.name.fr ?? serviceId
      return [{ uid, calendar, startsAt, endsAt, label }]
    })
}

/** Those that its calendar still has at the hour that they were moved from. */
export const unmoved = (
  { office }: Pick<Known, 'office'>,
  held: ReadonlyMap<string, HeldAppointment>,
): readonly (Given & { readonly movedFrom: Instant })[] =>
  office.appointments
    .valueSeq()
    .toArray()
    .flatMap(({ appointmentId, startsAt, minutes, given, movedFrom }) => {
      const uid = ownUid(office, appointmentId)
      const there = held.get(uid)
      if (!given || movedFrom === undefined || there?.startsAt !== movedFrom) return []
      const endsAt = (startsAt + minutes * 60_000) as Instant
      return [{ uid, calendar: there.calendar, startsAt, endsAt, label: there.label, movedFrom }]
    })
