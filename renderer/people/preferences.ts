import { useLayoutEffect } from 'react'
import { rights } from '../../shared/contract/people.ts'
import { usualPreferences, type Preferences } from '../../shared/contract/preferences.ts'
import { useLinkState, useView } from '../link/hooks.ts'

/** What whoever is here chose, as the host has it; undefined where nobody has a name. */
export function usePreferences(): Preferences | undefined {
  const known = useLinkState(({ role, agentId }) => agentId !== null && rights.some((each) => each === role))
  const chosen = useView('preferences.view', {})
  return known ? chosen : undefined
}

/** Draws the page as whoever is here reads: the style sheets and the keys look at the root. */
export function useDrawnAsChosen(): void {
  const { size, contrast, airy, singleKeys } = usePreferences() ?? usualPreferences
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['size'] = size
    dataset['density'] = airy ? 'airy' : 'usual'
    dataset['keys'] = singleKeys ? 'all' : 'function'
    if (contrast) dataset['contrast'] = 'high'
    return () => {
      for (const name of ['size', 'density', 'keys', 'contrast']) delete dataset[name]
    }
  }, [size, contrast, airy, singleKeys])
}
