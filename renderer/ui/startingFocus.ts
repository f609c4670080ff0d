import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to the act that a page begins by, where nobody has it: it comes once the host answered, and the next Enter of
 * who went elsewhere meanwhile would do it.
 * @param starts whether it is the next act of the page
 * @returns where the act is
 */
export function useStartingFocus<E extends HTMLElement = HTMLButtonElement>(
  starts = true,
): RefObject<E | null> {
  const act = useRef<E>(null)
  useLayoutEffect(() => {
    if (starts && document.activeElement === document.body) act.current?.focus()
  }, [starts])
  return act
}
