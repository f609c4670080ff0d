import type { AgentId, Instant } from '../../contract/ids.ts'
import type { AccessSettings } from '../../contract/people/calls.ts'
import { dateIn } from '../core/calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'
import { rightsOf } from './people.ts'
import type { Session } from './state.ts'

// When a session ends. Pure: the host keeps sessions in its memory, a restart ends them all, and the visits under way,
// which are the office's, go on.

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
  endsDay: null,
  touchedAt: now,
  lockedAt: null,
  secretSince: by === 'secret' ? (office.people.secrets.get(agentId)?.since ?? null) : null,
  loginSince: by === 'login' ? (office.people.logins.get(agentId) ?? null) : null,
  before,
})

/**
 * The session as it is after what happened: null when it has ended. It belongs to one business day, which it joins when it
 * was opened before, and outlives neither that day, unless its end was asked there, nor the date; nor the person's last
 * right, nor the secret or the provider's account that opened it.
 */
export function continued(session: Session, office: Office, now: Instant): Session | null {
  const dayId = office.day?.dayId ?? null
  const { endsDay } = session
  if (session.dayId !== null && session.dayId !== dayId && session.dayId !== endsDay) return null
  if (dateIn(zoneOf(office), now) !== session.date) return null
  if (rightsOf(office, session.agentId).length === 0) return null
  const { secretSince, loginSince } = session
  if (secretSince !== null && office.people.secrets.get(session.agentId)?.since !== secretSince) return null
  if (loginSince !== null && office.people.logins.get(session.agentId) !== loginSince) return null
  const joined = session.dayId === dayId ? session : { ...session, dayId, endsDay: null }
  return lockedByAbsence(joined, office.people.access, now)
}

/** Nobody at the keys for as long as the office allows. */
function lockedByAbsence(session: Session, { lockAfterMinutes }: AccessSettings, now: Instant): Session {
  if (lockAfterMinutes === null || session.lockedAt !== null) return session
  const end = session.touchedAt + lockAfterMinutes * 60_000
  return now < end ? session : { ...session, lockedAt: end as Instant }
}

/** The session locked, since the first time that it was. */
export const locked = (session: Session, now: Instant): Session =>
  session.lockedAt === null ? { ...session, lockedAt: now } : session

/** Someone did something there. */
export const touched = (session: Session, now: Instant): Session =>
  session.lockedAt === null ? { ...session, touchedAt: now } : session

/** Someone asked there for the end of the day: by closing it, or by opening the next one. */
export const endingDay = (session: Session): Session => ({ ...session, endsDay: session.dayId })

/** The day's end was refused. */
export const leavingDay = (session: Session): Session => ({ ...session, endsDay: null })

/** The session once the same person said again who they are: what was begun goes on, its day's end too. */
export const unlocked = (session: Session, now: Instant): Session => ({
  ...session,
  lockedAt: null,
  touchedAt: now,
})
