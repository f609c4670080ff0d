import { useCallback, useLayoutEffect, useState } from 'react'
import { useKeys } from '../ui/keys.ts'

/** How a person asked this kiosk to be read and reached: theirs for one visit, kept nowhere. */
export type Access = {
  /** Each element is said when it is reached. */
  readonly spoken: boolean
  /** White on black, at 7 to 1 at least. */
  readonly contrast: boolean
  /** Letters and targets twice as large. */
  readonly large: boolean
  /** All that can be touched in the lower part, from a wheelchair or for who is short. */
  readonly low: boolean
}
export const noAccess: Access = { spoken: false, contrast: false, large: false, low: false }
/** In the order of the buttons. */
export const accessWays = ['spoken', 'contrast', 'large', 'low'] as const satisfies readonly (keyof Access)[]

/**
 * What a person chose, and whether headphones are plugged in: a keypad with a socket sends F15 at the plug and F16 when
 * it is pulled out, whoever is there; then each element is said until it is. The style sheets read what is chosen on
 * the root, since a question may come over the page.
 */
export function useAccess() {
  const [chosen, setAccess] = useState(noAccess)
  const [plugged, setPlugged] = useState(false)
  useKeys({ F15: () => setPlugged(true), F16: () => setPlugged(false) }, { whileTyping: true })
  const { contrast, large, low } = chosen
  const spoken = chosen.spoken || plugged
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (contrast) dataset['contrast'] = 'high'
    dataset['access'] = accessWays.filter((way) => ({ spoken, contrast, large, low })[way]).join(' ')
    return () => {
      delete dataset['contrast']
      delete dataset['access']
    }
  }, [spoken, contrast, large, low])
  return {
    access: { ...chosen, spoken },
    setAccess,
    /** The visit is over: the next person chooses for themself. */
    forget: useCallback(() => setAccess(noAccess), []),
    chose: chosen !== noAccess,
  } as const
}
