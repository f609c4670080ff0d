import { z } from 'zod'
import { LocalDate } from '../ids.ts'
import { Deed } from './deed.ts'
import { TillClosing, TillCount, TillEntry } from './books.ts'

/** The till’s books. */
export const tillEvents = {
  tillDeedSet: { v: 1, data: z.strictObject({ deed: Deed }) },
  tillOpened: { v: 1, data: z.strictObject({ date: LocalDate }) },
  /** One line of the till's books. */
  tillEntered: { v: 1, data: TillEntry },
  tillCounted: { v: 1, data: TillCount },
  tillPeriodClosed: { v: 1, data: TillClosing },
} as const
