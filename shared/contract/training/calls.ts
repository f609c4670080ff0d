import { z } from 'zod'
import { command, view } from '../define.ts'
import { Instant, TicketNumber } from '../ids.ts'

// The guided day: people who come by themselves to the counter, each with a situation, and what became of it. An office
// that is no training one has none of these facts.

export const LessonId = z.uuid().brand('LessonId')
export type LessonId = z.infer<typeof LessonId>

/** What a person may bring to a counter that has to be learnt, in the order of the day. */
export const situations = [
  'noPaper',
  'incomplete',
  'wrongOffice',
  'priority',
  'mandate',
  'lateAppointment',
  'notToAsk',
  'refusal',
  'abuse',
  'closing',
] as const
/** `left` came in the days of earlier versions. */
export const Situation = z.enum([...situations, 'left'])
export type Situation = z.infer<typeof Situation>

/** What was done otherwise than the texts and the office's rule say. */
export const lessonMistakes = [
  'turnedAway',
  'identitySeen',
  'identityUnsaid',
  'lackUnsaid',
  'sentElsewhere',
  'overtaken',
  'asSelf',
  'lateFirst',
  'lateTurnedAway',
  'receivedNobody',
  'markedAway',
  'askedUnduly',
  'oralRefusal',
  'alone',
  'noTrace',
] as const
export const LessonMistake = z.enum(lessonMistakes)
export type LessonMistake = z.infer<typeof LessonMistake>

/** A situation of the day: `mistakes` are those made, even where the act was taken back since. */
const SituationNow = z.strictObject({
  situation: Situation,
  state: z.enum(['toCome', 'here', 'done']),
  number: TicketNumber.nullable(),
  /** When they come, or came. */
  at: Instant,
  mistakes: z.array(LessonMistake),
  /** Of who comes late to an appointment: its hour, and how late the office admits, in minutes. */
  late: z.strictObject({ startsAt: Instant, admittedMinutes: z.int() }).nullable().default(null),
})

export const trainingCalls = {
  /**
   * Begins a guided day at the counter of whoever asks; where one is under way, another on a new training day. Whoever of
   * the former day still waited is noted as an overnight day notes them.
   */
  'training.begin': command({
    by: 'training',
    decided: true,
    roles: ['agent'],
    input: z.strictObject({ seed: z.int().optional() }),
    output: z.strictObject({ lessonId: LessonId }),
    refusals: ['notTraining', 'dayNotOpen', 'counterNotOpen', 'counterTaken'],
  }),
  /**
   * Gives the training site back as new: its sample office, and nothing of what was lived in it (visits, papers, files, the
   * till). Stations stay paired; the host starts again, its pages come back by themselves, and a guided day begins at the
   * counter of whoever asked. Refused where the journal is not this machine's alone, and always of a real office.
   */
  'training.reset': command({
    by: 'training',
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['notTraining', 'trainingShared'],
  }),
  /** The next person of the day comes now: the training clock goes on to their hour. */
  'training.next': command({
    by: 'training',
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: [
      'notTraining',
      'lessonNotBegun',
      'lessonOver',
      'dayNotOpen',
      'serviceClosed',
      'unknownService',
    ],
  }),
  /** A person of the day takes their ticket. The host alone does it, at their hour. */
  'training.arrive': command({
    roles: [],
    input: z.strictObject({ arrival: z.int().min(0) }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['lessonNotBegun', 'lessonOver', 'dayNotOpen', 'serviceClosed', 'unknownService'],
  }),
  /** How the guided day goes; null of an office that is no training one, or before the day began. */
  'training.view': view({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({
      training: z.boolean(),
      /** Whether this training site can be given back as new from here. */
      renewable: z.boolean().default(false),
      lesson: z
        .strictObject({
          lessonId: LessonId,
          situations: z.array(SituationNow).max(40),
          /** People still to come, those without a situation too. */
          toCome: z.int().min(0),
        })
        .nullable(),
    }),
  }),
} as const
