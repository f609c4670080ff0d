import type { AgentId, Instant } from '../../contract/ids.ts'

// How failures make one wait. Pure: the host keeps what is counted, written before a secret is compared, so that neither a
// cut nor a crowd of tries at once gives one for nothing.

/** Waits after the free failures, in milliseconds: half a minute, one, five, fifteen, then an hour each time. */
const waits = [30_000, 60_000, 300_000, 900_000, 3_600_000] as const
/** A person mistypes; a station sees many people. */
export const freeForPerson = 4
export const freeForStation = 12

/** Failures counted for one person, or at one station by whose they were. */
export type Attempts = {
  readonly failures: Readonly<Record<string, number>>
  readonly until: Instant
}
export const noAttempts: Attempts = { failures: {}, until: 0 as Instant }

/** Those who don't exist share one name: a list of invented ones costs no more memory than one. */
export const stranger = '-'
export const countedAs = (agentId: AgentId | null): string => agentId ?? stranger

const total = ({ failures }: Attempts): number =>
  Object.values(failures).reduce((sum, count) => sum + count, 0)

/** One more failure. The end of the wait never comes sooner than it was. @param free failures that cost no wait */
export function failed(attempts: Attempts, by: string, now: Instant, free: number): Attempts {
  const failures = { ...attempts.failures, [by]: (attempts.failures[by] ?? 0) + 1 }
  const over = total({ ...attempts, failures }) - free
  const wait = over <= 0 ? 0 : waits[Math.min(over, waits.length) - 1]!
  return { failures, until: Math.max(attempts.until, wait === 0 ? 0 : now + wait) as Instant }
}

/** This person was recognised: their own failures are forgotten, and nobody else's. A wait begun goes on. */
export function recognised(attempts: Attempts, by: string): Attempts {
  const { [by]: _, ...failures } = attempts.failures
  return { ...attempts, failures }
}

/** Nothing is compared before this instant. */
export const isLockedOut = ({ until }: Attempts, now: Instant): boolean => now < until
