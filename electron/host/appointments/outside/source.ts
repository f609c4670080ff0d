import type { Instant, LocalDate } from '../../../../shared/contract/ids.ts'
import type { OutsideAppointment } from '../../../../shared/contract/appointments/outside.ts'
import type { Left, Occurrence, Span } from '../reading/occurrences.ts'

/** A day of an office, as a source is asked for it. */
export type AskedDay = Span & {
  readonly date: LocalDate
  /** The office's, for hours that name none. */
  readonly zone: string
}

/** A source's part that an office may hold against a service: a calendar, a reason for an appointment. */
export type SourcePart = { readonly id: string; readonly name: string }

/** An appointment as a source gave it, with what reads it against the office's services. */
export type DayAppointment = OutsideAppointment & {
  /** What opens it in the source, beside its UID, where the source names it so. */
  readonly place?: string
  /** What the office wrote there before: `ARRIVED`, `RECEIVED`, `NOSHOW`; '' when nothing. */
  readonly told: string
  /** Whose it is, where the source says it apart. Personal. */
  readonly person?: string
  /** The rest of its entry, where the source is a calendar. */
  readonly event?: Occurrence['event']
}

/** A day as a source told it. */
export type SourceDay = {
  /** Nothing changed since the mark that was given. */
  readonly unchanged?: true
  readonly appointments: readonly DayAppointment[]
  readonly left: readonly Left[]
  /** False where a part of it could not be read: what is missing may only be unread. */
  readonly whole: boolean
  readonly parts: readonly SourcePart[]
  /** What to give next time, so that an unchanged day is not read again; null where the source has no such thing. */
  readonly mark: string | null
  /** How long the source asks to be left alone, in milliseconds. */
  readonly every: number | null
}

/** What the office tells a source of one of its appointments. */
export type Telling = {
  readonly uid: string
  readonly occurrence: Instant | null
  readonly calendar: string
  readonly place?: string | undefined
  readonly state: 'ARRIVED' | 'RECEIVED' | 'NOSHOW' | 'CANCELLED'
}

/** An appointment that a source had the time before. */
export type KnownEntry = { readonly place: string; readonly startsAt: Instant }

/** `gone`: the source has it no more, or has cancelled it. `same`: it said so already. */
export type Told = 'written' | 'same' | 'gone'

/** An appointment that the office gives, as a calendar holds it: nobody's name. */
export type Given = {
  readonly uid: string
  readonly calendar: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly label: string
  /** It is there already, at this hour: it is moved, unless somebody moved it meanwhile. */
  readonly movedFrom?: Instant
}

/**
 * A source of appointments. Every answer is the source's own, whole, or an `OutsideError`: what can't be believed is never a
 * day without appointments.
 */
export type Source = {
  /** @param known what it had the time before, where it names it by a place: what is missing is asked for by that name */
  readonly day: (asked: AskedDay, mark: string | null, known?: readonly KnownEntry[]) => Promise<SourceDay>
  /** Absent where the source can store nothing of it. */
  readonly tell?: (telling: Telling, now: Instant) => Promise<Told>
  /** An appointment of the office's own; repeated, it is written once. */
  readonly give?: (given: Given, now: Instant) => Promise<void>
}
