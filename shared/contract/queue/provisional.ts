import { z } from 'zod'
import { command } from '../define.ts'
import { Instant, LocalDate, OfficeId, ProcedureId, ServiceId, TicketId, TicketNumber } from '../ids.ts'
import { Spoken } from '../media/spoken.ts'
import { Language, Text } from '../text.ts'
import { Purpose } from './rows.ts'

// A kiosk without an answer from its host goes on with numbers of a series of its own: « P 12 » is printed as
// provisional, kept at the kiosk, and takes its place in the line at the return.

/** Which kiosk of its station it is: made by the kiosk and kept there where it can be. It opens no other station's series. */
export const KioskId = z.uuid().brand('KioskId')
export type KioskId = z.infer<typeof KioskId>

/** « P » for the first kiosk of an office, « PA » to « PZ » for the others: no service's series has two letters. */
export const KioskSeries = z
  .string()
  .regex(/^P[A-Z]?$/)
  .brand('KioskSeries')
export type KioskSeries = z.infer<typeof KioskSeries>

/** The eight letters and figures of a paper, none of which can be taken for another. */
export const TicketCode = z.string().regex(/^[2-9A-HJ-NP-Z]{8}$/)

/** A number given while the host was away, by the host's clock as the kiosk last measured it. */
export const ProvisionalTicket = z.strictObject({
  /** Made by the kiosk before the number was shown: it is the command's id too. */
  ticketId: TicketId,
  number: TicketNumber,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  purpose: Purpose,
  lang: Language,
  code: TicketCode,
  takenAt: Instant,
  /** Since when the kiosk had no answer. */
  awaySince: Instant,
})
export type ProvisionalTicket = z.infer<typeof ProvisionalTicket>

/** A night session (a count of votes, a crisis unit) is of the day that it began, until this hour of the next, in milliseconds. */
export const night = 4 * 3_600_000

/** Tickets that one kiosk keeps at most. */
export const keptTickets = 2_000

/** What a kiosk keeps at its station to go on without its host: nobody's name, nothing that anyone typed. */
export const KioskKept = z.strictObject({
  kioskId: KioskId,
  /** Null before a first answer. */
  officeId: OfficeId.nullable(),
  /** Null before the host lent one. */
  series: KioskSeries.nullable(),
  /** The last count of the series on a date of the office. */
  date: LocalDate.nullable(),
  count: z.int().min(0).max(9_999),
  /** How far the host's clock is ahead of this machine's, in milliseconds. */
  ahead: z.int(),
  /** Not yet answered by the host, the oldest first. */
  tickets: z.array(ProvisionalTicket).max(keptTickets),
  /** What the host refused, and why: it is asked no more. */
  refused: z.array(z.strictObject({ ticket: ProvisionalTicket, code: z.string().max(40) })).max(keptTickets),
  /** What the host last said, without its waits. */
  seen: z
    .strictObject({
      officeName: z.string().max(200),
      zone: z.string().max(60),
      school: z.boolean(),
      open: z.boolean(),
      closesAt: Instant.nullable(),
      reopensAt: Instant.nullable(),
      services: z
        .array(z.strictObject({ serviceId: ServiceId, letter: z.string().max(2), name: Text }))
        .max(100),
      motives: z
        .array(
          z.strictObject({
            serviceId: ServiceId,
            procedureId: ProcedureId.nullable(),
            purpose: Purpose,
            title: Text,
            /** Whether tickets were given for it. */
            tickets: z.boolean(),
          }),
        )
        .max(500),
    })
    .nullable(),
})
export type KioskKept = z.infer<typeof KioskKept>

/** The offices that a kiosk was of, the present one first: the training site beside the real one. */
export const KioskFile = z.array(KioskKept).max(4)
export type KioskFile = z.infer<typeof KioskFile>

/** A number as the station prints it without its host. */
export const ProvisionalPaper = z.strictObject({
  number: TicketNumber,
  officeName: z.string().max(200),
  service: z.string().max(2_000),
  takenAt: Instant,
  zone: z.string().max(60),
  code: TicketCode,
  school: z.boolean(),
  spoken: Spoken.optional(),
})
export type ProvisionalPaper = z.infer<typeof ProvisionalPaper>

export const provisional = {
  /** The series of this kiosk, asked once a day while the host answers: two kiosks never have the same. */
  'series.lend': command({
    pace: { kiosk: 'series' },
    roles: ['kiosk'],
    input: z.strictObject({ kioskId: KioskId }),
    output: z.strictObject({
      officeId: OfficeId,
      series: KioskSeries,
      date: LocalDate,
      /** The last count that joined the line on this date. */
      count: z.int().min(0),
    }),
    refusals: ['officeNotCreated', 'seriesExhausted'],
  }),
  /**
   * A provisional ticket joins the line at the hour when it was taken, under its printed number. When its day is
   * over, it leaves the trace of somebody who was not received, by the service's doing; while it is not opened yet, it is
   * asked again.
   */
  'ticket.join': command({
    names: ['kioskPaper'],
    onLimited: 'beside',
    kept: true,
    pace: { kiosk: 'joins' },
    roles: ['kiosk'],
    input: ProvisionalTicket.extend({ kioskId: KioskId }),
    output: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      takenAt: Instant,
      received: z.enum(['waiting', 'missed']),
    }),
    refusals: [
      'officeNotCreated',
      'unknownService',
      'dayNotOpen',
      'seriesNotLent',
      'numberUsed',
      'codeUsed',
      'joinTooLate',
    ],
  }),
} as const
