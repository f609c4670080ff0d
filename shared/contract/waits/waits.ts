import { z } from 'zod'
import { Instant } from '../ids.ts'

/**
 * What is said of a wait, in seconds: half the people are called before `p50`, nine in ten before `p90`. `sure` is the
 * probability of being received before closing, put in words by `level` (≥ 95 %, ≥ 50 %, below).
 */
export const Announced = z.strictObject({ p50: z.int(), p90: z.int(), sure: z.number().min(0).max(1) })
export type Announced = z.infer<typeof Announced>

/** From these probabilities of being received before closing on, it is said to be sure, then likely; unlikely is less than even. */
const sure = 0.95
const likely = 0.5

/** How sure it is, in a word that pages and papers turn into a sentence. */
export const levelOf = (probability: number): 'sure' | 'likely' | 'unlikely' =>
  probability >= sure ? 'sure' : probability >= likely ? 'likely' : 'unlikely'

/**
 * Whether a span is said to the public, by any page or paper: beside « may not be received today » it would go beyond the
 * closing, and nobody would know which to believe.
 */
export const isSpanSaid = (level: ReturnType<typeof levelOf>): boolean => level !== 'unlikely'

/**
 * What was announced, where the public was told a span; null where nothing was announced, or the doubt alone. A figure of waits
 * announced counts these and no others: what nobody was told is neither kept nor missed.
 */
export const spanTold = <A extends Pick<Announced, 'sure'>>(announced: A | null): A | null =>
  announced !== null && isSpanSaid(levelOf(announced.sure)) ? announced : null

export const WaitSaid = Announced.extend({ level: z.enum(['sure', 'likely', 'unlikely']) })
export type WaitSaid = z.infer<typeof WaitSaid>

/** What is left of the day, in minutes of counter, breaks taken off: all of it, engaged by who is here, by appointments, free. */
export const Resource = z.strictObject({
  total: z.int(),
  engaged: z.int(),
  appointments: z.int(),
  free: z.int(),
})
export type Resource = z.infer<typeof Resource>

/** A service that takes no ticket now, since when, with the office's words for the public. */
export const ServiceClosed = z.strictObject({ since: Instant, words: z.string().nullable() })
export type ServiceClosed = z.infer<typeof ServiceClosed>

/** How many counters are to be held in a half-hour; minutes since midnight. */
export const PlannedHalfHour = z.strictObject({
  from: z.int().min(0).max(1410).multipleOf(30),
  counters: z.int().min(0).max(200),
})
