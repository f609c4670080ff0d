import type { Instant, ServiceId } from '../../contract/ids.ts'
import type { Service } from '../../contract/office/settings.ts'
import type { Field } from './fields.ts'

/** What a service needs to be recognised. */
export type KnownService = Pick<Service, 'serviceId' | 'letter' | 'name' | 'procedures'>

export interface AppointmentOptions {
  /** The office's zone, for hours that state none. */
  readonly zone: string
  readonly services: readonly KnownService[]
  /** Else the text's own beginning tells. */
  readonly format?: 'ics' | 'csv'
  /** What an appointment without an end lasts, in minutes. */
  readonly usualMinutes?: number
  /** When given, what had ended by then is not taken. */
  readonly now?: Instant
}

/** One appointment of the file. `name`, `code`, `uid` and `preApplications` are personal. */
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
}

/** An appointment that the file says is cancelled: one that was taken from an earlier file. Both are personal. */
export interface CancelledRead {
  readonly line: number
  readonly uid: string | null
  readonly code: string | null
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

export interface Skip {
  readonly code: SkipCode
  readonly text: string
}

export interface Remark {
  readonly code: TakenCode
  readonly text: string
}

/** An entry as its format's reader found it, before it is held against the office's services. */
export interface Entry {
  readonly line: number
  /** Why it can't be read at all. */
  readonly skip: Skip | null
  readonly values: ReadonlyMap<Field, string>
  readonly startsAt: Instant | null
  readonly minutes: number | null
  /** iCalendar's CATEGORIES, and its SUMMARY, where a service, a procedure or a name may stand. */
  readonly categories: readonly string[]
  readonly summary: string
  /** Of several versions of one uid, the highest counts (RFC 5545 3.8.7.4). */
  readonly sequence: number
  readonly remarks: readonly Remark[]
}

/** The entries of a text, and how many follow that were only counted. */
export interface ParsedEntries {
  readonly entries: readonly Entry[]
  readonly more: number
  readonly moreFrom: number
}

/** An entry that can't be read, and why. */
export const unreadable = (line: number, code: SkipCode, text: string): Entry => ({
  line,
  skip: { code, text },
  values: new Map(),
  startsAt: null,
  minutes: null,
  categories: [],
  summary: '',
  sequence: 0,
  remarks: [],
})
