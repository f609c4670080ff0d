import { startBuckets } from '../../core/buckets.ts'

/** How often something may begin: by whom it is asked, and in all. */
export type Pace = { readonly may: (by: string) => boolean }

/** Within so many milliseconds, so many for one address, and for all. */
export const signInPace = { within: 180_000, each: 60, all: 180 }

/**
 * A sign-in that begins is kept until it ends: whoever begins without end would put others' out of the way.
 * @param now milliseconds that never go back
 */
export function startPace(
  { within, each, all }: typeof signInPace = signInPace,
  now: () => number = () => performance.now(),
): Pace {
  const begun = startBuckets(most, now)
  const may = (who: string, burst: number) => begun.take(who, burst, (burst / within) * 1000) === 0
  // No address is named as all are.
  return { may: (by) => may(`by ${by}`, each) && may('all', all) }
}

/** Addresses remembered at most. */
const most = 1000
