import { z } from 'zod'
import { command, view } from './define.ts'
import { CallId, CounterId, Instant, ProcedureId, ServiceId, TicketId, TicketNumber, VisitId } from './ids.ts'
import { DayState } from './office.ts'
import { Language, Text } from './text.ts'

/** Why this person is called now: stored with the call, and said to whoever asks. */
export const CallReason = z.strictObject({ code: z.enum(['arrivalOrder']) })
export type CallReason = z.infer<typeof CallReason>

/** What the person needs to be received: a closed list, never a diagnosis. */
export const Arrangement = z.enum([
  'inductionLoop',
  'signLanguage',
  'seatedCall',
  'wheelchair',
  'interpreter',
  'screenOnly',
])
export type Arrangement = z.infer<typeof Arrangement>

/** What was said of the wait before the ticket, in seconds; `sure` is a probability of being received before closing. */
export const Announced = z.strictObject({ p50: z.int(), p90: z.int(), sure: z.number().min(0).max(1) })

export const WaitingTicket = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  since: Instant,
})

export const CalledTicket = z.strictObject({
  ticketId: TicketId,
  visitId: VisitId,
  number: TicketNumber,
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  lang: Language,
  arrangements: z.array(Arrangement),
  since: Instant,
  calledAt: Instant,
  calls: z.int().min(1),
})
export type CalledTicket = z.infer<typeof CalledTicket>

/** The current ticket that the page shows: an act on another one than that is refused rather than done to the wrong person. */
const onCurrent = z.strictObject({ ticketId: TicketId.optional() })

export const tickets = {
  /** Someone takes a number for a service. The number is bound to the request: `code` says nothing personal. */
  'ticket.take': command({
    roles: ['kiosk', 'agent'],
    input: z.strictObject({
      serviceId: ServiceId,
      procedureId: ProcedureId.optional(),
      lang: Language.optional(),
      arrangements: z.array(Arrangement).max(6).optional(),
    }),
    output: z.strictObject({
      ticketId: TicketId,
      number: TicketNumber,
      serviceId: ServiceId,
      code: z.string(),
      takenAt: Instant,
      ahead: z.int(),
    }),
    refusals: ['officeNotCreated', 'dayNotOpen', 'unknownService', 'unknownProcedure', 'seriesExhausted'],
  }),
  /** The person says that they go before being called: a dated trace stays. */
  'ticket.leave': command({
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject({ ticketId: TicketId }),
    output: z.strictObject({ number: TicketNumber, leftAt: Instant }),
    refusals: ['dayNotOpen', 'unknownTicket', 'ticketNotWaiting'],
  }),
  /** The next person for this counter's skills; `ticket: null` when nobody waits for them. */
  'ticket.callNext': command({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({ ticket: CalledTicket.nullable(), reason: CallReason.nullable() }),
    refusals: ['dayNotOpen', 'counterNotOpen', 'counterBusy'],
  }),
  'ticket.recall': command({
    roles: ['agent'],
    input: onCurrent,
    output: z.strictObject({ callId: CallId, calls: z.int() }),
    refusals: ['counterNotOpen', 'nobodyCalled', 'ticketNotHere'],
  }),
  'ticket.markAbsent': command({
    roles: ['agent'],
    input: onCurrent,
    output: z.strictObject({ number: TicketNumber }),
    refusals: ['counterNotOpen', 'nobodyCalled', 'ticketNotHere'],
  }),
  /** The person is here: the visit begins. */
  'ticket.start': command({
    roles: ['agent'],
    input: onCurrent,
    output: z.strictObject({ visitId: VisitId }),
    refusals: ['counterNotOpen', 'nobodyCalled', 'ticketNotHere'],
  }),
  /** Who waits, in order of arrival: the first 200, and how many in all (`total`); and what each counter does. */
  'queue.view': view({
    roles: ['agent', 'supervisor', 'integration'],
    input: z.strictObject({}),
    output: z.strictObject({
      total: z.int(),
      waiting: z.array(WaitingTicket).max(200),
      absent: z.array(WaitingTicket).max(200),
      services: z.array(
        z.strictObject({
          serviceId: ServiceId,
          name: Text,
          waiting: z.int(),
          received: z.int(),
          left: z.int(),
          absent: z.int(),
        }),
      ),
      counters: z.array(
        z.strictObject({
          counterId: CounterId,
          name: Text,
          open: z.boolean(),
          state: z.enum(['closed', 'free', 'calling', 'serving']),
          services: z.array(ServiceId),
          ticket: z
            .strictObject({ ticketId: TicketId, number: TicketNumber, serviceId: ServiceId, since: Instant })
            .nullable(),
        }),
      ),
      day: DayState.nullable(),
    }),
  }),
  /** What the waiting room sees: numbers and counters, never a name or a reason. */
  'display.view': view({
    roles: ['display', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      officeName: z.string(),
      /** The office's hour is what the room sees, whatever the screen's machine is set to. */
      zone: z.string(),
      school: z.boolean(),
      open: z.boolean(),
      closesAt: Instant.nullable(),
      rule: z.array(z.enum(['arrivalOrder'])),
      waiting: z.int(),
      calls: z
        .array(
          z.strictObject({
            callId: CallId,
            number: TicketNumber,
            counter: Text,
            at: Instant,
            state: z.enum(['called', 'here']),
          }),
        )
        .max(6),
    }),
  }),
} as const

export const counters = {
  /** The agent holds this counter: a second opening of one's own counter changes nothing. */
  'counter.open': command({
    roles: ['agent'],
    input: z.strictObject({ counterId: CounterId }),
    output: z.strictObject({ counterId: CounterId, services: z.array(ServiceId) }),
    refusals: ['officeNotCreated', 'unknownAgent', 'unknownCounter', 'counterTaken', 'agentElsewhere'],
  }),
  'counter.close': command({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({ counterId: CounterId }),
    refusals: ['counterNotOpen', 'counterBusy'],
  }),
} as const
