import { z } from 'zod'
import { command, view } from '../define.ts'
import { PrinterId, ServiceId } from '../ids.ts'
import { Text } from '../text.ts'
import { PlannedHalfHour } from '../waits/waits.ts'
import { written } from '../typed.ts'

/**
 * Grounds of priority: a closed list, never a medical reason. Those of the law, a legal deadline that expires today,
 * and those that an office itself may publish. Titles, articles and proofs are data (shared/procedures/grounds.ts).
 */
export const groundIds = [
  'cmiInvalidite',
  'cmiPriorite',
  'familyCard',
  'warInvalid',
  'deadlineToday',
  'visiblePregnancy',
  'faintness',
] as const
export const GroundId = z.enum(groundIds)
export type GroundId = z.infer<typeof GroundId>

/** Grounds that no text gives: an office publishes them, or they don't exist. */
export const localGroundIds = ['visiblePregnancy', 'faintness'] as const
export const LocalGroundId = z.enum(localGroundIds)

/**
 * How a ground was proved: *seen*, never copied. `toShow` is what the kiosk can say: the agent who calls will see it.
 * `card2dDoc` is the mobility card's own code, read by a machine.
 */
export const Proof = z.enum(['card', 'card2dDoc', 'helperCard', 'deadline', 'seen', 'toShow'])
export type Proof = z.infer<typeof Proof>

/**
 * What a ground gives: a priority by a text, the right to be received today before a deadline expires (which changes
 * nothing of the order), or a priority by the rule that the office published.
 */
export const Priority = z.enum(['law', 'deadline', 'local'])
export type Priority = z.infer<typeof Priority>

/** A ground as it is claimed: which one, and by what proof it was seen. */
export const Claim = z.strictObject({
  groundId: GroundId,
  proof: Proof.optional(),
  /** The holder's companion is here too (CASF L241-3). */
  companion: z.boolean().optional(),
})
export type Claim = z.infer<typeof Claim>

/** A ground as pages show it. */
export const Ground = z.strictObject({
  groundId: GroundId,
  title: Text,
  priority: Priority,
  proofs: z.array(z.strictObject({ proof: Proof, title: Text })),
  /** « CASF, art. L241-3 »; « règle locale » for those of the office. */
  source: z.string(),
  toConfirm: z.boolean(),
  companion: z.boolean(),
})
export type Ground = z.infer<typeof Ground>

/**
 * What an office decides for a service's line. Generalised c-mu rule (van Mieghem 1995): among those who may be called,
 * the largest weight × wait ÷ target², which is plain order of arrival while targets and weights are equal.
 */
export const ServiceRule = z.strictObject({
  /** Wait aimed at, in minutes. */
  targetMinutes: z.int().min(1).max(480),
  /** Past this wait, in minutes, a person comes before targets and weights; null for none. */
  maximumMinutes: z.int().min(1).max(1440).nullable(),
  weight: z.int().min(1).max(100),
  /** After so many priorities in a row somebody else is called: a local rule, off (null) unless the office decides it. */
  cap: z.int().min(1).max(50).nullable(),
  /**
   * So many tickets a day at most, appointments apart: a local rule, none unless the office decides it. With the text that
   * founds it; null where the office's own decision does. Absent of rules set before.
   */
  quota: z
    .strictObject({ tickets: z.int().min(1).max(9000), text: written.min(1).max(200).nullable() })
    .nullable()
    .optional(),
})
export type ServiceRule = z.infer<typeof ServiceRule>
export const usualServiceRule: ServiceRule = { targetMinutes: 15, maximumMinutes: 60, weight: 1, cap: null }

const DayMinutes = z.int().min(0).max(1440)

/** The pace of a kiosk: so many tickets at once, then one every so many seconds. */
export const KioskPace = z.strictObject({
  burst: z.int().min(20).max(100_000),
  seconds: z.int().min(1).max(60),
})

/** What an office decides for all its lines. */
export const QueueRules = z.strictObject({
  /** An absence needs so many calls, and so many seconds since the last one. */
  absentCalls: z.int().min(1).max(10),
  absentDelaySeconds: z.int().min(0).max(600),
  /** An absent person back within so many minutes finds their place again. */
  returnToleranceMinutes: z.int().min(0).max(480),
  /** An appointment is called from so many minutes before its hour. */
  appointmentEarlyMinutes: z.int().min(0).max(120),
  /** Arrived later than this, a person with an appointment has the rank of who came without one. */
  appointmentLateMinutes: z.int().min(0).max(240),
  /** Nobody is overtaken more often than this, save by the law's priorities; null for no limit. */
  overtakesPerPerson: z.int().min(1).max(50).nullable(),
  /** The code printed on the ticket is asked at the counter. */
  checkCode: z.boolean(),
  localGrounds: z.array(LocalGroundId).max(localGroundIds.length),
  /** The waiting room hears the calls. */
  voice: z.boolean(),
  /** Each call again in the ticket's language, after French. Absent of rules set before: it is. */
  voiceInTheirs: z.boolean().optional(),
  /** Spans without a sound, minutes since midnight in the office's zone. */
  silentHours: z.array(z.tuple([DayMinutes, DayMinutes])).max(6),
  /** Tickets that one kiosk gives at most. Absent: the usual pace (`paces.numbers`), which a crowd never reaches. */
  kioskPace: KioskPace.optional(),
  /** A code shown in the hall gives tickets on telephones. Absent: it does not. */
  hallTickets: z.boolean().optional(),
  /** Counters planned by weekday (1 Monday to 7 Sunday); of a weekday that is not there, those of the last like day. */
  plannedCounters: z
    .array(
      z.strictObject({ weekday: z.int().min(1).max(7), halfHours: z.array(PlannedHalfHour).min(1).max(48) }),
    )
    .max(7)
    .optional(),
  /** Where the morning sheet is printed each day; null prints it on request only. */
  sheetPrinterId: PrinterId.nullable(),
})
export type QueueRules = z.infer<typeof QueueRules>
export const usualRules: QueueRules = {
  absentCalls: 2,
  absentDelaySeconds: 30,
  returnToleranceMinutes: 30,
  appointmentEarlyMinutes: 10,
  appointmentLateMinutes: 15,
  overtakesPerPerson: null,
  checkCode: false,
  localGrounds: [],
  voice: true,
  silentHours: [],
  sheetPrinterId: null,
}

/** Whom a service receives: who comes as they are, who has an appointment, who collects a title. */
export const Access = z.enum(['walkIn', 'appointment', 'collection'])
export type Access = z.infer<typeof Access>

/** The queue's rule as it is published: one French paragraph is made from it (shared/messages/queue/rule.fr.ts). */
export const PublishedRule = z.strictObject({
  appointments: z.boolean(),
  appointmentLateMinutes: z.int(),
  localGrounds: z.array(Text),
  /** Services where a local rule lets somebody else pass after so many priorities. */
  caps: z.array(z.strictObject({ service: Text, cap: z.int() })),
  maximums: z.array(z.strictObject({ service: Text, minutes: z.int() })),
  /** Services whose tickets of a day are counted, and by which text; null for the office's own rule. */
  quotas: z
    .array(z.strictObject({ service: Text, tickets: z.int(), text: z.string().nullable() }))
    .default([]),
  /** Whether targets or weights differ: else the rest is plain order of arrival. */
  weighted: z.boolean(),
  targets: z.array(z.strictObject({ service: Text, minutes: z.int(), weight: z.int() })),
  overtakesPerPerson: z.int().nullable(),
  absentCalls: z.int(),
  returnToleranceMinutes: z.int(),
})
export type PublishedRule = z.infer<typeof PublishedRule>

/** What an office decides for one of its services. */
export const ServiceSetting = z.strictObject({
  serviceId: ServiceId,
  rule: ServiceRule,
  access: z.array(Access).min(1).max(3),
  /** Appointments begin every so many minutes; null when the service gives none here. */
  slotMinutes: z.int().min(5).max(240).nullable(),
})
export type ServiceSetting = z.infer<typeof ServiceSetting>

export const rules = {
  /** The queue's rule: what is not given stays. */
  'rules.set': command({
    roles: ['admin', 'supervisor'],
    input: z.strictObject({
      rules: QueueRules.partial().optional(),
      services: z.array(ServiceSetting).max(26).optional(),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownService', 'unknownPrinter', 'nameMalformed'],
  }),
  /** The rule on paper, for whoever asks. */
  'rules.print': command({
    pace: { kiosk: 'papers', agent: 'papers', supervisor: 'papers' },
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({ printed: z.boolean() }),
    refusals: ['officeNotCreated', 'noPrinter'],
  }),
  'rules.view': view({
    roles: ['kiosk', 'display', 'agent', 'supervisor', 'admin', 'integration'],
    input: z.strictObject({}),
    output: z.strictObject({
      rule: PublishedRule.nullable(),
      rules: QueueRules.nullable(),
      services: z.array(ServiceSetting.extend({ name: Text })),
      grounds: z.array(Ground),
    }),
  }),
} as const
