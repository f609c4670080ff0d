import { useEffect, useState } from 'react'
import { useLinkState } from './hooks.ts'

/**
 * The office's present, in milliseconds, drawn again each `every` milliseconds. It is the host's clock: a station
 * may be late, and a training office sets its own.
 */
export function useNow(every = 1_000): number {
  const ahead = useLinkState((link) => link.ahead)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now + ahead
}
