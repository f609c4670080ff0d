import type { AppointmentId, Instant, ServiceId } from '../ids.ts'

/** One appointment of a calendar file. `name`, `code`, `uid` and `preApplications` are personal. */
export interface AppointmentRead {
  /** Of the source file, from 1: where the entry begins. */
  readonly line: number
  readonly uid: string | null
  readonly startsAt: Instant
  readonly minutes: number
  readonly service: ServiceId
  /** The id of one of the service's procedures where it was recognised, else as typed. */
  readonly procedure: string | null
  readonly name: string | null
  readonly code: string | null
  /** How many persons or files are foreseen. */
  readonly files: number
  /** Numbers of the pre-applications made online, ten letters or digits each. */
  readonly preApplications: readonly string[]
  /** Of a line that says a service and an hour alone: how many say the same before it in the file. */
  readonly alike?: number
}

/** For what, when and in which name an appointment was made. Personal. */
export interface AppointmentSaid {
  readonly service: ServiceId
  readonly startsAt: Instant
  readonly name: string
}

/** An appointment that the file says is cancelled: one that was taken from an earlier file. All but the line is personal. */
export interface CancelledRead {
  readonly line: number
  readonly uid: string | null
  readonly code: string | null
  /** Null where the line leaves some of it out. */
  readonly said: AppointmentSaid | null
}

/** Why an entry was not taken. */
export type SkipCode =
  | 'missingDate'
  | 'malformedDate'
  | 'missingHour'
  | 'malformedHour'
  | 'unknownZone'
  | 'missingService'
  | 'unknownService'
  | 'cancelled'
  | 'recurring'
  | 'duplicate'
  | 'inThePast'
  | 'malformedLine'
  | 'unfinished'
  | 'missingColumn'
  | 'tooMany'
  | 'tooLarge'
  | 'nothingFound'

/** `taken`, or what to look at in an entry that was taken. */
export type TakenCode =
  | 'taken'
  | 'minutesUnread'
  | 'filesUnread'
  | 'preApplicationUnread'
  | 'lineUnread'
  | 'damagedLetters'

/**
 * What became of an entry of the file. `text` is what the file had where the matter is (possibly personal), for
 * a duplicate the line that counts, for too many entries how many were left.
 */
export type ReportLine =
  | { readonly line: number; readonly state: 'taken'; readonly code: TakenCode; readonly text: string }
  | { readonly line: number; readonly state: 'skipped'; readonly code: SkipCode; readonly text: string }

/** What the host read in a calendar file before its import is decided. */
export interface CalendarRead {
  readonly appointments: readonly AppointmentRead[]
  readonly cancelled: readonly CancelledRead[]
  /** In the order of the file; one line more than entries when there are too many. */
  readonly report: readonly ReportLine[]
}

/** What an import decides on: some lines of a file, and the names by which the office knew its appointments before it. */
export interface CalendarPart extends CalendarRead {
  /** By `addNames`: a code or a meaning may be of several. Personal. */
  readonly known: ReadonlyMap<string, readonly AppointmentId[]>
  /** Every UID that the whole file has: what bears one is its own, whoever else means the same. Personal. */
  readonly uids: ReadonlySet<string>
  /** Every code that the whole file has, in plain letters: what bears one is no line's that has none. Personal. */
  readonly codes: ReadonlySet<string>
  /** Whether the office knew none of its UIDs before it: a source that gives others at each export has no former one left. */
  readonly renewed: boolean
  /** By service, hour and code if any, how many lines of the whole file have a name that the office did not know there. Personal. */
  readonly strangers: ReadonlyMap<string, number>
  /** By service, hour and name, how many lines of the whole file say them, taken or cancelled. Personal. */
  readonly meanings: ReadonlyMap<string, number>
  /** Whether the file has anew somebody whom the office had from a file, under another id or under none. */
  readonly again: boolean
}

/** What the host read in a followed source. `uid`s are personal. */
export interface FollowedDays {
  readonly sourceId: string
  /** From an instant until another, the second excluded: what begins outside is not told of. */
  readonly from: Instant
  readonly to: Instant
  readonly appointments: readonly AppointmentRead[]
  /** The UID of all that the source has there and did not cancel, taken or not. */
  readonly present: readonly string[]
  /** The UIDs that it had cancelled with the office before it was read: what it has of them since is another appointment. */
  readonly withdrawn: readonly string[]
  /** False where a part could not be read: what is missing may only be unread, and goes on. */
  readonly whole: boolean
}

/** An appointment that sources have, and the source that is believed of it. */
export interface SourceClaim {
  readonly sourceId: string
  /** Personal. */
  readonly uid: string
  readonly read: AppointmentRead
  /** The appointment of the office that it is of, where the host found one. */
  readonly before?: AppointmentId | undefined
}

/** What one act follows: some of what the sources have, or of what they have no more. */
export interface FollowedPart {
  readonly claims: readonly SourceClaim[]
  /** As the sources' days say it. Personal. */
  readonly withdrawn: ReadonlySet<string>
  /** Every UID that a source has: what bears one is its own, whoever else means the same. Personal. */
  readonly claimed: ReadonlySet<string>
  /** Rows of what was cancelled here, which its source was told. */
  readonly told: readonly AppointmentId[]
  /** What the source that has it was read whole without, and no other source has. */
  readonly gone: readonly { readonly appointmentId: AppointmentId; readonly sourceId: string }[]
}
