import type { AppointmentFacts } from '../../contract/appointments/calls.ts'
import type { Elsewhere } from '../../contract/appointments/coordination.ts'
import type { PreApplicationState } from '../../contract/appointments/outside.ts'
import type {
  AppointmentId,
  Instant,
  LocalDate,
  ProcedureId,
  ServiceId,
  TicketId,
} from '../../contract/ids.ts'
import type { ApiTokenId } from '../../contract/integrations/calls.ts'
import type { PlaceRequestId } from '../../contract/partners/calls.ts'
import type { PlaceId } from '../../contract/appointments/keptPlace.ts'

/** An appointment of today or later. */
export type Appointment = AppointmentFacts & {
  readonly state: 'expected' | 'here'
  readonly ticketId: TicketId | null
  /** The source that keeps it, which the office follows: cancelled there, not here. */
  readonly followedBy?: string
  /** The office gave it: it is cancelled here, and its calendar told. */
  readonly given?: true
  /** Moved here, while its calendar still says this hour. */
  readonly movedFrom?: Instant
  /** The source, or a file, has it no more, though its person is here. */
  readonly goneOutside?: true
}

/** No followed source has it: what has been taken from a file alone. */
export const isFree = (appointment: Appointment | undefined): boolean => appointment?.followedBy === undefined

/** Whether its person has come. */
export const isHere = (appointment: Appointment | undefined): boolean => appointment?.state === 'here'

/** What an event says of an appointment as it is. */
export const factsNow = ({
  appointmentId,
  serviceId,
  procedureId,
  startsAt,
  minutes,
  files,
}: Appointment): AppointmentFacts => ({ appointmentId, serviceId, procedureId, startsAt, minutes, files })

/** An appointment whose person has not come yet. */
export const expected = (facts: AppointmentFacts): Appointment => ({
  ...facts,
  state: 'expected',
  ticketId: null,
})

/** An appointment of the office as the national service has it for a number. */
export type Declared = { readonly appointmentId: AppointmentId; readonly startsAt: Instant }

/** A pre-application number: what it is worth, and what this office declared for it. One row a number. */
export type PreApplication = {
  readonly number: string
  /** The ticket of the visit at which it was shown; null when it was not. */
  readonly ticketId: TicketId | null
  /** Null while the service has not answered for this visit. */
  readonly state: PreApplicationState | null
  readonly elsewhere: readonly Elsewhere[]
  /** What the service may have of this office: written before it is told, so that a host that stops tells it again. */
  readonly declared: readonly Declared[]
  /** The service has what `declared` says, or will never have it. */
  readonly settled: boolean
}

/** What changes of a number's row. */
export type PreApplicationNote = Pick<PreApplication, 'number'> & Partial<PreApplication>

/** A place kept for today, for who comes from another office; `ticketId` once the person is here. */
export type Place = {
  readonly placeId: PlaceId
  /** The question of the office that asked, and its token. */
  readonly requestId: PlaceRequestId
  readonly tokenId: ApiTokenId | null
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId
  readonly arrivedAt: Instant
  /** Null where an appointment was given instead: it has its own. */
  readonly code: string | null
  readonly appointmentId: AppointmentId | null
  readonly on: LocalDate
  readonly ticketId: TicketId | null
}
