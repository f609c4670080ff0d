import { useState, type KeyboardEvent } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Field } from './Field.tsx'
import { figureOf, readFrenchDate, writeFrenchDate } from './dates.ts'
import { useUnreadDay } from './unreadDays.ts'

/**
 * A date in eight figures, whatever the language of the system, which the browsers' own field follows: given as soon as it is
 * one, taken back when the field is left with something else in it, so that no day is sent that is not the one shown; the
 * form is told that something is written which is none. A figure of the upper row is a figure on any keyboard. React Aria's
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
  useUnreadDay(isOther(text))
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
      error={wrong ? appWords.dateWrong : error}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      startsFocused={startsFocused}
      value={text}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        // A form would be sent with the day of before.
        if (event.key === 'Enter' && isOther(text)) {
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
      onBlur={() => {
        setWrong(isOther(text))
        if (value === null || readFrenchDate(text) !== undefined) return
        // What was typed stays, to be mended.
        setSeen(null)
        onChange(null)
      }}
    />
  )
}

/** Something is written, which is no day, or not one yet. */
const isOther = (text: string): boolean => wordsIn(text) !== '' && readFrenchDate(text) === undefined
