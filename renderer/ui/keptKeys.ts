import { useEffect, useLayoutEffect, useRef } from 'react'
import { typeAgain } from './typeAgain.ts'

// What is pressed while an act is on its way is for what the act leaves: it is kept, then pressed there in its order.

/** Milliseconds after which an act that has no answer gives the keys back to the page; what was kept is let go. */
const longest = 5_000

/** An act that is on its way. */
export type Wait = {
  /** It is done, and what it leaves is about to be drawn: what is kept is let go no more. */
  readonly answered: () => void
  /** What it leaves is drawn, or about to be: what was kept is pressed there. */
  readonly over: () => void
  /** It was refused: what was kept was meant for a page that does not come. */
  readonly refused: () => void
}

const waits = new Set<Wait>()
/** How many times what was kept was let go. */
let letGo = 0
let kept: KeyboardEvent[] = []
/** The key pressed last, by its place; null once the mouse was. */
let last: string | null = null
/** The key that began what is waited for. */
let began: string | null = null
/** A kept key is being pressed again: nothing holds it back. */
let again = false

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])

function hear(event: KeyboardEvent): void {
  // With Ctrl or Alt alone a key is the system's, or an alert; with both it writes.
  if (
    again ||
    event.isComposing ||
    event.metaKey ||
    event.ctrlKey !== event.altKey ||
    modifiers.has(event.key)
  )
    return
  event.preventDefault()
  event.stopImmediatePropagation()
  // Pressed again before anything answers, it is the same wish: the page that comes has another use for it.
  if (event.repeat || (kept.length === 0 && event.code === began)) return
  kept.push(event)
}

if (typeof document !== 'undefined') {
  // Not on the window: a key that is held back there is not pressed yet.
  document.addEventListener('keydown', ({ code }) => (last = code), { capture: true })
  window.addEventListener('pointerdown', () => (last = null), { capture: true })
}

function pressAgain(): void {
  while (waits.size === 0) {
    const next = kept.shift()
    if (next === undefined) return
    // The browser alone moves the focus by it: what follows would be pressed elsewhere than it was meant.
    if (next.key === 'Tab') kept = []
    else {
      again = true
      try {
        // Where the page that came has put the focus, not where it was when the key was pressed.
        typeAgain(next, document.activeElement ?? document.body)
      } finally {
        again = false
      }
    }
  }
}

/** Keeps what is pressed from now on, until the act is over or refused. */
export function keepKeys(): Wait {
  const end = () => {
    clearTimeout(timer)
    if (!waits.delete(wait)) return false
    if (waits.size === 0) window.removeEventListener('keydown', hear, { capture: true })
    return true
  }
  const wait: Wait = {
    answered: () => clearTimeout(timer),
    // What the act leaves binds its keys as it is drawn: they are pressed after that.
    over: () =>
      void setTimeout(() => {
        if (end()) pressAgain()
      }),
    refused: () => {
      if (!end()) return
      kept = []
      letGo += 1
    },
  }
  const timer = setTimeout(wait.refused, longest)
  // On the window, after a scanner's keys were told from a hand's there (`identity/useWedge.ts`).
  if (waits.size === 0) {
    began = last
    while (kept[0] !== undefined && kept[0].code === began) kept.shift()
    window.addEventListener('keydown', hear, { capture: true })
  }
  waits.add(wait)
  return wait
}

/**
 * Whom a key is for that is pressed now and heard later: a scanner's watch holds it back meanwhile.
 * @returns asked when it is heard: null where nothing waited, and it is for the place where it was pressed; else what has
 * the focus on the page that came, or `nobody` where that page does not come
 */
export function meantFor(): () => Element | 'nobody' | null {
  if (waits.size === 0) return () => null
  const before = letGo
  return () => (letGo === before ? (document.activeElement ?? document.body) : 'nobody')
}

/** Keeps what is pressed while what it is meant for is not there yet. */
export function useKeysKept(waiting: boolean): void {
  const wait = useRef<Wait>(null)
  useLayoutEffect(() => {
    if (waiting) wait.current = keepKeys()
  }, [waiting])
  // After the effects of what came, which take the focus.
  useEffect(() => {
    const begun = wait.current
    return () => begun?.over()
  }, [waiting])
}
