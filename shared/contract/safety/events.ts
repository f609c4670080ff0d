import { z } from 'zod'
import { CounterId, Instant } from '../ids.ts'
import { AlertId, IncidentId, IncidentNature } from './calls.ts'

export const safetyEvents = {
  /** Help is asked without a sound, at this counter; null away from any counter. */
  alertRaised: { v: 1, data: z.strictObject({ alertId: AlertId, counterId: CounterId.nullable() }) },
  /** Someone goes there. */
  alertAnswered: { v: 1, data: z.strictObject({ alertId: AlertId }) },
  /** What was typed of it is a personal row of its id. */
  incidentRecorded: {
    v: 1,
    data: z.strictObject({
      incidentId: IncidentId,
      alertId: AlertId.nullable(),
      counterId: CounterId.nullable(),
      happenedAt: Instant,
      nature: IncidentNature,
    }),
  },
} as const
