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
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next =
    at === -1 ? (step === 1 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length
  buttons[next]?.focus()
  event.preventDefault()
}
