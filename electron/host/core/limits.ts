/** What one token may ask at most, over all its connections: 512 calls under way and 5,000 a second. */
export type Limits = {
  /** False when this call would be too many; when true, `left` must be called once at its end. */
  readonly enter: (holder: string) => boolean
  readonly left: (holder: string) => void
}

export function startLimits(
  underWay = 512,
  aSecond = 5000,
  now: () => number = () => performance.now(),
): Limits {
  type Use = { calls: number; tokens: number; at: number }
  const uses = new Map<string, Use>()
  return {
    enter: (holder) => {
      const at = now()
      const use = uses.get(holder) ?? { calls: 0, tokens: aSecond, at }
      uses.set(holder, use)
      // A bucket that fills at `aSecond` a second and holds one second.
      use.tokens = Math.min(aSecond, use.tokens + ((at - use.at) / 1000) * aSecond)
      use.at = at
      if (use.calls >= underWay || use.tokens < 1) return false
      use.calls++
      use.tokens--
      return true
    },
    left: (holder) => {
      const use = uses.get(holder)
      if (use) use.calls--
    },
  }
}
