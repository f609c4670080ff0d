import { useEffect, useRef } from 'react'

/**
 * What a scanner typed is read elsewhere, and shown when the answer comes: Escape puts it away before it is there, and what
 * is scanned after takes its place.
 * @returns to be called when something is sent to be read: it gives whether that is still to be shown, asked at its answer
 */
export function usePutAway(): () => () => boolean {
  const turn = useRef(0)
  useEffect(() => {
    // Beside what the page binds to Escape, of which it takes nothing.
    const hear = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') turn.current += 1
    }
    document.addEventListener('keydown', hear, { capture: true })
    return () => document.removeEventListener('keydown', hear, { capture: true })
  }, [])
  return () => {
    const mine = (turn.current += 1)
    return () => turn.current === mine
  }
}
