import { useEffect, useState } from 'react'
import { useLinkState } from './hooks.ts'

/** How often the hour is looked at, in milliseconds: after a machine's sleep, or when a clock is set, no page is late for longer. */
const looked = 1_000

/**
 * The office's present, in milliseconds, drawn again each `every` milliseconds: at each second, or round five seconds or
 * minute. It is the host's clock: a station may be late, and a training office sets its own.
 */
export function useNow(every = looked): number {
  const ahead = useLinkState((link) => link.ahead)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const look = () => setNow((shown) => shownFrom(shown + ahead, Date.now() + ahead, every) - ahead)
    const timer = setInterval(look, looked)
    return () => clearInterval(timer)
  }, [every, ahead])
  return now + ahead
}

/**
 * The instant that a page shows from now on: the one that it shows already, as long as no round one came since.
 * @param every milliseconds between two round instants; each look is shown where it is not above a second
 */
export const shownFrom = (shown: number, now: number, every: number): number =>
  every > looked && Math.floor(shown / every) === Math.floor(now / every) ? shown : now
