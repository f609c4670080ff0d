import type { KeyboardEvent } from 'react'

const vertical: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
const horizontal: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** One button further or back; sideways as the page is read, and not in a field, where it moves within the word. */
function stepOf({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): number {
  const sideways = target instanceof HTMLInputElement ? 0 : (horizontal[key] ?? 0)
  const towards = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1
  return vertical[key] ?? sideways * towards
}

/** Moves the focus among the buttons of an element with the arrows, round and round: a kiosk's keypad may have no Tab. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = stepOf(event)
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const from = document.activeElement
  const at = buttons.findIndex((button) => button === from)
  // From the title, forward is what Tab would reach: the first thing to do, not the way back above it.
  const after = buttons.findIndex(
    (button) => from && from.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const entering = step === 1 ? Math.max(0, after) : buttons.length - 1
  buttons[at === -1 ? entering : (at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
