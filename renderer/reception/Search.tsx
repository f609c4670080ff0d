import { useRef } from 'react'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import style from './Search.module.css'

/**
 * A field that narrows the list under it. Its letter, or « / » for the page's first one, goes to it, Escape empties it and leaves it, so that letters
 * choose again; Enter is the form's.
 */
export function Search({
  label,
  letter,
  value,
  onChange,
  detail,
  startsFocused = false,
  maxLength = 200,
}: {
  readonly label: string
  /** The same on AZERTY and QWERTY: S, N. */
  readonly letter: 'S' | 'N'
  readonly value: string
  readonly onChange: (text: string) => void
  readonly detail?: string | undefined
  readonly startsFocused?: boolean
  readonly maxLength?: number
}) {
  const place = useRef<HTMLDivElement>(null)
  const input = () => place.current?.querySelector('input')
  const go = () => input()?.focus()
  const slash = letter === 'S' ? go : undefined
  useKeys({
    [`Key${letter}`]: go,
    Slash: slash,
    Period: slash,
    'Shift+Period': slash,
    NumpadDivide: slash,
  })
  useKeys(
    {
      Escape: () => {
        if (document.activeElement !== input()) return
        onChange('')
        input()?.blur()
      },
    },
    { whileTyping: true },
  )
  return (
    <div ref={place} className={style.search}>
      <KeyCap>{letter === 'S' ? '/' : letter}</KeyCap>
      <Field
        label={label}
        value={value}
        onChange={onChange}
        startsFocused={startsFocused}
        maxLength={maxLength}
        autoComplete="off"
        {...(detail === undefined ? {} : { detail })}
      />
    </div>
  )
}
