import { z } from 'zod'
import { command, view } from '../define.ts'
import { AppointmentId, Instant, LocalDate, ProcedureId, ServiceId, TicketId, TicketNumber } from '../ids.ts'
import { Claim } from '../queue/rules.ts'
import { Arrangement } from '../queue/rows.ts'
import { Language, Text } from '../text.ts'
import { longestName } from '../longestName.ts'
import { Announced } from '../waits/waits.ts'
import { importCodes } from './importCodes.ts'
import { longestCalendar } from './sending.ts'
import { mostSources, SourceStanding } from './sources.ts'
import { written } from '../typed.ts'

/** What the journal holds of an appointment: when, for what, how many files. Name, code and numbers are a personal row. */
export const AppointmentFacts = z.strictObject({
  appointmentId: AppointmentId,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  startsAt: Instant,
  minutes: z.int().min(1).max(480),
  files: z.int().min(1).max(20),
})
export type AppointmentFacts = z.infer<typeof AppointmentFacts>

/** Kept until the call only, save the code and the pre-application numbers, kept until the visit ends. */
export const AppointmentPerson = z.strictObject({
  name: z.string().nullable(),
  code: z.string(),
  uid: z.string().nullable(),
  preApplications: z.array(z.string()),
  /** It was cancelled here, and the source that keeps it is to be told: nothing else of the person is left. */
  cancelled: z.literal(true).optional(),
})
export type AppointmentPerson = z.infer<typeof AppointmentPerson>

/** One line of the report of an import: its line in the file, what became of it, and what the file had there. */
export const ImportLine = z.strictObject({
  line: z.int(),
  state: z.enum(['taken', 'changed', 'cancelled', 'skipped']),
  code: z.enum(importCodes),
  text: z.string(),
})
export type ImportLine = z.infer<typeof ImportLine>

export const Slot = z.strictObject({ startsAt: Instant, minutes: z.int() })
export type Slot = z.infer<typeof Slot>

export const bookingCalls = {
  /**
   * A calendar file, iCalendar or CSV: what can be read is taken, the report names the rest line by line. Of a file that was
   * sent in parts, `text` is the last one, and `sha256` that of the whole text in UTF-8.
   */
  'appointment.import': command({
    by: 'appointments',
    decided: true,
    // What the file had there may be a name: the answer kept says the lines alone.
    shownOnce: 'report[].text',
    inParts: 'calendar.send',
    givesWay: true,
    pace: { integration: 'imports' },
    roles: ['admin', 'supervisor', 'integration'],
    input: z.strictObject({
      // More than a message holds: a station of the version before sends all of it at once, and is told how.
      text: z.string().max(longestCalendar),
      format: z.enum(['ics', 'csv']).optional(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    output: z.strictObject({ taken: z.int(), skipped: z.int(), report: z.array(ImportLine).max(5001) }),
    refusals: [
      'officeNotCreated',
      'calendarIncomplete',
      'calendarUnreadable',
      'calendarTooHeavy',
      'calendarsWaiting',
    ],
  }),
  /**
   * The person with an appointment is here: by code, by name, or by the appointment itself; a ticket comes out. So does who
   * comes from another office with the code of a place kept (`keptFrom`).
   */
  'appointment.arrive': command({
    repeats: 'appointment',
    onLimited: 'beside',
    pace: { kiosk: 'numbers', integration: 'numbers' },
    roles: ['kiosk', 'agent'],
    input: z.strictObject({
      appointmentId: AppointmentId.optional(),
      code: written.max(40).optional(),
      name: written.max(longestName).optional(),
      /** The hour that the person says of it, in minutes of the office's day: it tells apart those that a name finds. */
      minute: z.int().min(0).max(1439).optional(),
      lang: Language.optional(),
      arrangements: z.array(Arrangement).max(6).optional(),
      priority: Claim.optional(),
    }),
    output: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      serviceId: ServiceId,
      code: z.string(),
      takenAt: Instant,
      /** Null for a place kept. */
      startsAt: Instant.nullable(),
      /** The hour of arrival elsewhere, which is the person's rank here. */
      keptFrom: Instant.optional(),
      /** Late beyond the tolerance: the rank of who came without an appointment. */
      late: z.boolean(),
      announced: Announced.nullable(),
    }),
    refusals: [
      'officeNotCreated',
      'dayNotOpen',
      'unknownAppointment',
      'appointmentNotToday',
      'appointmentAlreadyHere',
      'appointmentAmbiguous',
      'seriesExhausted',
      'unknownGround',
      'groundNotPublished',
      'proofMissing',
    ],
  }),
  /** A slot is given: to who could not be sure of being received, or to anyone who asks. */
  'appointment.book': command({
    repeats: 'appointment',
    pace: { kiosk: 'bookings', integration: 'softwareBookings' },
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject({
      serviceId: ServiceId,
      procedureId: ProcedureId.optional(),
      startsAt: Instant,
      files: z.int().min(1).max(20).optional(),
      name: written.max(longestName).optional(),
      /** The paper is in this language too; French alone when absent. */
      lang: Language.optional(),
      /** Of the pre-applications made online, one a person. */
      numbers: z.array(written.min(1).max(40)).max(20).optional(),
    }),
    output: z.strictObject({ appointmentId: AppointmentId, code: z.string(), startsAt: Instant }),
    refusals: [
      'officeNotCreated',
      'unknownService',
      'unknownProcedure',
      'timeInPast',
      'slotTaken',
      'malformedNumber',
      'nameMalformed',
    ],
  }),
  /** An appointment that the office gave goes to another free hour: the same code, another paper, and its calendar is told. */
  'appointment.move': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ appointmentId: AppointmentId, startsAt: Instant }),
    output: z.strictObject({ startsAt: Instant }),
    refusals: [
      'officeNotCreated',
      'unknownAppointment',
      'appointmentAlreadyHere',
      'appointmentKeptElsewhere',
      'timeInPast',
      'slotTaken',
    ],
  }),
  'appointment.cancel': command({
    pace: { integration: 'softwareBookings' },
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ appointmentId: AppointmentId }),
    output: z.strictObject({}),
    refusals: [
      'officeNotCreated',
      'unknownAppointment',
      'appointmentAlreadyHere',
      'appointmentKeptElsewhere',
    ],
  }),
  /** Appointments of a date (today when none is given): anonymity protects those who walk in. */
  'appointments.view': view({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ date: LocalDate.optional() }),
    output: z.strictObject({
      date: LocalDate,
      total: z.int(),
      appointments: z
        .array(
          z.strictObject({
            appointmentId: AppointmentId,
            serviceId: ServiceId,
            service: Text,
            title: Text,
            startsAt: Instant,
            minutes: z.int(),
            files: z.int(),
            name: z.string().nullable(),
            code: z.string().nullable(),
            state: z.enum(['expected', 'late', 'here', 'received', 'missed']),
            number: TicketNumber.nullable(),
            /** It is kept in the source: cancelled there. */
            keptElsewhere: z.literal(true).optional(),
            /** It is kept in a source that cancels it with the office, and says so to its person itself. */
            toldElsewhere: z.literal(true).optional(),
            /** The office gave it: it may be moved here. */
            given: z.literal(true).optional(),
            /** The source, or a file, has it no more, though its person is here: nothing is removed. */
            goneOutside: z.literal(true).optional(),
          }),
        )
        .max(200),
      /** Where the list comes from by itself, and how old each is; empty when it comes from files alone. */
      sources: z.array(SourceStanding).max(mostSources).default([]),
      /** The next free slots of each service that gives some. */
      slots: z.array(z.strictObject({ serviceId: ServiceId, service: Text, slots: z.array(Slot) })),
    }),
  }),
} as const
