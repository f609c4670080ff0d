import { z } from 'zod'
import { command, view } from './define.ts'
import { CounterId, Instant, TicketId, TicketNumber } from './ids.ts'
import { Capacity, identityKinds } from './visits.ts'

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
  'left',
  'notToAsk',
  'refusal',
  'abuse',
  'closing',
] as const
export const Situation = z.enum(situations)
export type Situation = z.infer<typeof Situation>

/** What was done otherwise than the texts and the office's rule say. */
export const lessonMistakes = [
  'turnedAway',
  'lackUnsaid',
  'sentElsewhere',
  'overtaken',
  'asSelf',
  'receivedNobody',
  'markedAway',
  'askedUnduly',
  'oralRefusal',
  'alone',
  'noTrace',
] as const
export const LessonMistake = z.enum(lessonMistakes)
export type LessonMistake = z.infer<typeof LessonMistake>

export const lessonEvents = {
  /** Who comes and when, on the training clock; a null situation is a person like any other, so that there is a line. */
  lessonBegun: {
    v: 1,
    data: z.strictObject({
      lessonId: LessonId,
      counterId: CounterId,
      arrivals: z
        .array(z.strictObject({ situation: Situation.nullable(), at: Instant }))
        .min(1)
        .max(40),
    }),
  },
  /** One of them took this ticket; `arrival` is their place in the day. */
  lessonArrived: {
    v: 1,
    data: z.strictObject({ lessonId: LessonId, arrival: z.int().min(0), ticketId: TicketId }),
  },
  /** What the sheet of an invented person said of them as their visit ended: no other fact tells it. */
  lessonSheetSeen: {
    v: 1,
    data: z.strictObject({
      ticketId: TicketId,
      capacity: Capacity.nullable(),
      identity: z.enum(identityKinds).nullable(),
    }),
  },
} as const

/** A situation of the day: `mistakes` are those made, even where the act was taken back since. */
const SituationNow = z.strictObject({
  situation: Situation,
  state: z.enum(['toCome', 'here', 'done']),
  number: TicketNumber.nullable(),
  /** When they come, or came. */
  at: Instant,
  mistakes: z.array(LessonMistake),
})

export const lessons = {
  /**
   * Begins a guided day at the counter of whoever asks, or begins it again: on a new training day where this one is under
   * way or too near its end. Whoever of the former day still waited is noted as an overnight day notes them.
   */
  'lesson.begin': command({
    roles: ['agent'],
    input: z.strictObject({ seed: z.int().optional() }),
    output: z.strictObject({ lessonId: LessonId }),
    refusals: ['notTraining', 'dayNotOpen', 'counterNotOpen', 'counterTaken'],
  }),
  /** The next person of the day comes now: the training clock goes on to their hour. */
  'lesson.next': command({
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
  'lesson.arrive': command({
    roles: [],
    input: z.strictObject({ arrival: z.int().min(0) }),
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['lessonNotBegun', 'lessonOver', 'dayNotOpen', 'serviceClosed', 'unknownService'],
  }),
  /** How the guided day goes; null of an office that is no training one, or before the day began. */
  'lesson.view': view({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({
      training: z.boolean(),
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
