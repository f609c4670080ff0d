import { useRef, type RefObject } from 'react'
import { useKeys } from './keys.ts'

/** Escape gives up what is being asked, while the focus is in it. @returns the ref of what asks */
export function useEscape<E extends HTMLElement>(giveUp: () => void): RefObject<E | null> {
  const ref = useRef<E>(null)
  useKeys(
    {
      Escape: () => {
        if (ref.current?.contains(document.activeElement)) giveUp()
      },
    },
    { whileTyping: true },
  )
  return ref
}
