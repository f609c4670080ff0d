import { Map } from 'immutable'
import type { AgentId, DayId, Instant, LocalDate } from '../../contract/ids.ts'
import { usualAccess, type Right, type SecretKind, type AccessSettings } from '../../contract/people/calls.ts'

/** What the office knows of its people beside their names and skills; what opens a session is in personal rows. */
export type People = {
  /** A manager has had a secret: stations open by a session, and no reset opens them to all again. */
  readonly isProtected: boolean
  /** Who was given other rights than an agent's. */
  readonly rights: Map<AgentId, readonly Right[]>
  readonly secrets: Map<AgentId, { readonly kind: SecretKind; readonly since: Instant }>
  /** Until when the code given to each can be used. */
  readonly invited: Map<AgentId, Instant>
  readonly badges: Map<AgentId, Instant>
  /** Who is known by an account of the office's provider, and since when. */
  readonly logins: Map<AgentId, Instant>
  /** Until when who failed too often waits. */
  readonly locked: Map<AgentId, Instant>
  readonly access: AccessSettings
}

export const noPeople: People = {
  isProtected: false,
  rights: Map(),
  secrets: Map(),
  invited: Map(),
  badges: Map(),
  logins: Map(),
  locked: Map(),
  access: usualAccess,
}

/** What a person typed, as the host made it unreadable: what it is, and its hash (salted by scrypt; a badge's or a provider's account by the host's key). */
export type Sealed = { readonly hash: string; readonly kind: SecretKind | 'code' | 'badge' | 'login' }

/** The personal row of it. */
export type SealedRow = { readonly hash: string }

/** Failures of one person, or at one station, by whose they were; each with the end of the wait that it began. */
export type Attempts = Readonly<Record<string, { readonly count: number; readonly until: Instant }>>

export const noAttempts: Attempts = {}

/** Someone is at a station. */
export type Session = {
  readonly agentId: AgentId
  readonly since: Instant
  /** The date on which it was opened, in the office's zone. */
  readonly date: LocalDate
  /** The business day that it belongs to: the one open then, or the first that opened since. */
  readonly dayId: DayId | null
  /** The day whose end was asked here: whoever asked stays to read its totals. */
  readonly endsDay: DayId | null
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

/** Who is at the station that asks, as the host keeps it beside the office. */
export type Seat = {
  /** False at a station without people, and where stations are open to all. */
  readonly needed: boolean
  readonly session: Session | null
  readonly lockedUntil: Instant | null
}

/** No one can be here: an open office, a test of another view. */
export const noSeat: Seat = { needed: false, session: null, lockedUntil: null }
