import { Field } from '../ui/Field.tsx'

/** A secret as it is typed, hidden unless its own typist shows it; nothing remembers it, the browser neither. */
export function SecretField({
  label,
  value,
  detail,
  error,
  digits = false,
  shown = false,
  startsFocused = false,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly detail?: string | undefined
  readonly error?: string | undefined
  /** Figures alone: a touch screen shows its keypad. */
  readonly digits?: boolean
  /** Chosen now, it may be looked at; asked for, it never is. */
  readonly shown?: boolean
  readonly startsFocused?: boolean
  readonly disabled?: boolean
  readonly onChange: (typed: string) => void
}) {
  return (
    <Field
      label={label}
      type={shown ? 'text' : 'password'}
      value={value}
      {...(detail === undefined ? {} : { detail })}
      error={error}
      maxLength={200}
      autoComplete="off"
      spellCheck="false"
      isDisabled={disabled}
      startsFocused={startsFocused}
      {...(digits ? { inputMode: 'numeric' as const } : {})}
      onChange={onChange}
    />
  )
}
