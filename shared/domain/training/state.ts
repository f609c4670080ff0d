import type { CounterId, FileId, Instant, AppointmentId, TicketId } from '../../contract/ids.ts'
import type { Situation, LessonMistake, LessonId } from '../../contract/training/calls.ts'
import type { Identity } from '../../contract/visit/sheet.ts'

/** What is known of someone of the guided day once they are called, as their judge sees it. */
export type Seen = {
  /** Where the person was called; null while they wait. */
  readonly calledAt: CounterId | null
  /** The capacity and the identity that the agent noted. */
  readonly capacity: string | null
  readonly identity: Identity['kind'] | null
  /** Pieces noted as missing; null where it was not said. */
  readonly missing: number | null
  /** The file that their request opened. */
  readonly fileId: FileId | null
}

/** Someone of the guided day: to come, here, or done with. */
export type Arrival = Seen & {
  readonly situation: Situation | null
  readonly at: Instant
  /** The appointment that they come late to. */
  readonly appointmentId?: AppointmentId | undefined
  readonly ticketId: TicketId | null
  readonly state: 'toCome' | 'here' | 'done'
  /** Made, even where the act was taken back since. */
  readonly mistakes: readonly LessonMistake[]
}

/** The guided day of a training office, the last one begun. */
export type Lesson = {
  readonly lessonId: LessonId
  readonly counterId: CounterId
  readonly arrivals: readonly Arrival[]
}
