import type { Instant } from '../../../../shared/contract/ids.ts'
import type { Service } from '../../../../shared/contract/office/settings.ts'
import type { SkipCode, TakenCode } from '../../../../shared/contract/appointments/calendarRead.ts'
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
