import { CounterId, Instant, OfficeId, PrinterId, ProcedureId, ReasonId, ServiceId } from '../ids.ts'
import { AgentSkills, LawSettings, OfficeAddress, OfficeSettings } from './settings.ts'
import { Calendar } from './calendar.ts'
import { Printer } from '../printing/printers.ts'
import { QueueRules, ServiceSetting } from '../queue/rules.ts'
import { z } from 'zod'
import { CounterIdentity, ServiceIdentity } from './services.ts'

/** What the office is and by which rules it works. */
export const officeEvents = {
  officeCreated: {
    v: 3,
    data: z.strictObject({
      officeId: OfficeId,
      settings: OfficeSettings,
      school: z.boolean(),
      publicKey: z.string(),
    }),
  },
  /** A copy of the office was restored for an exercise: it is a training office from now on. */
  drillBegun: { v: 1, data: z.strictObject({}) },
  addressSet: { v: 1, data: z.strictObject({ address: OfficeAddress }) },
  printersSet: {
    v: 1,
    data: z.strictObject({
      printers: z.array(Printer),
      ticketPrinterId: PrinterId.nullable(),
      counters: z.array(z.strictObject({ counterId: CounterId, printerId: PrinterId.nullable() })),
    }),
  },
  agentSet: { v: 1, data: AgentSkills },
  /** A person answered by name (a personal row) for a version of a procedure, as its SHA-256 names it. */
  procedureValidated: {
    v: 1,
    data: z.strictObject({
      procedureId: ProcedureId,
      version: z.string(),
      hash: z.string(),
      validationId: ReasonId,
    }),
  },
  /** The office works by this package of rules, which lies beside the journal, from the dates of its versions. */
  rulesPublished: {
    v: 1,
    data: z.strictObject({
      hash: z.string(),
      name: z.string(),
      version: z.string(),
      validationId: ReasonId,
    }),
  },
  rulesWithdrawn: { v: 1, data: z.strictObject({ hash: z.string() }) },
  draftValidated: {
    v: 1,
    data: z.strictObject({ draftId: z.string(), partIds: z.array(z.string()), validationId: ReasonId }),
  },
  lawSet: { v: 1, data: z.strictObject({ law: LawSettings }) },
  rulesSet: { v: 1, data: z.strictObject({ rules: QueueRules, services: z.array(ServiceSetting) }) },
  calendarSet: { v: 1, data: z.strictObject({ calendar: Calendar, closesAt: Instant.nullable() }) },
  /** A service is added, has another name, letter, procedures or pictures, or receives again. */
  serviceSet: { v: 1, data: ServiceIdentity },
  serviceWithdrawn: { v: 1, data: z.strictObject({ serviceId: ServiceId }) },
  counterSet: { v: 1, data: CounterIdentity },
  counterWithdrawn: { v: 1, data: z.strictObject({ counterId: CounterId }) },
} as const
