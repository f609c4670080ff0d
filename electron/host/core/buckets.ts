/** Allowances that fill with time, one for each who asks: the only way in which this host counts how often. */
export type Buckets = {
  /**
   * Takes one from the allowance of `who`, which holds `burst` and fills at `aSecond` a second.
   * @returns 0 once it is taken; else the seconds until there is one
   */
  readonly take: (who: string, burst: number, aSecond: number) => number
}

/**
 * @param most allowances kept: beyond, that of who asked the longest ago is full again
 * @param now milliseconds; an hour that goes back fills nothing
 */
export function startBuckets(most = Infinity, now: () => number = () => performance.now()): Buckets {
  // What was taken and has not come back: an allowance that is made larger is so at once.
  const kept = new Map<string, { taken: number; at: number }>()
  return {
    take: (who, burst, aSecond) => {
      const at = now()
      const allowance = kept.get(who) ?? { taken: 0, at }
      kept.delete(who)
      kept.set(who, allowance)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
      const elapsed = Math.max(0, at - allowance.at) / 1000
      allowance.taken = Math.max(0, allowance.taken - elapsed * aSecond)
      allowance.at = at
      // What thirds of a second leave of one is one.
      const lacking = allowance.taken + 1 - burst
      if (lacking > 1e-9) return lacking / aSecond
      allowance.taken++
      return 0
    },
  }
}
