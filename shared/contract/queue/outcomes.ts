import { z } from 'zod'

/** How a request ends, or ended, at a counter. */
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

/**
 * How a request can end today: by what happened to it. `refused` is read in what was recorded before and asked by older
 * software; a refusal is a decision on a file, and no longer ends a visit.
 */
export type VisitEnd = Exclude<Outcome, 'refused'>
export const visitEnds = outcomes.filter((outcome): outcome is VisitEnd => outcome !== 'refused')
