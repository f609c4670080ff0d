import { CounterId, DayId, Instant, LocalDate, OfficeId, PrinterId, ReasonId, ServiceId } from '../ids.ts'
import { AgentSkills, LawSettings, OfficeAddress, OfficeSettings } from './settings.ts'
import { Calendar } from './calendar.ts'
import { Printer } from '../printing/printers.ts'
import { z } from 'zod'
import { CounterIdentity, ServiceIdentity } from './services.ts'

/** What the office is, and its days. */
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
  lawSet: { v: 1, data: z.strictObject({ law: LawSettings }) },
  calendarSet: { v: 1, data: z.strictObject({ calendar: Calendar, closesAt: Instant.nullable() }) },
  /** A service is added, has another name, letter, procedures or pictures, or receives again. */
  serviceSet: { v: 1, data: ServiceIdentity },
  serviceWithdrawn: { v: 1, data: z.strictObject({ serviceId: ServiceId }) },
  counterSet: { v: 1, data: CounterIdentity },
  counterWithdrawn: { v: 1, data: z.strictObject({ counterId: CounterId }) },
  dayOpened: {
    v: 2,
    data: z.strictObject({
      dayId: DayId,
      date: LocalDate,
      closesAt: Instant.nullable(),
      /** Services that the calendar keeps closed on this date. */
      closedServices: z.array(ServiceId),
    }),
  },
  dayClosed: { v: 1, data: z.strictObject({ dayId: DayId }) },
  serviceClosed: { v: 1, data: z.strictObject({ serviceId: ServiceId, reasonId: ReasonId.nullable() }) },
  serviceOpened: { v: 1, data: z.strictObject({ serviceId: ServiceId }) },
} as const
