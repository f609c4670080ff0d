import { z } from 'zod'
import { ReasonId } from '../ids.ts'
import { written } from '../typed.ts'

/** Why a person is called before those who came earlier, or plainly in order. */
export const CallCode = z.enum([
  'legalPriority',
  'localPriority',
  'appointment',
  'overtakenEnough',
  /** A local rule let somebody pass after so many priorities in a row. */
  'cap',
  'maximumWait',
  'weightedWait',
  /** In order of arrival, by the hour at which they came to the office that sent them. */
  'keptArrival',
  'arrivalOrder',
  'outOfOrder',
])
export type CallCode = z.infer<typeof CallCode>

/** Why this person is called now: stored with the call, and said to whoever asks; never which ground of the law. */
export const CallReason = z.strictObject({
  code: CallCode,
  /** How many who came before, and whom this counter could have called, still wait. */
  overtaken: z.int().min(0),
  /** Seconds that the first of them has waited. */
  longestWait: z.int().min(0),
  /** What the agent typed for a call out of order: a personal row of this id. */
  reasonId: ReasonId.nullable(),
})
export type CallReason = z.infer<typeof CallReason>

/** By whose doing a person was not received, or a visit was lost. */
export const Fault = z.enum(['person', 'service', 'thirdParty'])
export type Fault = z.infer<typeof Fault>

/** Anything typed to explain an act; an empty one is refused with its sentence. */
export const Reason = written.max(200)
