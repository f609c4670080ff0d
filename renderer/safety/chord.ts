import { useEffect } from 'react'

/**
 * Ctrl, Shift and the space bar, with one hand, whatever is being typed or turned to the public. No keyboard writes
 * anything with them. The space goes no further, so that the button under the focus is not pressed.
 */
export function useChord(press: (() => void) | null): void {
  useEffect(() => {
    if (press === null) return
    const hear = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || !event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!event.repeat) press()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [press])
}
