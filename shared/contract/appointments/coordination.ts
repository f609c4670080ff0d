import { z } from 'zod'
import { command, read } from '../define.ts'
import { AppointmentId, Instant, ServiceId, TicketId } from '../ids.ts'
import { OutsideProblem, preApplicationStates } from './outside.ts'
import { written } from '../typed.ts'

// The national coordination of appointments for identity titles: what a pre-application number is worth, and what this office
// declares of the appointments that it gives. The address and the token are a file of the host, as a followed calendar's are.

/** A pre-application number as somebody types it: the host alone says whether it is one. */
const TypedNumber = written.min(1).max(40)

export const PreApplicationState = z.enum(preApplicationStates)

/** An appointment of the same number at another place. The address is its person's own: whoever holds it cancels. */
export const Elsewhere = z.strictObject({
  meetingPoint: z.string(),
  startsAt: Instant,
  managementUrl: z.string(),
})
export type Elsewhere = z.infer<typeof Elsewhere>

/** What is known of a number: `state` is null while the service has not answered. */
export const NumberChecked = z.strictObject({
  number: z.string(),
  state: PreApplicationState.nullable(),
  elsewhere: z.array(Elsewhere).max(20),
})
export type NumberChecked = z.infer<typeof NumberChecked>

const webAddress = (pattern: RegExp, most: number) => z.string().trim().regex(pattern).max(most)

export const CoordinationSettings = z.strictObject({
  url: webAddress(/^https?:\/\/[^\s?#]+$/i, 500),
  /** What the service calls the place where this office receives. */
  meetingPointId: written.min(1).max(100),
  /** Its name, as other offices read it. */
  meetingPoint: written.min(1).max(200),
  /** The page of the office that says how an appointment is cancelled; each declaration has an address of its own under it. */
  managementUrl: webAddress(/^https:\/\/[^\s?#]+$/i, 300),
  /** The services that receive for titles: the appointments given for them are declared. */
  services: z.array(ServiceId).max(100),
  /** It may be on this machine or a private network, without https. */
  privateAddresses: z.boolean(),
})
export type CoordinationSettings = z.infer<typeof CoordinationSettings>

/** One exchange with the service: counts alone, no number and no name. */
export const CoordinationExchange = z.strictObject({
  at: Instant,
  what: z.enum(['checked', 'declared', 'withdrawn']),
  count: z.int(),
  problem: OutsideProblem.nullable(),
})
export type CoordinationExchange = z.infer<typeof CoordinationExchange>

const ofHost = ({ coordination }: { readonly coordination: CoordinationSettings | null }) =>
  coordination?.privateAddresses ? [coordination.url] : []

const token = written.min(1).max(500).optional()

export const coordinationCalls = {
  /** Asks what a number is worth. No answer is an answer: nobody is turned away for it, and it is asked again later. */
  'preApplication.check': command({
    by: 'appointments',
    secrets: ['number'],
    pace: { agent: 'elsewhere' },
    roles: ['agent'],
    input: z.strictObject({
      number: TypedNumber,
      /** Whose visit it is for: its sheet shows what was found, as soon as it is. */
      ticketId: TicketId.optional(),
    }),
    output: NumberChecked,
    refusals: ['officeNotCreated', 'coordinationOff', 'malformedNumber', 'unknownTicket'],
  }),
  /** The numbers of an appointment, whole: said on the telephone, or changed since. */
  'appointment.setNumbers': command({
    roles: ['agent', 'supervisor'],
    input: z.strictObject({ appointmentId: AppointmentId, numbers: z.array(TypedNumber).max(20) }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAppointment', 'appointmentKeptElsewhere', 'malformedNumber'],
  }),
  /** What the administration sets; null: nothing is asked nor declared any more. The token is shown to nobody. */
  'coordination.set': command({
    ofHost,
    by: 'appointments',
    secrets: ['token'],
    roles: ['admin'],
    input: z.strictObject({
      coordination: CoordinationSettings.nullable(),
      /** Absent: the one there is stays, for the same address. */
      token,
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** Asks about a number that nobody has: whether the service answers and knows the token. */
  'coordination.try': command({
    ofHost,
    by: 'appointments',
    secrets: ['token'],
    pace: { admin: 'elsewhere' },
    roles: ['admin'],
    input: z.strictObject({ coordination: CoordinationSettings, token }),
    output: z.strictObject({ problem: OutsideProblem.nullable() }),
    refusals: ['officeNotCreated'],
  }),
  /** What is set, without the token, how many declarations wait, and how the last exchanges went. */
  'coordination.show': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      coordination: CoordinationSettings.nullable(),
      hasToken: z.boolean(),
      /** When it last answered, and why it does not now. */
      at: Instant.nullable(),
      problem: OutsideProblem.nullable(),
      waiting: z.int(),
      exchanges: z.array(CoordinationExchange).max(20),
    }),
    refusals: [],
  }),
  /** What the host itself notes of it in the journal. Nobody asks it through a door. */
  'coordination.note': command({
    roles: [],
    input: z.strictObject({ on: z.boolean() }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** What the host learnt of numbers, or is about to declare for them. Nobody asks it through a door. */
  'preApplication.keep': command({
    roles: [],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
} as const
