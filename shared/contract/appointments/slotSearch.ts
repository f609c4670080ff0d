import { z } from 'zod'
import { command, read } from '../define.ts'
import { Instant, ServiceId } from '../ids.ts'
import { spaced, written } from '../typed.ts'

// The national search of slots for identity titles asks each editor's own server, over the public network. The host answers it
// for an office that takes its own appointments, once its address is public: hours alone, nobody's name nor number.

/** What the search asks appointments for. */
export const searchReasons = ['CNI', 'PASSPORT', 'CNI-PASSPORT'] as const

const words = (most: number) => spaced.min(1).max(most)

/** The place where the office receives, as the search shows it. */
const MeetingPoint = z.strictObject({
  id: words(100),
  name: words(200),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  address: words(300),
  zipCode: z.string().regex(/^\d{5}$/),
  city: words(200),
})

export const SlotSearchSettings = z.strictObject({
  meetingPoint: MeetingPoint,
  /** The service that receives for titles: its free slots are shown. */
  serviceId: ServiceId,
  /** The office's public page where such a slot is booked; the hour, the reason and how many people come with it. */
  bookingUrl: z
    .string()
    .trim()
    .regex(/^https:\/\/[^\s?#]+$/i)
    .max(300),
})
export type SlotSearchSettings = z.infer<typeof SlotSearchSettings>

/** A shorter one could be guessed: anyone may ask. */
export const leastSearchToken = 16

export const slotSearchCalls = {
  /** What the search is answered; null: nothing. Set at the host's own seat: it opens a path of that machine to everyone. */
  'slotSearch.set': command({
    only: 'ownSeat',
    by: 'appointments',
    secrets: ['token'],
    roles: ['admin'],
    input: z.strictObject({
      search: SlotSearchSettings.nullable(),
      /** What the search shows to be known; absent: the one there is stays. */
      token: written.min(leastSearchToken).max(500).optional(),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownService', 'searchTokenMissing'],
  }),
  /** What is set, without the token, and when the search last asked. */
  'slotSearch.show': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      search: SlotSearchSettings.nullable(),
      hasToken: z.boolean(),
      /** Where the search asks, after the host's public name. */
      path: z.string(),
      /** Null: it has not asked since the host started. */
      askedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
  /** What the host itself notes of it in the journal. Nobody asks it through a door. */
  'slotSearch.note': command({
    roles: [],
    input: z.strictObject({ on: z.boolean() }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
} as const
