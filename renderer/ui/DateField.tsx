import { useState, type KeyboardEvent } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Field } from './Field.tsx'
import { dayTyped, figureOf, isNoDay, writeFrenchDate } from './dates.ts'
import { useUnreadDay } from './unreadDays.ts'

/**
 * A date in eight figures, whatever the language of the system, which the browsers' own field follows: given as soon as it is
 * one, taken back as soon as what is typed is none, so that no day is sent that is not the one shown; the form is told that
 * something is written which is none. A figure of the upper row is a figure on any keyboard. React Aria's
 * field of three parts keeps the day of before while one of its parts is empty, and takes three Tabs.
 */
export function DateField({
  label,
  detail = appWords.dateHelp,
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
  const id = useUnreadDay(isNoDay(text))
  const type = (typed: string) => {
    setText(typed)
    setWrong(isNoDay(typed) && /^\s*\d{8}\s*$/.test(typed))
    const day = dayTyped(typed, value)
    if (day === undefined) return
    // What is typed stays, to be gone on with.
    if (day === null) setSeen(null)
    onChange(day)
  }
  return (
    <Field
      id={id}
      label={label}
      detail={detail}
      error={wrong ? appWords.dateWrong : error}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      startsFocused={startsFocused}
      value={text}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        // A form would be sent with the day of before.
        if (event.key === 'Enter' && isNoDay(text)) {
          event.preventDefault()
          return setWrong(true)
        }
        const figure = figureOf(event.nativeEvent)
        const input = event.target
        if (figure === undefined || !(input instanceof HTMLInputElement)) return
        event.preventDefault()
        input.setRangeText(figure, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
        type(input.value.slice(0, 10))
      }}
      onChange={type}
      onBlur={() => setWrong(isNoDay(text))}
    />
  )
}
