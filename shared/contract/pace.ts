/** How often one station may ask: so many at once, then one more each so many seconds. */
export type Pace = { readonly burst: number; readonly seconds: number }

/**
 * What runs out when it is asked too often, and the pace at which one station may ask it: a crowd never reaches it, a
 * program does at once. Calls of one name share it. Beyond, the answer is `tooOften` and nothing has changed.
 */
export const paces = {
  /** Numbers of the line. Sixty at the opening from one kiosk is a crowd; nobody reads three screens in under three seconds. */
  numbers: { burst: 60, seconds: 3 },
  /** Papers given without the host: one a second clears an hour of them in minutes, and the kiosk goes on by itself. */
  joins: { burst: 60, seconds: 1 },
  /** A kiosk asks its series once a day and at each return. */
  series: { burst: 20, seconds: 30 },
  /** Slots of the days to come: choosing one takes longer. */
  bookings: { burst: 20, seconds: 20 },
  /** Slots that other software books for its own public, which is everyone's. */
  softwareBookings: { burst: 120, seconds: 2 },
  /** Calendars: other software sends each change of its own. */
  imports: { burst: 30, seconds: 20 },
  /** Their parts: eight of the longest at once, then two a minute. */
  calendarParts: { burst: 512, seconds: 0.5 },
  /** Places asked by another office: a rule keeps thirty a day at most. */
  places: { burst: 40, seconds: 60 },
  /** Messages that cost money, sent to telephones. */
  notices: { burst: 20, seconds: 10 },
  /** Paper: a roll has a few hundred tickets. */
  papers: { burst: 60, seconds: 3 },
  /** A number or a code typed by somebody who holds a paper, or who guesses. */
  codes: { burst: 60, seconds: 2 },
  /** Looks at people's data: nobody reads a file a second for five minutes. */
  consultations: { burst: 300, seconds: 1 },
  /** Searches, as someone types. */
  searches: { burst: 300, seconds: 0.2 },
  /** Tables made whole, and days played again: they hold the processor. */
  exports: { burst: 60, seconds: 5 },
  /** Figures read over months of days. */
  figures: { burst: 120, seconds: 2 },
  /** Backups: each is a copy of the journal. */
  backups: { burst: 10, seconds: 60 },
  /** Questions that this host asks elsewhere in somebody's name. */
  elsewhere: { burst: 30, seconds: 5 },
} as const satisfies Readonly<Record<string, Pace>>

/** What one station may have of the thread that answers everyone, by its views and readings. */
export type AnsweringTime = {
  /** At once, in milliseconds. */
  readonly burst: number
  /** The part of the time that comes back. */
  readonly share: number
}

/**
 * A page that opens has some tenths of a second, one that is watched all day a few hundredths of the time. Beyond, a station's
 * views and readings are answered `busyWithOthers`, and its acts are done all the same: each has its own pace.
 */
export const answeringTime = { burst: 10_000, share: 0.25 } as const satisfies AnsweringTime

export type PaceName = keyof typeof paces
/** What a supervisor is told that a station asks too often. */
export type AskedTooOften = PaceName | 'views'
export const askedTooOften: readonly AskedTooOften[] = [...(Object.keys(paces) as PaceName[]), 'views']
