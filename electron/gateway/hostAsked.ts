import { join } from 'node:path'
import type { Joined } from '../host/core/mainMessages.ts'
import type { Configuration } from '../system/config/schema.ts'
import { hostEnvironment, type Place } from '../system/place.ts'
import type { HostAsked } from './hostProcess.ts'

/** What a machine's windows have open: the training site beside it, the office that it joined, or its own. */
export type Open = {
  readonly place: Place
  /** The office of another machine, where this one has joined it; the training site is always this machine's own. */
  readonly joined: Joined | null
}

/** The program of a station's relay, in the folder of the built files. */
export const relayEntry = (built: string): string => join(built, 'main', 'relay.cjs')

/** The office of another machine, while it is the one that is open here. */
export const joinedNow = ({ place, joined }: Open): Joined | null => (place.school ? null : joined)

/**
 * Which host the windows ask: this machine's, or the relay to the one joined.
 * @param built the built files
 * @param startedAt since when the training clock runs, in milliseconds
 * @param open what is open, read again at each start
 */
export function hostAsked(
  built: string,
  startedAt: number,
  configuration: Configuration,
  open: () => Open,
): HostAsked {
  return {
    entry: () => (joinedNow(open()) ? relayEntry(built) : join(built, 'main', 'host.cjs')),
    greeting: () => {
      const office = joinedNow(open())
      return office && { t: 'joined', joined: office }
    },
    environment: () => hostEnvironment(open().place, join(built, 'renderer'), startedAt, configuration),
  }
}
