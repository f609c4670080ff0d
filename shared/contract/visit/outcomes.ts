import { z } from 'zod'

/** How a request ends at a counter. */
export const outcomes = [
  'information',
  'filed',
  'incomplete',
  'handedOver',
  'forwarded',
  'refused',
  'notServed',
  'assisted',
] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>
