import { z } from 'zod'
import { view } from '../define.ts'
import { CounterId, DayId, Instant, LocalDate, ServiceId, TicketId, TicketNumber } from '../ids.ts'
import { Text } from '../text.ts'
import { AbsentTicket, ParkedTicket, WaitingTicket } from './rows.ts'

/** The business day under way. */
export const DayState = z.strictObject({
  dayId: DayId,
  date: LocalDate,
  openedAt: Instant,
  closesAt: Instant.nullable(),
  /** Opened on another date than today: left open overnight. */
  stale: z.boolean(),
})

/** What a counter does now. */
export const CounterNow = z.strictObject({
  counterId: CounterId,
  name: Text,
  open: z.boolean(),
  state: z.enum(['closed', 'free', 'calling', 'serving', 'paused']),
  /** What it receives now, and what its agent could receive besides. */
  services: z.array(ServiceId),
  able: z.array(ServiceId),
  ticket: z
    .strictObject({ ticketId: TicketId, number: TicketNumber, serviceId: ServiceId, since: Instant })
    .nullable(),
  pause: z
    .strictObject({
      kind: z.enum(['break', 'post', 'telephone', 'meeting', 'other']),
      since: Instant,
      until: Instant.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type CounterNow = z.infer<typeof CounterNow>

export const queue = {
  /** Who waits, in order of arrival: the first 200, and how many in all (`total`); and what each counter does. */
  'queue.view': view({
    roles: ['agent', 'supervisor', 'integration'],
    input: z.strictObject({}),
    output: z.strictObject({
      total: z.int(),
      waiting: z.array(WaitingTicket).max(200),
      absent: z.array(AbsentTicket).max(200),
      parked: z.array(ParkedTicket).max(200),
      services: z.array(
        z.strictObject({
          serviceId: ServiceId,
          name: Text,
          waiting: z.int(),
          received: z.int(),
          left: z.int(),
          absent: z.int(),
          unserved: z.int(),
        }),
      ),
      counters: z.array(CounterNow),
      day: DayState.nullable(),
    }),
  }),
} as const
