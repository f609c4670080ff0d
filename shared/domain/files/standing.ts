import {
  refuses,
  type FileCloseReason,
  type FileDecision,
  type FileSource,
} from '../../contract/files/file.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Refused } from '../decision.ts'
import { duesOf, implicitOn, silenceFacts, type Due } from './clocks.ts'
import type { FileRow, FileState } from './state.ts'
import { isDecidedElsewhere } from './whoDecides.ts'

// What a file stands for on a day: what silence gave by then, whatever was signed and told to nobody.

/** The day from which silence is worth an acceptance; null where it is worth none, or nothing tells that day. */
const acceptsOn = (file: FileState): LocalDate | null =>
  silenceFacts(file)?.regime === 'acceptation' ? implicitOn(file) : null

/**
 * A silence that is already worth an acceptance; it is withdrawn within four months if it is illegal, never refused
 * (CRPA L242-1).
 */
export function acceptedBySilence(file: FileState, on: LocalDate): Refused<'acceptedBySilence'> | undefined {
  const day = acceptsOn(file)
  return day !== null && day <= on ? { refusal: 'acceptedBySilence', details: [day] } : undefined
}

/**
 * What was decided waits for nothing, by whomever it was, silence among them: no piece is asked of it, and nobody else decides it
 * (CRPA L231-1). What is noted late of a day before is judged on the day of the act: what silence gave by then stays given.
 */
export const settled = (
  file: FileState,
  on: LocalDate,
): Refused<'fileAlreadyDecided' | 'acceptedBySilence'> | undefined => {
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  return isDecidedElsewhere(file) ? undefined : acceptedBySilence(file, on)
}

/** Not decided yet, or decided so that reasons are owed. */
export const mayBeReasoned = ({ decision }: Pick<FileState, 'decision'>): boolean =>
  decision === null ||
  (decision.by === 'office' && (refuses(decision.decision) || decision.decision === 'implicitRejection'))

/**
 * The day on which silence accepts, or accepted, though this office signed a refusal: nobody was notified of it before
 * (CRPA L221-8, L231-1). Null where a refusal stands by itself: it was notified, or silence accepts nothing. One that was noted,
 * or that an earlier version signed, stands as it was noted: nobody can say whether it was notified.
 */
export function unheardUntil(file: FileState, row: FileRow | undefined): LocalDate | null {
  return row?.signedHere === undefined || row.elsewhere !== undefined ? null : toHearBefore(file)
}

/** The day before which a refusal of this office was to reach the person, and did not; whether it was signed here, its row says. */
export function toHearBefore(file: FileState): LocalDate | null {
  const { decision } = file
  if (decision?.by !== 'office' || !refuses(decision.decision) || isDecidedElsewhere(file)) return null
  const day = acceptsOn(file)
  return day === null || heardBefore(file, day) ? null : day
}

/** A decision that reached the person before silence accepted. */
const heardBefore = ({ handedOver }: Pick<FileState, 'handedOver'>, day: LocalDate): boolean =>
  handedOver.some(({ what, on }) => what === 'decision' && on < day)

/** Ends that leave silence nothing to answer: the request was taken back, or there was none of its own. */
const endsRequest: readonly FileCloseReason[] = ['withdrawn', 'duplicate', 'mistake']

/** The day by which silence is told of a file: today, or the day of its end where nothing is asked since. */
export const judgedOn = ({ closed }: Pick<FileState, 'closed'>, zone: string, today: LocalDate): LocalDate =>
  closed !== null && endsRequest.includes(closed.reason) ? dateIn(zone, closed.at) : today

const reachedBy = (day: LocalDate | null, on: LocalDate): Refused<'refusalNotNotified'> | undefined =>
  day !== null && day <= on ? { refusal: 'refusalNotNotified', details: [day] } : undefined

/** A refusal that silence overtook by a day: it is not handed over any more. */
export function overtaken(
  file: FileState,
  row: FileRow | undefined,
  on: LocalDate,
): Refused<'refusalNotNotified'> | undefined {
  return reachedBy(unheardUntil(file, row), on)
}

/**
 * A refusal signed here that its file gives no more, not even once it ended: silence overtook it, or was noted or granted over it
 * since. Where what was typed of the file is erased, only one that reached the person in time is given.
 */
export function givenNoMore(
  file: FileState,
  row: FileRow | undefined,
  on: LocalDate,
): Refused<'refusalNotNotified'> | undefined {
  const { decision } = file
  if (decision?.decision !== 'implicitAcceptance' && decision?.decision !== 'granted')
    return reachedBy(row === undefined ? toHearBefore(file) : unheardUntil(file, row), on)
  const day = acceptsOn(file) ?? decision.on
  return heardBefore(file, day) ? undefined : { refusal: 'refusalNotNotified', details: [day] }
}

/**
 * A refusal signed here that reached the person before silence accepted, noted after the acceptance was: silence never accepted, and
 * the refusal is put back. While an attestation that holds says that it did, the office may only withdraw it (CRPA L242-1).
 */
export function putBack(
  file: FileState,
  { signedHere }: FileRow,
  on: LocalDate,
): Refused<'acceptanceAttested'> | { readonly decision: FileDecision; readonly on: LocalDate } | undefined {
  const day = acceptsOn(file)
  const noted = file.decision?.decision === 'implicitAcceptance' && file.decision.by === 'office'
  if (!noted || signedHere === undefined || day === null || on >= day) return undefined
  if (signedHere.attested) return { refusal: 'acceptanceAttested', details: [day] }
  return { decision: signedHere.decision, on: signedHere.on }
}

/**
 * What falls on some date for an open file as it stands: of a refusal that nobody was told of, the day on which silence accepts,
 * for which only an act of the office is awaited (CRPA L221-8).
 */
export function duesStanding(
  noted: FileState,
  row: FileRow | undefined,
  { territory, today }: { readonly territory: Territory; readonly today: LocalDate },
): readonly Due[] {
  const dues = duesOf(noted, territory)
  const until = noted.closed === null ? unheardUntil(noted, row) : null
  if (until === null) return dues
  const undecided = duesOf({ ...noted, decision: null }, territory)
  if (until <= today) return undecided
  const told = (due: Due): Due => ({ ...due, waitsFor: null, sources: [...due.sources, notified] })
  return [...undecided.filter(({ kind }) => kind === 'silence').map(told), ...dues]
}
const notified: FileSource = { title: 'CRPA, art. L221-8', id: null }

/**
 * A file as it stands on a day: a refusal that silence overtook decides nothing of it. Nor does it once the file ended: whoever gave
 * up an acceptance was not refused.
 */
export const asItStands = (
  file: FileState,
  row: FileRow | undefined,
  { today, zone }: { readonly today: LocalDate; readonly zone: string },
): FileState => (overtaken(file, row, judgedOn(file, zone, today)) ? { ...file, decision: null } : file)
