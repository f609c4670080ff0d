import type { KeyboardEvent } from 'react'

const forward = new Set(['ArrowDown', 'ArrowRight'])
const backward = new Set(['ArrowUp', 'ArrowLeft'])

/** Moves the focus among the buttons of an element with the arrows, round and round: a kiosk's keypad may have no Tab. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = forward.has(event.key) ? 1 : backward.has(event.key) ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next =
    at === -1 ? (step === 1 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length
  buttons[next]?.focus()
  event.preventDefault()
}
