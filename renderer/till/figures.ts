import type { KeyboardEvent } from 'react'
import { figureOf } from '../ui/dates.ts'

/**
 * For fields of figures: a key of the upper row is a figure on any keyboard, as a scanner's are; an AZERTY one gives
 * « é » for 2 without Shift.
 * @param onType the field's new text
 */
export function typeFigure(event: KeyboardEvent, onType: (text: string) => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const figure = figureOf(event.nativeEvent)
  const input = event.target
  if (figure === undefined || !(input instanceof HTMLInputElement)) return
  event.preventDefault()
  input.setRangeText(figure, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  onType(input.value)
}
