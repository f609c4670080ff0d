import { useEffect, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

// A slow scanner is known for one after its first keys: what they did as shortcuts is taken back.

/** Says how things stand, and gives what puts them back so. */
export type Save = () => () => void

const savers = new Set<Save>()

/**
 * What a scanner's first keys may have done here is taken back, while the component is drawn.
 * @param save called before each key that may begin a scan: it does nothing but remember
 */
export function useTakenBack(save: Save): void {
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const saver = () => latest.current()
    savers.add(saver)
    return () => void savers.delete(saver)
  }, [])
}

/** How the page stands now, its focus too. @returns what puts it back so, drawn before anything else is heard */
export function pageSaved(): () => void {
  const backs = [...savers].map((save) => save())
  const focused = document.activeElement
  return () => {
    flushSync(() => {
      for (const back of backs) back()
    })
    if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement)
      focused.focus({ preventScroll: true })
  }
}
