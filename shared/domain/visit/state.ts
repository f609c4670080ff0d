import type { ServiceId, ProcedureId, VisitId, CounterId, Instant, AgentId } from '../../contract/ids.ts'
import type { CallReason } from '../../contract/queue/tickets.ts'
import type { Outcome } from '../../contract/visit/outcomes.ts'

export type Request = { readonly serviceId: ServiceId; readonly procedureId: ProcedureId | null }

/** What began with the call: where, why, since when, and how it ended. */
export type Visit = {
  readonly visitId: VisitId
  readonly counterId: CounterId
  readonly reason: CallReason
  readonly calledAt: Instant
  readonly lastCallAt: Instant
  readonly calls: number
  readonly startedAt: Instant | null
  /** Who received the person last: named on what is handed over to them (CRPA L111-2). */
  readonly startedBy: AgentId | null
  readonly endedAt: Instant | null
  readonly outcome: Outcome | null
  /** Requests still to do, the one under way first. */
  readonly requests: readonly Request[]
  /** How many requests of this visit have ended. */
  readonly done: number
}
