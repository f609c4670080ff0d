import { z } from 'zod'
import { Instant } from '../ids.ts'

/** Why a source of appointments could not be believed, or a call of it had no answer. */
const outsideProblems = [
  'malformedAddress',
  'insecureAddress',
  'privateAddress',
  'unresolved',
  'unreachable',
  'untrusted',
  'timeout',
  'redirected',
  'tooLong',
  'refusedSecret',
  'signedOut',
  'forbidden',
  'notFound',
  'busy',
  'serverTrouble',
  'unexpectedStatus',
  'notCalendar',
  'cutCalendar',
  'damagedCalendar',
  'emptyCalendar',
  'notCalendarServer',
  'noCalendar',
  'notExpectedAnswer',
  'noOrganisation',
  'changedMeanwhile',
  'tooHeavy',
] as const
export const OutsideProblem = z.enum(outsideProblems)
export type OutsideProblem = z.infer<typeof OutsideProblem>

/** Why an entry of a calendar is no appointment to call, or could not be read. */
const leftCodes = [
  'allDay',
  'tentative',
  'transparent',
  'private',
  'missingDate',
  'malformedDate',
  'unknownZone',
  'tooManyOccurrences',
  'unreadable',
  'duplicate',
] as const
export const LeftCode = z.enum(leftCodes)
export type LeftCode = z.infer<typeof LeftCode>

/** One appointment of a source. `uid` and `label` are personal. */
export const OutsideAppointment = z.strictObject({
  uid: z.string(),
  /** Where the source repeats an entry: the occurrence's first hour, which tells it from the others; else null. */
  occurrence: Instant.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  label: z.string(),
  cancelled: z.boolean(),
  /** The source's own name of where it stands (a calendar's address); '' where there is only one. */
  calendar: z.string(),
})
export type OutsideAppointment = z.infer<typeof OutsideAppointment>

/** What a coordination service says of a pre-application number; `other` is a word that it did not have when this was written. */
export const preApplicationStates = [
  'validated',
  'consumed',
  'declared',
  'unknown',
  'expired',
  'other',
] as const
export type PreApplicationState = (typeof preApplicationStates)[number]

/** A pre-application number as it is asked: without blanks, in capitals; null when it has not ten letters or digits. */
export function preApplicationNumber(typed: string): string | null {
  const number = typed.replaceAll(/\s+/g, '').toUpperCase()
  return /^[A-Z0-9]{10}$/.test(number) ? number : null
}
