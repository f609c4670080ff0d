import { useEffect, useState } from 'react'
import { useLinkState } from './hooks.ts'

/**
 * The office's present, in milliseconds, drawn again each `every` milliseconds: at each round second, five seconds or
 * minute, so that two screens show the same hour. It is the host's clock: a station may be late, and a training office sets
 * its own.
 */
export function useNow(every = 1_000): number {
  const ahead = useLinkState((link) => link.ahead)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const untilNext = () => untilRound(Date.now() + ahead, every)
    let timer = setTimeout(function draw() {
      setNow(Date.now())
      timer = setTimeout(draw, untilNext())
    }, untilNext())
    return () => clearTimeout(timer)
  }, [every, ahead])
  return now + ahead
}

/** Milliseconds from an instant to the next round one. @param every milliseconds between two of them */
export const untilRound = (now: number, every: number): number => every - (now % every)
