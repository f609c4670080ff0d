import { useEffect } from 'react'
import { useLink } from '../link/hooks.ts'

/** Milliseconds between two words to the host that someone is at the keys. */
const every = 30_000

/** While someone is here, the host is told that they are at the keys: the station locks itself when nobody is. */
export function useTouches(here: boolean): void {
  const link = useLink()
  useEffect(() => {
    if (!here) return
    let last = Number.NEGATIVE_INFINITY
    const touch = ({ timeStamp, isTrusted }: Event) => {
      if (!isTrusted || timeStamp - last < every) return
      last = timeStamp
      // Refused, the station is locked or nobody's by now: its page says so.
      void link.act('session.touch', {})
    }
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const name of events) window.addEventListener(name, touch, { capture: true, passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, touch, { capture: true })
    }
  }, [here, link])
}
