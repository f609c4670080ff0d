import { useCallback, useEffect, useRef, useState } from 'react'

/** Milliseconds without a touch before the kiosk asks, and how long it waits for an answer (20 s at least: WCAG 2.2.1). */
export type Patience = { readonly quiet: number; readonly warned: number }
export const usual: Patience = { quiet: 60_000, warned: 30_000 }
/** For who listens to the screen or sees a little of it at a time. */
export const slow: Patience = { quiet: 180_000, warned: 60_000 }

const signs = ['pointerdown', 'keydown', 'wheel'] as const

/**
 * Watches for a person who has gone. After `quiet` without a sign it counts the seconds down; any sign
 * but an answer leaves the count alone, so that the question is read.
 * @param active false where there is nothing to go back from
 * @returns the seconds left while the question is asked, else null; and what answers it
 */
export function useIdle(active: boolean, onGone: () => void, { quiet, warned }: Patience = usual) {
  const [left, setLeft] = useState<number | null>(null)
  const asking = left !== null
  const gone = useRef(onGone)
  useEffect(() => {
    gone.current = onGone
  })

  useEffect(() => {
    if (!active || asking) return
    const ask = () => setLeft(warned / 1_000)
    let timer = setTimeout(ask, quiet)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, quiet)
    }
    for (const sign of signs) window.addEventListener(sign, again)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again)
    }
  }, [active, asking, quiet, warned])

  useEffect(() => {
    if (!asking || !active) return
    const end = Date.now() + warned
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1_000)
      setLeft(Math.max(0, seconds))
      if (seconds > 0) return
      setLeft(null)
      gone.current()
    }, 250)
    return () => clearInterval(timer)
  }, [active, asking, warned])

  return { left: active ? left : null, stay: useCallback(() => setLeft(null), []) }
}
