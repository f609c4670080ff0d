import { z } from 'zod'
import { CounterId, Instant, PieceId, ProcedureId, ReasonId, ServiceId, TicketId, VisitId } from '../ids.ts'
import { Outcome } from '../queue/outcomes.ts'
import { RuleVersion } from '../law/assessment.ts'
import { Fault } from '../queue/reasons.ts'

const visit = { ticketId: TicketId, visitId: VisitId, counterId: CounterId }
const ending = { outcome: Outcome, procedureId: ProcedureId.nullable(), rule: RuleVersion.nullable() }

/** What becomes of a visit once it is begun. */
export const visitEvents = {
  ticketParked: {
    v: 1,
    data: z.strictObject({ ...visit, reasonId: ReasonId, promisedAt: Instant.nullable() }),
  },
  promiseMoved: { v: 1, data: z.strictObject({ ticketId: TicketId, promisedAt: Instant }) },
  ticketResumed: { v: 1, data: z.strictObject(visit) },
  /** From a counter, or moved while waiting (no counter): the number and the rank stay. */
  ticketTransferred: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      counterId: CounterId.nullable(),
      serviceId: ServiceId,
      reasonId: ReasonId,
    }),
  },
  /** Asked again though an administration holds it (CRPA L114-10): counted; why is a personal row. */
  pieceAskedAgain: {
    v: 1,
    data: z.strictObject({
      ...visit,
      procedureId: ProcedureId,
      pieceId: PieceId,
      exchangeId: z.string(),
      reasonId: ReasonId,
    }),
  },
  requestAdded: {
    v: 1,
    data: z.strictObject({ ...visit, serviceId: ServiceId, procedureId: ProcedureId.nullable() }),
  },
  /** One request of the visit ended; the visit goes on with the next. */
  requestClosed: { v: 1, data: z.strictObject({ ...visit, ...ending }) },
  visitClosed: { v: 2, data: z.strictObject({ ...visit, ...ending, fault: Fault.nullable() }) },
} as const
