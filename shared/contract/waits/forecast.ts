import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate } from '../ids.ts'
import { PlannedHalfHour } from './waits.ts'
import { Text } from '../text.ts'

const minute = z.int().min(0).max(1440)
const seconds = z.int().min(0)

/** One counter more, or one less, between two hours of the day. Minutes since midnight. */
const Change = z.strictObject({ from: minute, to: minute, counters: z.union([z.literal(1), z.literal(-1)]) })

/** A half-hour to come. Waits in seconds, means of who arrives in it; null where nobody is expected. */
export const HalfHourForecast = z.strictObject({
  from: minute,
  expected: z.number(),
  low: z.int(),
  high: z.int(),
  /** Counters planned, on average over the half-hour, and how many people they can receive. */
  counters: z.number(),
  capacity: z.number(),
  wait: seconds.nullable(),
  /** The wait with the change that was asked for. */
  changedWait: seconds.nullable(),
})

export const forecastCalls = {
  /**
   * Who is expected on a day to come, by half-hour, beside what the counters planned can receive; the waits that follow, and
   * what one counter more or less does to them. From this office's own days; of fewer than four like ones, nothing.
   */
  'waits.forecast': read({
    pace: { supervisor: 'exports', admin: 'exports' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({
      date: LocalDate,
      change: Change.optional(),
      /** Counters tried for that day alone, instead of those planned: nothing is kept. */
      plan: z.array(PlannedHalfHour).max(48).optional(),
    }),
    output: z.strictObject({
      date: LocalDate,
      /** `outOfReach`: the day is past, or further than the forecast goes. */
      state: z.enum(['forecast', 'fewDays', 'closed', 'outOfReach']),
      /** Appointments given for that day, by the office or outside: no fewer people are expected. */
      appointments: z.int(),
      /** Past days of this weekday, which the forecast knows; the day whose counters are those planned, if any. */
      likeDays: z.int(),
      plannedLike: LocalDate.nullable(),
      /** Whether the counters planned are those that the office set for this weekday, or those of the like day. */
      planned: z.enum(['set', 'like']).default('like'),
      halfHours: z.array(HalfHourForecast).max(48),
      services: z.array(z.strictObject({ name: Text, expected: z.number() })).max(26),
      /** One counter more where it does most: the longest wait of these half-hours, without and with it. */
      advice: z.strictObject({ from: minute, to: minute, without: seconds, with: seconds }).nullable(),
      /** Mean absolute error by half-hour on days that were held out, beside the mean of the same weekday's last eight. */
      error: z.strictObject({ days: z.int(), people: z.number(), usual: z.number() }).nullable(),
    }),
    refusals: ['officeNotCreated'],
  }),
} as const
