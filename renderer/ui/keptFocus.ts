import { useEffect, useRef } from 'react'

/**
 * What leaves a list takes its buttons with it: the focus then stays in the list rather than go back to the top.
 * @param watched what changes when a line leaves
 * @returns what the list's section, or its row, is given
 */
export function useKeptFocus<E extends HTMLElement = HTMLElement>(watched: unknown) {
  const ref = useRef<E>(null)
  const here = useRef(false)
  useEffect(() => {
    if (here.current && document.activeElement === document.body) ref.current?.focus()
  }, [watched])
  return {
    ref,
    onFocus: () => {
      here.current = true
    },
    onBlur: ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) => {
      // Null when the button itself went away.
      here.current = relatedTarget === null || ref.current?.contains(relatedTarget as Node) === true
    },
  }
}
