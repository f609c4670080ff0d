import type { KeyboardEvent } from 'react'
import { reach, stopsOf } from './reading.ts'

const vertical: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
const horizontal: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** One button further or back; sideways as the page is read, and not in a field, where it moves within the word. */
function stepOf({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): number {
  const sideways = target instanceof HTMLInputElement ? 0 : (horizontal[key] ?? 0)
  const towards = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1
  return vertical[key] ?? sideways * towards
}

/**
 * Moves the focus among the buttons of an element with the arrows, round and round: a kiosk's keypad may have no Tab.
 * Where each element is said, what is only read is passed through too.
 */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = stepOf(event)
  if (step === 0) return
  const spoken = document.documentElement.dataset['access']?.includes('spoken') ?? false
  const stops = spoken
    ? stopsOf(event.currentTarget)
    : [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const from = document.activeElement
  const at = stops.findIndex((stop) => stop === from)
  // From the title, forward is what Tab would reach: the first thing to do, not the way back above it.
  const after = stops.findIndex(
    (stop) => from && from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const entering = step === 1 ? Math.max(0, after) : stops.length - 1
  const next = stops[at === -1 ? entering : (at + step + stops.length) % stops.length]
  if (next) reach(next)
  event.preventDefault()
}
