import { useEffect, useRef, type RefObject } from 'react'

/**
 * Hears the keys pressed within an element that is none to act on itself (a form, a panel), before the page does.
 * @returns the ref of that element
 */
export function useKeysWithin<E extends HTMLElement>(
  onKey: (event: globalThis.KeyboardEvent) => void,
): RefObject<E | null> {
  const ref = useRef<E>(null)
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const within = ref.current
    const hear = (event: globalThis.KeyboardEvent) => latest.current(event)
    within?.addEventListener('keydown', hear)
    return () => within?.removeEventListener('keydown', hear)
  }, [])
  return ref
}
