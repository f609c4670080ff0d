import type { Instant } from '../../shared/contract/ids.ts'

/** The host's only clock: instants in milliseconds, UTC. */
export type Clock = { readonly now: () => Instant }

export const systemClock: Clock = { now: () => Date.now() as Instant }

/**
 * The training office's clock: set to an instant, it then runs. Its hour never reaches the journal's instants
 * backwards: the sequencer keeps the last one recorded when the clock was set earlier.
 */
export function clockSetTo(at: Instant): Clock {
  const behind = Date.now() - at
  return { now: () => Math.max(0, Date.now() - behind) as Instant }
}
