import type { AgentId, Instant } from '../../contract/ids.ts'
import type { Attempts } from './state.ts'

// How failures make one wait. Pure: the host keeps what is counted, written before a secret is compared, so that neither a
// cut nor a crowd of tries at once gives one for nothing.

/** Waits after the free failures, in milliseconds: half a minute, one, five, fifteen, then an hour each time. */
const waits = [30_000, 60_000, 300_000, 900_000, 3_600_000] as const
/** A person mistypes; a station sees many people. */
export const freeForPerson = 4
export const freeForStation = 12

/** Those who don't exist share one name: a list of invented ones costs no more memory than one. */
export const stranger = '-'

/** Under what name the failures of this person are counted. */
export const countedAs = (agentId: AgentId | null): string => agentId ?? stranger

const total = (attempts: Attempts): number =>
  Object.values(attempts).reduce((sum, { count }) => sum + count, 0)

/** Until when nothing is compared; 0 when nobody waits. */
export const waitsUntil = (attempts: Attempts): Instant =>
  Math.max(0, ...Object.values(attempts).map(({ until }) => until)) as Instant

/** One more failure. The end of the wait never comes sooner than it was. @param free failures that cost no wait */
export function failed(attempts: Attempts, by: string, now: Instant, free: number): Attempts {
  const { count = 0, until = 0 } = attempts[by] ?? {}
  const over = total(attempts) + 1 - free
  const end = over <= 0 ? 0 : now + waits[Math.min(over, waits.length) - 1]!
  return { ...attempts, [by]: { count: count + 1, until: Math.max(until, end) as Instant } }
}

/** This person was recognised: their own failures are forgotten with the wait that these began, and nobody else's. */
export function recognised(attempts: Attempts, by: string): Attempts {
  const { [by]: _, ...others } = attempts
  return others
}

/** Nothing is compared before the wait has ended. */
export const isLockedOut = (attempts: Attempts, now: Instant): boolean => now < waitsUntil(attempts)
