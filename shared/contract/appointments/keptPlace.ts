import { z } from 'zod'
import { Instant } from '../ids.ts'
import { Recipient } from '../office/recipient.ts'

export const PlaceId = z.uuid().brand('PlaceId')
export type PlaceId = z.infer<typeof PlaceId>

/** A place that another office keeps: nothing of it says who. */
export const PlaceKept = z.strictObject({
  placeId: PlaceId,
  /** Said or typed on arrival there. */
  code: z.string().max(12),
  /** The hour of arrival that is kept. */
  arrivedAt: Instant,
  /** The hour given, where that office receives by appointment; null: today, at the rank of `arrivedAt`. */
  startsAt: Instant.nullable(),
  /** Until when a place without an hour is kept; null where no closing is known. */
  until: Instant.nullable(),
  service: z.string().max(200),
  office: Recipient,
  /** Its zone: the hours are its own. */
  zone: z.string().max(60),
})
export type PlaceKept = z.infer<typeof PlaceKept>
