import { z } from 'zod'
import { command } from '../define.ts'

/** Characters of a whole calendar at most, and of a part: one is read between two acts of a counter. */
export const longestCalendar = 2_000_000
export const calendarPart = 32_768

export const sendingCalls = {
  /**
   * Sends one part of a calendar file that is longer than a message, in order; the first one begins again. Nothing of it is
   * read before `appointment.import`, which gives the last part and the whole file's hash.
   */
  'calendar.send': command({
    by: 'appointments',
    pace: { admin: 'calendarParts', supervisor: 'calendarParts', integration: 'calendarParts' },
    roles: ['admin', 'supervisor', 'integration'],
    input: z.strictObject({
      index: z
        .int()
        .min(0)
        .max(Math.ceil(longestCalendar / calendarPart)),
      text: z.string().min(1).max(calendarPart),
    }),
    output: z.strictObject({}),
    refusals: ['calendarIncomplete', 'calendarUnreadable'],
  }),
} as const
