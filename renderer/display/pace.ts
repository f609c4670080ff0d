import { useState } from 'react'
import { useKeys } from '../ui/keys.ts'
import { stay } from './strip.ts'

/**
 * What turns in the room: as the display is set, until somebody chooses at its keyboard (RGAA 13.8, WCAG 2.2.2): Space stops
 * it and sets it going again, the right arrow shows what comes next. Nothing of it is drawn, as nobody in the room can
 * reach the screen.
 * @param now milliseconds
 * @param still it is set to stand at the first leaf
 */
export function usePace(now: number, still: boolean): { readonly at: number; readonly held: boolean } {
  const [chosen, setChosen] = useState<number | 'turning' | null>(null)
  const held = chosen === null ? still : chosen !== 'turning'
  const at = !held ? now : typeof chosen === 'number' ? chosen : 0
  useKeys({
    Space: () => setChosen(held ? 'turning' : at),
    ArrowRight: () => setChosen(at + stay),
  })
  return { at, held }
}
