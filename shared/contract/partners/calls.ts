import { z } from 'zod'
import { command, read } from '../define.ts'
import { Instant, ProcedureId, ServiceId, TicketId } from '../ids.ts'
import { Text } from '../text.ts'
import { PlaceKept } from '../appointments/keptPlace.ts'
import { onRequest } from '../onRequest.ts'

// Offices that work together: a person sent from one to another keeps, where both agreed, their hour of arrival.

/** An office that this one agreed with, by the short name that its own file gives it. */
export const PartnerId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .brand('PartnerId')
export type PartnerId = z.infer<typeof PartnerId>

/** What an office accepts from those it agreed with: how many people a day, and for which of its services. */
export const PlacesRule = z.strictObject({
  /** 0: nobody. */
  perDay: z.int().min(0).max(30),
  services: z.array(ServiceId).max(26),
})
export type PlacesRule = z.infer<typeof PlacesRule>
export const noPlaces: PlacesRule = { perDay: 0, services: [] }

/**
 * The question that one office asks another for one person: ours, kept before it is asked, so that a question repeated after
 * an answer was lost is the same place, and a place that nobody wants any more can be given back. It is the
 * `idempotency-key` of `partners.requestPlace`.
 */
export const PlaceRequestId = z.uuid().brand('PlaceRequestId')
export type PlaceRequestId = z.infer<typeof PlaceRequestId>

/** What another office is asked: a place for a procedure, at the rank of an hour of arrival; the same each time that it is asked. */
export const PlaceQuestion = z.strictObject({ procedureId: ProcedureId, arrivedAt: Instant })

/** How a place that nobody wants any more ended: given back, used before it was, or refused by the other office's own rule. */
export const placeReturns = ['returned', 'used', 'refused'] as const

/** What the other office answered. `refused`: its own rule, by its code; `unreachable`: nobody answered. */
export const PlaceAnswer = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('kept'), place: PlaceKept }),
  z.strictObject({ is: z.literal('refused'), why: z.string().regex(/^[a-z][A-Za-z]{1,39}$/) }),
  z.strictObject({ is: z.literal('unreachable') }),
])
export type PlaceAnswer = z.infer<typeof PlaceAnswer>

const partnerFields = { partnerId: PartnerId, name: z.string().min(1).max(200) }

export const partners = {
  /** How many people a day this office takes, at their hour of arrival, from those it agreed with. */
  'partners.setPlaces': command({
    roles: ['admin'],
    input: PlacesRule,
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownService', 'placesWithoutService'],
  }),
  'partners.places': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      rule: PlacesRule,
      today: z.int().min(0),
      services: z.array(z.strictObject({ serviceId: ServiceId, name: Text })).max(26),
    }),
    refusals: ['officeNotCreated'],
  }),
  /**
   * Another office asks a place for a person whom it sends: with the hour at which they came there, or an appointment where
   * the service receives by appointment alone. By the token of an office that agreed.
   */
  'partners.requestPlace': command({
    repeats: 'appointment',
    pace: { integration: 'places' },
    roles: ['integration'],
    input: PlaceQuestion,
    output: PlaceKept,
    refusals: [
      'officeNotCreated',
      'placesNotOffered',
      'placeGivenUp',
      'placeNotHere',
      'placesFull',
      'arrivalNotToday',
      'dayNotOpen',
      'serviceClosed',
      'noSlot',
      'timeInPast',
      'slotTaken',
    ],
  }),
  /** The office that asked gives the place back, by its question: asked again, it answers the same. */
  'partners.withdrawPlace': command({
    pace: { integration: 'places' },
    roles: ['integration'],
    input: z.strictObject({ requestId: PlaceRequestId }),
    output: z.strictObject({ withdrawn: z.boolean() }),
    refusals: ['officeNotCreated', 'placeUsed'],
  }),
  /** The offices that this one may ask, by the file that whoever installed it wrote. */
  'partners.list': read({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      partners: z.array(z.strictObject(partnerFields)).max(100),
      /** How many give their figures to the partners' view. */
      figures: z.int().min(0),
    }),
    refusals: ['partnersUnreadable', 'partnersExposed'],
  }),
  /**
   * A place elsewhere for the person received here: asked now, answered with what the other office said. Asked again of the
   * same office, it is the same place; of another one, the first is given back.
   */
  'partners.askPlace': command({
    by: 'partners',
    pace: { agent: 'elsewhere' },
    roles: ['agent'],
    input: z.strictObject({ ...onRequest, partnerId: PartnerId }),
    output: z.strictObject({ partnerId: PartnerId, answer: PlaceAnswer }),
    refusals: [
      'counterNotOpen',
      'nobodyServed',
      'requestOver',
      'ticketNotHere',
      'placeGivenUp',
      'placeWithoutProcedure',
      'unknownPartner',
      'partnersUnreadable',
      'partnersExposed',
    ],
  }),
  /** The person received here goes to no other office after all: what was asked for them is given back. */
  'partners.giveUpPlace': command({
    roles: ['agent'],
    input: z.strictObject(onRequest),
    output: z.strictObject({}),
    refusals: ['counterNotOpen', 'nobodyServed', 'requestOver'],
  }),
  /** What the host itself notes: the question before it is asked, its answer, and what became of it. Nobody asks it through a door. */
  'partners.beginAsking': command({
    roles: [],
    input: z.strictObject({ ...onRequest, partnerId: PartnerId }),
    output: z.strictObject({
      requestId: PlaceRequestId,
      ticketId: TicketId,
      question: PlaceQuestion,
    }),
    refusals: ['counterNotOpen', 'nobodyServed', 'requestOver', 'placeWithoutProcedure'],
  }),
  'partners.noteAnswer': command({
    repeats: 'sheet',
    onLimited: 'beside',
    roles: [],
    input: z.strictObject({
      partnerId: PartnerId,
      ticketId: TicketId,
      requestId: PlaceRequestId,
      answer: PlaceAnswer,
    }),
    output: z.strictObject({ partnerId: PartnerId, answer: PlaceAnswer }),
    refusals: ['counterNotOpen', 'nobodyServed', 'ticketNotHere', 'placeGivenUp'],
  }),
  'partners.noteReturn': command({
    roles: [],
    input: z.strictObject({ requestId: PlaceRequestId, how: z.enum(placeReturns) }),
    output: z.strictObject({}),
    refusals: [],
  }),
} as const
