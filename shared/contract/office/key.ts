import { z } from 'zod'
import { command, read } from '../define.ts'

/** How the key that signs is kept on the host's machine. */
export const officeKeyCalls = {
  'key.state': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Only this account of this machine opens it. */
      protected: z.boolean(),
      /** A copy for the recovery key is beside it. No page reads it: stations of the contract 1.4 want it, and it may go with 1.6. */
      recoverable: z.boolean(),
      /** What the system protects with; null where it protects nothing. */
      by: z.string().nullable(),
    }),
    refusals: [],
  }),
  /**
   * The system protects the key; the copy that a recovery key opens is made, or made again. The recovery key is in the answer and
   * nowhere else: the same act repeated gives another.
   */
  'key.protect': command({
    by: 'office',
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ recovery: z.string() }),
    refusals: ['keyUnprotectable'],
  }),
} as const
