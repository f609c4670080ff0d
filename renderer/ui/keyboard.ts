import { useEffect } from 'react'
import { create } from 'zustand'
import type { KeyboardLayout } from '../../shared/contract/people/preferences.ts'

/** The physical keys that act by themselves, in the order of the tables below. */
const places = [
  'Backquote KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon',
  'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period',
].flatMap((row) => row.split(' '))

/** What each layout writes there, as its caps show it. */
const written: Readonly<Record<Exclude<KeyboardLayout, 'auto'>, string>> = {
  azerty: '²AZERTYUIOPQSDFGHJKLMWXCVBN,;:',
  qwerty: '`QWERTYUIOPASDFGHJKL;ZXCVBNM,.',
  qwertz: '^QWERTZUIOPASDFGHJKLÖYXCVBNM,.',
  bepo: '$BÉPOÈ^VDLJAUIE,CTSRNÀYX.K’QGH',
}

const capsOf = (layout: Exclude<KeyboardLayout, 'auto'>): ReadonlyMap<string, string> =>
  new Map(places.map((code, at) => [code, written[layout][at] ?? '']))

const azerty = capsOf('azerty')
const codes = new Map([...azerty].map(([code, cap]) => [cap, code]))

/** The physical key of a cap of the AZERTY keyboard, by which the pages name their keys; undefined of any other key. */
export const codeOf = (cap: string): string | undefined => codes.get(cap)

/** The keys of these caps, in their order. @param caps letters of the AZERTY keyboard: « AZE » */
export const keysOf = (caps: string): readonly { readonly code: string; readonly label: string }[] =>
  Array.from(caps, (label) => ({ code: codeOf(label) ?? label, label }))

type Keyboard = {
  /** What whoever is here chose. */
  readonly chosen: KeyboardLayout
  /** What the system says that the keys write; null where it says nothing. */
  readonly read: ReadonlyMap<string, string> | null
}

/** The keyboard under the agent's hands. */
export const useKeyboard = create<Keyboard>(() => ({ chosen: 'auto', read: null }))

/** What the keyboard shows on the key that is this cap on an AZERTY keyboard; any other name of a key is left as it is. */
export function capOn({ chosen, read }: Keyboard, cap: string): string {
  const code = codeOf(cap)
  if (code === undefined) return cap
  const real = chosen === 'auto' ? (read ?? azerty).get(code) : capsOf(chosen).get(code)
  return real === undefined || real === '' ? cap : real.toLocaleUpperCase('fr')
}

/** A cap as the agent's keyboard shows it. */
export const useCap = (cap: string | undefined): string | undefined =>
  useKeyboard((keyboard) => (cap === undefined ? undefined : capOn(keyboard, cap)))

type Readable = {
  readonly keyboard?: { readonly getLayoutMap?: () => Promise<ReadonlyMap<string, string>> }
}

async function readKeyboard(): Promise<void> {
  const { keyboard } = navigator as Readable
  try {
    const read = await keyboard?.getLayoutMap?.()
    if (read !== undefined && read.size > 0) useKeyboard.setState({ read })
  } catch {
    // A page that may not read it keeps the French keyboard, or the one chosen in « Lecture ».
  }
}

/** Reads what the keys write, and again each time the window comes back: the layout may have been changed elsewhere. */
export function useReadKeyboard(): void {
  useEffect(() => {
    const read = () => void readKeyboard()
    read()
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [])
}

const fields = 'input:not([type="checkbox"]), textarea, select, [contenteditable]'

/** Something is being typed there: letters and figures are text. */
export const isField = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement && element.matches(fields)

/** Marks the page while a field has the focus: the caps that no longer act turn pale. */
export function useTypingMark(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    const mark = () => {
      if (isField(document.activeElement)) dataset['typing'] = ''
      else delete dataset['typing']
    }
    // The focus is nowhere between two elements: what follows is read.
    const later = () => queueMicrotask(mark)
    document.addEventListener('focusin', mark)
    document.addEventListener('focusout', later)
    return () => {
      document.removeEventListener('focusin', mark)
      document.removeEventListener('focusout', later)
      delete dataset['typing']
    }
  }, [])
}
