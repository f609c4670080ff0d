import { randomBytes } from 'node:crypto'

/** Things that are good once, and for a time: in memory, so that a restart ends them all. */
export type Once<T> = {
  /** Keeps it under a name that nobody guesses. */
  readonly keep: (value: T) => string
  readonly look: (name: string) => T | undefined
  /** Gives it, and it is no more. */
  readonly take: (name: string) => T | undefined
}

/**
 * @param lasts milliseconds
 * @param most beyond which the oldest gives way
 */
export function once<T>(lasts: number, most: number, now: () => number = () => performance.now()): Once<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>()
  const look = (name: string): T | undefined => {
    const found = kept.get(name)
    if (found === undefined) return undefined
    if (found.until > now()) return found.value
    kept.delete(name)
    return undefined
  }
  return {
    keep: (value) => {
      // ProConnect wants letters and figures alone, 32 at least.
      const name = randomBytes(32).toString('hex')
      kept.set(name, { value, until: now() + lasts })
      if (kept.size > most) kept.delete(kept.keys().next().value!)
      return name
    },
    look,
    take: (name) => {
      const value = look(name)
      kept.delete(name)
      return value
    },
  }
}
