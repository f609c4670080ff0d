import { z } from 'zod'
import { read } from '../define.ts'
import { ServiceId } from '../ids.ts'

const seconds = z.int().min(0)

/**
 * A count of people, or why it is not said: `few`, fewer than the threshold; `beside`, it would tell of another that is
 * (statistical secrecy, CRPA L312-1-2).
 */
export const ToldCount = z.strictObject({
  people: z.int().min(0).nullable(),
  hidden: z.enum(['few', 'beside']).nullable(),
})
export type ToldCount = z.infer<typeof ToldCount>

/** The figures of a month of a service; nothing but the month and the service where the count is not said. Waits in seconds. */
export const MonthFigures = z.strictObject({
  /** From 1 to 12; null for the whole year. */
  month: z.int().min(1).max(12).nullable(),
  /** Null for all services together. */
  serviceId: ServiceId.nullable(),
  tickets: ToldCount,
  received: z.int().nullable(),
  left: z.int().nullable(),
  absent: z.int().nullable(),
  unserved: z.int().nullable(),
  medianWait: seconds.nullable(),
  medianAtLeast: z.boolean(),
  p90Wait: seconds.nullable(),
  p90AtLeast: z.boolean(),
})
export type MonthFigures = z.infer<typeof MonthFigures>

/** A calendar year: no other period is given, so that none tells by difference what another leaves unsaid. */
const year = z.int().min(2000).max(2200)
/** Thirteen lines for each service and for all, of a hundred services of a year, those withdrawn since too. */
const lines = z.array(MonthFigures).max(13 * 101)

export const months = {
  /** A year by month and service beside the year before, and its tickets by day of the week and hour. */
  'history.months': read({
    pace: { supervisor: 'figures', admin: 'figures' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ year }),
    output: z.strictObject({
      year,
      /** The threshold under which a count is not said. */
      fewerThan: z.int(),
      months: lines,
      yearBefore: lines,
      /** The hours of the columns below: from the first in which a ticket was taken to the last. */
      hours: z.array(z.int().min(0).max(23)).max(24),
      /** Monday to Sunday, then all days; by hour, then all hours. Empty for a year without tickets. */
      weekdays: z.array(z.array(ToldCount).max(25)).max(8),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** A year by month as a file: months and hours in a spreadsheet, the months alone in CSV. */
  'history.exportMonths': read({
    pace: { supervisor: 'exports', admin: 'exports' },
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ year, format: z.enum(['csv', 'ods']) }),
    output: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
    refusals: ['officeNotCreated'],
  }),
} as const
