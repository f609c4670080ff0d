import { createContext, use, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { tinykeys } from 'tinykeys'
import { isField } from './keyboard.ts'

export type Keys = Readonly<Record<string, (() => void) | undefined>>

/** A page that is kept under another hears no key: what it would do is seen by nobody. */
export const KeysHeld = createContext(false)

/** Whether a page is deaf: by itself, or because what it is drawn in is. */
export const useHeld = (here: boolean): boolean => use(KeysHeld) || here

/**
 * Binds physical keys (`KeyQ`, `Digit1`, `F2`: `event.code`, so that AZERTY and QWERTY press the same place) to
 * acts while the component is drawn. Letters are left alone while a field is being typed in; with `whileTyping`
 * they are not, for function keys and Escape. A held key acts once. Whoever chose so
 * (`data-keys`) has the function keys alone. They are bound before the component is painted: a
 * key pressed as a page appears is heard. Escape pressed within what closes itself (`data-own-escape`) is not the page's.
 */
export function useKeys(keys: Keys, { whileTyping = false } = {}): void {
  const held = use(KeysHeld)
  const latest = useRef(keys)
  useLayoutEffect(() => {
    latest.current = keys
  })
  const names = Object.keys(keys)
    .filter((name) => keys[name] !== undefined)
    .toSorted()
    .join(' ')
  useLayoutEffect(() => {
    if (held) return
    const bindings: Record<string, (event: KeyboardEvent) => void> = {}
    for (const name of names.split(' ').filter(Boolean)) {
      const press = (event: KeyboardEvent) => {
        event.preventDefault()
        // Drawn before the next key is heard: what is pressed fast is pressed on the page as the key before left it.
        flushSync(() => latest.current[name]?.())
      }
      bindings[name] = press
      if (!name.startsWith('Digit')) continue
      // The same figure on the keypad; and on an AZERTY keyboard a figure is written with Shift.
      bindings[name.replace('Digit', 'Numpad')] = press
      bindings[`Shift+${name}`] = press
    }
    const ignore = (event: KeyboardEvent) =>
      event.repeat ||
      event.isComposing ||
      (document.documentElement.dataset['keys'] === 'function' &&
        event.key.length === 1 &&
        !event.ctrlKey &&
        !event.altKey) ||
      (event.key === 'Escape' &&
        event.target instanceof Element &&
        event.target.closest('[data-own-escape]') !== null) ||
      (!whileTyping && isField(event.target))
    // Not on the window, where a scanner's keys are told from a hand's (`identity/useWedge.ts`): what a key that was held
    // back there opens is bound in the midst of the next one, and a window calls none that came since it was reached.
    return tinykeys(document.documentElement, bindings, { capture: true, ignore })
  }, [names, whileTyping, held])
}
