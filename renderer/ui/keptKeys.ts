import { useLayoutEffect } from 'react'
import { typeAgain } from './typeAgain.ts'

// What is pressed while an act is on its way is for what the act leaves: it is kept, then pressed there in its order.

/** Milliseconds after which an act that has no answer gives the keys back to the page; what was kept is let go. */
const longest = 5_000

/** An act that is on its way. */
export type Wait = {
  /** What it leaves is drawn, or about to be: what was kept is pressed there. */
  readonly over: () => void
  /** It was refused: what was kept was meant for a page that does not come. */
  readonly refused: () => void
}

const waits = new Set<Wait>()
let kept: KeyboardEvent[] = []
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
  if (!event.repeat) kept.push(event)
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
        typeAgain(next)
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
    // What the act leaves binds its keys as it is drawn: they are pressed after that.
    over: () =>
      void setTimeout(() => {
        if (end()) pressAgain()
      }),
    refused: () => {
      if (end()) kept = []
    },
  }
  const timer = setTimeout(wait.refused, longest)
  // On the window, after a scanner's keys were told from a hand's there (`identity/useWedge.ts`).
  if (waits.size === 0) window.addEventListener('keydown', hear, { capture: true })
  waits.add(wait)
  return wait
}

/** Keeps what is pressed while what it is meant for is not there yet. */
export function useKeysKept(waiting: boolean): void {
  useLayoutEffect(() => {
    if (!waiting) return
    const { over } = keepKeys()
    return over
  }, [waiting])
}
