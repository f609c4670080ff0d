import { z } from 'zod'
import { read, view } from '../define.ts'
import { DocumentKind } from '../documents/kinds.ts'
import { Outcome } from '../queue/outcomes.ts'
import { AgentId, Instant, LocalDate, ServiceId, TicketNumber } from '../ids.ts'
import { StationInTrouble } from '../network/calls.ts'
import { DayState, CounterNow } from '../queue/waiting.ts'
import { QueueRules, ServiceSetting } from '../queue/rules.ts'
import { Text } from '../text.ts'
import { AbsentTicket, ParkedTicket, WaitingTicket } from '../queue/rows.ts'
import { CallCode, Fault } from '../queue/reasons.ts'
import { Resource, ServiceClosed, WaitSaid } from '../waits/waits.ts'
import { ToDecide } from './toDecide.ts'

const seconds = z.int().min(0)

/**
 * Whether a wait is at least what is said, rather than just that: too many of these people were never called for it to be
 * known. A host of an older version counted those who were called alone.
 */
const atLeasts = {
  medianAtLeast: z.boolean().default(false),
  p90AtLeast: z.boolean().default(false),
} as const

/** Waits of a group of people, in seconds; null where fewer than five would be told apart (small cells). */
export const WaitFigures = z.strictObject({
  people: z.int().nullable(),
  /** Received at a counter, of these people. */
  received: z.int().nullable().default(null),
  median: seconds.nullable(),
  p90: seconds.nullable(),
  ...atLeasts,
  /** Share refused with reasons, 0 to 1. */
  refused: z.number().nullable(),
})

export const HalfHour = z.strictObject({
  from: Instant,
  /** Its end, where it is longer than half an hour: few people came in each of those that are told together. */
  until: Instant.optional(),
  people: z.int(),
  announcedP50: seconds.nullable(),
  announcedP90: seconds.nullable(),
  measured: seconds.nullable(),
  measuredAtLeast: z.boolean().default(false),
})

/** P90's real coverage: among those to whom a wait was announced, the share called before it (90 % aimed at). */
export const Coverage = z.strictObject({ announced: z.int(), within: z.int() })

export const DayFigures = z.strictObject({
  date: LocalDate,
  serviceId: ServiceId,
  tickets: z.int(),
  received: z.int(),
  left: z.int(),
  absent: z.int(),
  unserved: z.int(),
  medianWait: seconds.nullable(),
  p90Wait: seconds.nullable(),
  ...atLeasts,
  overtakes: z.int(),
  coverage: Coverage,
})
export type DayFigures = z.infer<typeof DayFigures>

/** A whole day, all services together. A host of the version before gives none. */
export const WholeDay = DayFigures.omit({ serviceId: true })
export type WholeDay = z.infer<typeof WholeDay>

/** A day whose people are not told, of one service or of all (null): they are few, or would tell of others who are. */
export const UnsaidDay = z.strictObject({
  date: LocalDate,
  serviceId: ServiceId.nullable(),
  hidden: z.enum(['few', 'beside']),
})
export type UnsaidDay = z.infer<typeof UnsaidDay>

const period = z.strictObject({ from: LocalDate, to: LocalDate })

export const supervision = {
  /** Everything that supervision shows of the present, decisions first. Counters have numbers; nobody is timed or ranked. */
  'supervision.view': view({
    roles: ['supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      officeName: z.string(),
      zone: z.string(),
      school: z.boolean(),
      day: DayState.nullable(),
      lastTickets: z.boolean(),
      decisions: z.array(ToDecide).max(50),
      /** Beside the decisions, which a station of an older version reads whole. */
      stations: z.array(StationInTrouble).max(50).default([]),
      resource: Resource.nullable(),
      /** Until when the kiosk says « vous devriez être reçu », as far as is known now. */
      sureUntil: Instant.nullable(),
      total: z.int(),
      services: z.array(
        z.strictObject({
          serviceId: ServiceId,
          name: Text,
          targetMinutes: z.int(),
          waiting: z.int(),
          received: z.int(),
          left: z.int(),
          absent: z.int(),
          unserved: z.int(),
          atRisk: z.int(),
          medianWait: seconds.nullable(),
          p90Wait: seconds.nullable(),
          ...atLeasts,
          wait: WaitSaid.nullable(),
          openCounters: z.int(),
          closed: ServiceClosed.nullable(),
          /** Tickets of the day that are left, where a local rule limits them. */
          ticketsLeft: z.int().nullable().default(null),
          coverage: Coverage,
        }),
      ),
      /** The waits of all the services together. */
      overall: z
        .strictObject({ medianWait: seconds.nullable(), p90Wait: seconds.nullable(), ...atLeasts })
        .nullable()
        .default(null),
      counters: z.array(
        CounterNow.extend({
          /** Whose it is, where it is open: what closes it names them, and falls on nobody else. */
          heldBy: AgentId.optional(),
          /** Closed by a supervisor: since when and why, and for whom it opens again if that was a mistake. */
          closedFor: z
            .strictObject({ at: Instant, reason: z.string().nullable(), agentId: AgentId })
            .nullable()
            .default(null),
        }),
      ),
      /** Announced against measured, by half-hour of arrival. */
      curve: z.array(HalfHour).max(48),
      overtakes: z.strictObject({
        calls: z.int(),
        byReason: z.array(z.strictObject({ code: CallCode, calls: z.int(), people: z.int() })),
        /** Calls by a priority whose proof nobody saw, as the person never came: they have no reason. */
        unanswered: z.int().default(0),
        /** The most often that one person was overtaken today. */
        most: z.int(),
        outOfOrder: z
          .array(z.strictObject({ number: TicketNumber, at: Instant, reason: z.string().nullable() }))
          .max(20),
      }),
      /** Pieces that an administration holds, asked all the same today: how often, by exchange (CRPA L114-10). */
      askedAgain: z.array(z.strictObject({ exchangeId: z.string(), title: z.string(), times: z.int() })),
      /** Three counts, since one is not another: what was issued, what came out of a printer, what was noted as handed over. */
      traces: z.strictObject({
        /** A host of the version before counts neither. */
        printed: z.int().default(0),
        handed: z.int().default(0),
        documents: z.array(z.strictObject({ kind: DocumentKind, count: z.int() })),
        ended: z.int(),
      }),
      reception: z.strictObject({
        information: z.int(),
        telephone: z.int(),
        interruptions: z.int(),
      }),
      parked: z.array(ParkedTicket).max(200),
      absent: z.array(AbsentTicket).max(200),
      /** Neither served nor traced: the closing goes through them. */
      unsettled: z.strictObject({
        total: z.int(),
        tickets: z
          .array(WaitingTicket.extend({ state: z.enum(['waiting', 'called', 'serving', 'parked']) }))
          .max(200),
      }),
    }),
  }),
  /** Figures by day and service, without what goes unsaid of the days that are over. Both dates included, 400 days at most. */
  'history.days': read({
    pace: { supervisor: 'figures', admin: 'figures', integration: 'figures' },
    roles: ['supervisor', 'admin'],
    input: period,
    output: z.strictObject({
      days: z.array(DayFigures).max(11_000),
      wholes: z.array(WholeDay).max(400).default([]),
      unsaid: z.array(UnsaidDay).max(11_400).default([]),
    }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
  /** One day, by half-hour of arrival, and what became of everyone. */
  'history.day': read({
    pace: { supervisor: 'figures', admin: 'figures', integration: 'figures' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ date: LocalDate }),
    output: z.strictObject({
      curve: z.array(HalfHour).max(48),
      services: z.array(DayFigures),
      whole: WholeDay.nullable().default(null),
      unsaid: z.array(UnsaidDay).max(101).default([]),
      outcomes: z.array(z.strictObject({ outcome: Outcome, count: z.int() })),
      faults: z.array(z.strictObject({ fault: Fault, left: z.int(), absent: z.int(), unserved: z.int() })),
      overtakes: z.array(z.strictObject({ code: CallCode, calls: z.int(), people: z.int() })),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** Equality of treatment over a period: wait and refusal by part of the day, service, priority, help asked. */
  'history.equality': read({
    pace: { supervisor: 'figures', admin: 'figures', integration: 'figures' },
    roles: ['supervisor', 'admin'],
    input: period,
    output: z.strictObject({
      morning: WaitFigures,
      afternoon: WaitFigures,
      priority: WaitFigures,
      arrangement: WaitFigures,
      everyone: WaitFigures,
      services: z.array(WaitFigures.extend({ serviceId: ServiceId })),
      coverage: z.array(Coverage.extend({ serviceId: ServiceId })),
      /** The coverage of all the services together. */
      held: Coverage.nullable().default(null),
    }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
  /** The figures of days and their equality as a file, with units in the headings: CSV, or a spreadsheet. */
  'history.export': read({
    pace: { supervisor: 'exports', admin: 'exports', integration: 'exports' },
    roles: ['supervisor', 'admin'],
    input: period.extend({ format: z.enum(['csv', 'ods']) }),
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated', 'badPeriod'],
  }),
  /** « Essayer un réglage »: a past day played again through the real rule, as it was and with other settings. */
  'rules.try': read({
    pace: { supervisor: 'exports', admin: 'exports' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({
      date: LocalDate,
      rules: QueueRules.partial().optional(),
      services: z.array(ServiceSetting).max(26).optional(),
    }),
    output: z.strictObject({
      date: LocalDate,
      people: z.int(),
      groups: z.array(
        z.strictObject({
          /** A service, or everyone with a priority. */
          serviceId: ServiceId.nullable(),
          people: z.int(),
          before: z.strictObject({ median: seconds.nullable(), p90: seconds.nullable(), unserved: z.int() }),
          after: z.strictObject({ median: seconds.nullable(), p90: seconds.nullable(), unserved: z.int() }),
        }),
      ),
      overtakes: z.strictObject({ before: z.int(), after: z.int() }),
    }),
    refusals: ['officeNotCreated', 'unknownService', 'nothingThatDay', 'fewThatDay'],
  }),
} as const
