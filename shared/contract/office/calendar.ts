import { z } from 'zod'
import { LocalDate, ServiceId } from '../ids.ts'
import { isZone } from './zone.ts'
import { written } from '../typed.ts'

/** Minutes since midnight, office's zone: `[510, 1020]` is 8 h 30 to 17 h 00. */
const Minutes = z.int().min(0).max(1440)
/** Opening spans of a day, one after another, none inside another. */
const Spans = z
  .array(z.tuple([Minutes, Minutes]))
  .max(6)
  .refine((spans) => spans.every(([from, to], at) => from < to && (at === 0 || from >= spans[at - 1]![1])))

/** Where public holidays are the same, besides those of metropolitan France (`metropole`). */
export const territories = [
  'metropole',
  'alsaceMoselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saintBarthelemy',
  'saintMartin',
] as const
export type Territory = (typeof territories)[number]

/** Where the law's days are counted; `none` keeps no holiday at all. */
export const holidayPlaces = [...territories, 'none'] as const

export const Calendar = z.strictObject({
  zone: z.string().min(1).max(60).refine(isZone),
  /** Seven days from Monday; each a list of opening spans, empty when closed. */
  week: z.array(Spans).length(7),
  holidays: z.enum(holidayPlaces),
  closed: z.array(LocalDate).max(400),
  /** Days that win over the week and the holidays: a ballot Sunday for elections alone, a closing (no span). */
  exceptional: z
    .array(
      z.strictObject({
        date: LocalDate,
        spans: Spans,
        /** Services open that day; null for all. */
        services: z.array(ServiceId).max(26).nullable(),
        label: written.max(200),
      }),
    )
    .max(400)
    .default([]),
  /** « Derniers tickets » is announced so many minutes before closing. */
  lastTickets: z.int().min(0).max(240).default(30),
})
export type Calendar = z.infer<typeof Calendar>
