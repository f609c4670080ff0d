import { z } from 'zod'
import { command, read, view } from '../define.ts'
import { CounterId, Instant, LocalDate } from '../ids.ts'
import { written } from '../typed.ts'

// The safety of those who receive. What happened is told by its facts: no ticket, no visit and no file is named, so that
// nothing of it can follow a person to their next visit.

export const AlertId = z.uuid().brand('AlertId')
export type AlertId = z.infer<typeof AlertId>
export const IncidentId = z.uuid().brand('IncidentId')
export type IncidentId = z.infer<typeof IncidentId>

/** What happened, never who did it. */
export const IncidentNature = z.enum(['words', 'threat', 'violence', 'damage', 'other'])
export type IncidentNature = z.infer<typeof IncidentNature>

/** A form as the register of the employer takes it. */
export const Incident = z.strictObject({
  incidentId: IncidentId,
  happenedAt: Instant,
  recordedAt: Instant,
  /** The counter's name; null away from any counter. */
  place: z.string().nullable(),
  nature: IncidentNature,
  facts: z.string(),
  /** Who filled the form, by name while the office keeps it; null when nobody was named at the station. */
  by: z.string().nullable(),
})
export type Incident = z.infer<typeof Incident>

const period = z.strictObject({ from: LocalDate, to: LocalDate })

export const safetyCalls = {
  /** Asks colleagues and supervisors for help, without a sound. Asked again while nobody has answered, it is the same alert. */
  'alert.raise': command({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({ alertId: AlertId }),
    refusals: ['officeNotCreated'],
  }),
  /** « J'y vais »: the first who says so answers for all; a second one changes nothing. */
  'alert.answer': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ alertId: AlertId }),
    output: z.strictObject({}),
    refusals: ['unknownAlert', 'ownAlert'],
  }),
  /** The form of an incident. The place is the alert's own where there was one. */
  'incident.record': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({
      alertId: AlertId.nullable(),
      counterId: CounterId.nullable(),
      happenedAt: Instant,
      nature: IncidentNature,
      /** The facts, as they are remembered; empty when the nature is enough. */
      facts: written.max(4000),
    }),
    output: z.strictObject({ incidentId: IncidentId }),
    refusals: ['officeNotCreated', 'unknownAlert', 'unknownCounter', 'incidentAhead'],
  }),
  /** The alerts that nobody has answered yet, and one's own of the last hour, the latest last. */
  'safety.view': view({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      alerts: z
        .array(
          z.strictObject({
            alertId: AlertId,
            counterId: CounterId.nullable(),
            /** The counter's name; null away from any counter. */
            place: z.string().nullable(),
            at: Instant,
            /** Of the station or the agent that asks. */
            own: z.boolean(),
            answered: z.boolean(),
          }),
        )
        .max(20),
      counters: z.array(z.strictObject({ counterId: CounterId, name: z.string() })),
    }),
  }),
  /** The forms of incidents that happened between two dates, the latest first: 200 of `total`. */
  'incidents.list': read({
    roles: ['supervisor', 'admin'],
    input: period,
    output: z.strictObject({ incidents: z.array(Incident).max(200), total: z.int().min(0) }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
  /** All the incidents of a period as CSV, for the employer's register of health and safety at work. */
  'incidents.export': read({
    pace: { supervisor: 'exports', admin: 'exports' },
    roles: ['supervisor', 'admin'],
    input: period,
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
} as const
