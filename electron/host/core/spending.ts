import { performance } from 'node:perf_hooks'
import type { AnsweringTime } from '../../../shared/contract/pace.ts'
import type { StationId } from '../../../shared/contract/ids.ts'

/** One call is never charged more, in milliseconds: what is longer has a pace and a turn of its own, or waits elsewhere. */
const mostOfOne = 500

/** How much of the thread that answers everyone each station has had. */
export type Spending = {
  /** Counts milliseconds that this station had of the thread. */
  readonly charge: (stationId: StationId, milliseconds: number) => void
  /** @returns 0 while this station may look again; else the seconds until it may */
  readonly wait: (stationId: StationId) => number
  /** Does a reading, and charges what it held of the thread: what it only waited for is not counted. */
  readonly charged: <T>(stationId: StationId, work: () => Promise<T>) => Promise<T>
}

type Thread = { readonly now: () => number; readonly active: () => number }

/** The milliseconds that have passed, and those in which the thread worked. */
const thread: Thread = {
  now: () => performance.now(),
  active: () => performance.eventLoopUtilization().active,
}

/**
 * Counts what each station has of the thread.
 * @param burst what a station may have at once, in milliseconds
 * @param share the part of the time that comes back
 */
export function startSpending({ burst, share }: AnsweringTime, { now, active }: Thread = thread): Spending {
  const spent = new Map<StationId, { had: number; at: number }>()
  let underWay = 0

  const had = (stationId: StationId): { had: number; at: number } => {
    const at = now()
    const kept = spent.get(stationId) ?? { had: 0, at }
    kept.had = Math.max(0, kept.had - (at - kept.at) * share)
    kept.at = at
    spent.set(stationId, kept)
    return kept
  }

  const charge = (stationId: StationId, milliseconds: number) => {
    had(stationId).had += Math.min(milliseconds, mostOfOne)
  }

  return {
    charge,
    wait: (stationId) => Math.max(0, had(stationId).had - burst) / (share * 1000),
    charged: async (stationId, work) => {
      const [began, worked, beside] = [now(), active(), ++underWay]
      try {
        return await work()
      } finally {
        // Readings under way together share what the thread did meanwhile.
        charge(stationId, Math.min(now() - began, active() - worked) / Math.max(beside, underWay))
        underWay--
      }
    },
  }
}
