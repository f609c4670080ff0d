import { useState, type KeyboardEvent } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Field } from '../ui/Field.tsx'
import { figureOf, readFrenchDate, writeFrenchDate } from './dates.ts'

/**
 * A date in eight figures: given as soon as it is one, taken back when the field is emptied and left. A figure of the
 * upper row is a figure on any keyboard.
 */
export function DateField({
  label,
  detail = fr.counter.validUntilHelp,
  value,
  error,
  begun = '',
  startsFocused = false,
  onChange,
}: {
  readonly label: string
  readonly detail?: string
  readonly value: LocalDate | null
  /** What the host says of the date given. */
  readonly error?: string | undefined
  /** Figures already pressed, before the field was there. */
  readonly begun?: string
  readonly startsFocused?: boolean
  readonly onChange: (day: LocalDate | null) => void
}) {
  const [text, setText] = useState(value === null ? begun : writeFrenchDate(value))
  const [wrong, setWrong] = useState(false)
  // What another hand filled (a zone that was read) shows too.
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    setText(value === null ? '' : writeFrenchDate(value))
    setWrong(false)
  }
  const type = (typed: string) => {
    setText(typed)
    const read = readFrenchDate(typed)
    setWrong(read === undefined && /^\s*\d{8}\s*$/.test(typed))
    if (read !== undefined && read !== value) onChange(read)
  }
  return (
    <Field
      label={label}
      detail={detail}
      error={wrong ? fr.counter.validUntilWrong : error}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      startsFocused={startsFocused}
      value={text}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        const figure = figureOf(event.nativeEvent)
        const input = event.target
        if (figure === undefined || !(input instanceof HTMLInputElement)) return
        event.preventDefault()
        input.setRangeText(figure, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
        type(input.value.slice(0, 10))
      }}
      onChange={type}
      onBlur={() => {
        const empty = text.trim() === ''
        setWrong(!empty && readFrenchDate(text) === undefined)
        if (empty && value !== null) onChange(null)
      }}
    />
  )
}
