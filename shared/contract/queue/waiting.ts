import { z } from 'zod'
import { view } from '../define.ts'
import { ServiceId } from '../ids.ts'
import { DayState } from '../office/settings.ts'
import { CounterNow } from '../history/calls.ts'
import { Text } from '../text.ts'
import { AbsentTicket, ParkedTicket, WaitingTicket } from './tickets.ts'

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
