import { use, useEffect, useLayoutEffect, useRef } from 'react'
import { rights } from '../../shared/contract/people/calls.ts'
import { usualPreferences, type Preferences } from '../../shared/contract/people/preferences.ts'
import { useLinkState, useView } from '../link/hooks.ts'
import { useKeyboard, useReadKeyboard, useTypingMark } from '../ui/keyboard.ts'
import { useNotices } from '../link/notices.ts'
import { PresenceContext } from './presence.ts'
import { playTone } from './tone.ts'

/** What whoever is here chose, as the host has it; undefined where nobody has a name. */
export function usePreferences(): Preferences | undefined {
  // In a real office whoever signed in is present; elsewhere the link says who is there.
  const isPresent = use(PresenceContext) !== undefined
  const known = useLinkState(
    ({ role, agentId }) => (agentId !== null || isPresent) && rights.some((each) => each === role),
  )
  const chosen = useView('preferences.view', {})
  return known ? chosen : undefined
}

/** Draws the page as whoever is here reads: the style sheets and the keys look at the root. */
export function useDrawnAsChosen(): void {
  const { size, contrast, airy, singleKeys, keyboard } = usePreferences() ?? usualPreferences
  useReadKeyboard()
  useTypingMark()
  useLayoutEffect(() => useKeyboard.setState({ chosen: keyboard }), [keyboard])
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

/** Sounds each message that appears, for whoever chose so: it is written all the same. */
export function useHeardAsChosen(): void {
  const { sound } = usePreferences() ?? usualPreferences
  useEffect(
    () =>
      sound === 'none'
        ? undefined
        : useNotices.subscribe(({ lines }, before) => {
            if (lines.some((line) => !before.lines.includes(line))) playTone(sound)
          }),
    [sound],
  )
}

/** Sounds once when something is there that was not, for whoever chose so. @param there what is; null for nothing */
export function useHeardWhenThere(there: string | null): void {
  const { sound } = usePreferences() ?? usualPreferences
  const before = useRef(there)
  useEffect(() => {
    const came = before.current === null && there !== null
    before.current = there
    if (came && sound !== 'none') playTone(sound)
  }, [there, sound])
}
