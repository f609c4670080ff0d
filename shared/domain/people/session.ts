import type { AgentId, DayId, Instant, LocalDate } from '../../contract/ids.ts'
import type { AccessSettings } from '../../contract/people/calls.ts'
import { dateIn } from '../core/calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'
import { rightsOf } from './people.ts'

// When a session ends. Pure: the host keeps sessions in its memory, a restart ends them all, and the visits under way,
// which are the office's, go on.

/** Someone is at a station. */
export type Session = {
  readonly agentId: AgentId
  readonly since: Instant
  /** The date on which it was opened, in the office's zone. */
  readonly date: LocalDate
  /** The business day that it belongs to: the one open then, or the first that opened since. */
  readonly dayId: DayId | null
  /** The last act or key, and since when it is locked. */
  readonly touchedAt: Instant
  readonly lockedAt: Instant | null
  /** Since when what opened it is what it was: a secret reset or changed elsewhere ends it. Null while it is changed here. */
  readonly secretSince: Instant | null
  /** Since when the provider's account that opened it is theirs: unlinked, it ends. Null when a secret or a badge opened it. */
  readonly loginSince: Instant | null
  /** Who was here before, the latest first. */
  readonly before: readonly AgentId[]
}

/** What a session opens by: what is the office's own, or an account of its provider. */
export type OpenedBy = 'secret' | 'login'

/** A session as it begins. */
export const begun = (
  office: Office,
  agentId: AgentId,
  now: Instant,
  before: readonly AgentId[],
  by: OpenedBy = 'secret',
): Session => ({
  agentId,
  since: now,
  date: dateIn(zoneOf(office), now),
  dayId: office.day?.dayId ?? null,
  touchedAt: now,
  lockedAt: null,
  secretSince: by === 'secret' ? (office.people.secrets.get(agentId)?.since ?? null) : null,
  loginSince: by === 'login' ? (office.people.logins.get(agentId) ?? null) : null,
  before,
})

/**
 * The session as it is after what happened: null when it has ended. It belongs to one business day, which it joins when it
 * was opened before, and outlives neither that day nor the date; nor the person's last right, nor the secret or the
 * provider's account that opened it.
 */
export function continued(session: Session, office: Office, now: Instant): Session | null {
  const dayId = office.day?.dayId ?? null
  if (session.dayId !== null && session.dayId !== dayId) return null
  if (dateIn(zoneOf(office), now) !== session.date) return null
  if (rightsOf(office, session.agentId).length === 0) return null
  const { secretSince, loginSince } = session
  if (secretSince !== null && office.people.secrets.get(session.agentId)?.since !== secretSince) return null
  if (loginSince !== null && office.people.logins.get(session.agentId) !== loginSince) return null
  const joined = session.dayId === dayId ? session : { ...session, dayId }
  return lockedByAbsence(joined, office.people.access, now)
}

/** Nobody at the keys for as long as the office allows. */
function lockedByAbsence(session: Session, { lockAfterMinutes }: AccessSettings, now: Instant): Session {
  if (lockAfterMinutes === null || session.lockedAt !== null) return session
  const end = session.touchedAt + lockAfterMinutes * 60_000
  return now < end ? session : { ...session, lockedAt: end as Instant }
}

export const locked = (session: Session, now: Instant): Session =>
  session.lockedAt === null ? { ...session, lockedAt: now } : session

/** Someone did something there. */
export const touched = (session: Session, now: Instant): Session =>
  session.lockedAt === null ? { ...session, touchedAt: now } : session

/** The same person said who they are again: what was begun goes on, its day's end too. */
export const unlocked = (session: Session, now: Instant): Session => ({
  ...session,
  lockedAt: null,
  touchedAt: now,
})

/** Who is at the station that asks, as the host keeps it beside the office. */
export type Seat = {
  /** False at a station without people, and where stations are open to all. */
  readonly needed: boolean
  readonly session: Session | null
  readonly lockedUntil: Instant | null
}

/** No one can be here: an open office, a test of another view. */
export const noSeat: Seat = { needed: false, session: null, lockedUntil: null }
