import { useEffect, useRef, type RefObject } from 'react'

/**
 * What was just asked for opens whole before the eye, its first field in hand: under the fold it would look as if
 * nothing had happened. What is taller than its place shows its beginning.
 * @returns where what opens is
 */
export function useInView<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null)
  // After a field that asks for the focus has it. (Recent Chromium answers a scroll by a promise, which an effect must
  // not give back.)
  useEffect(() => {
    const opened = place.current
    if (!opened) return
    if (!opened.contains(document.activeElement))
      opened.querySelector<HTMLElement>('input, select, textarea')?.focus()
    opened.scrollIntoView({ block: 'nearest' })
  }, [])
  return place
}
