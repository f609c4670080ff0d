import { z } from 'zod'

/**
 * The version that this machine left to go back to an older one; null: none. Its announcement is signed for ever: served
 * again, it would bring back what was left, every night.
 */
export const Left = z.object({ version: z.string().nullable().default(null) })
export type Left = z.infer<typeof Left>
