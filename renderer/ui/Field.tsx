import lettering from './Lettering.module.css'
import { useEffect, useRef, type ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import style from './Field.module.css'
import { wholeReferences } from './Prose.tsx'

export type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string
  readonly detail?: ReactNode
  /** What is the matter, then what to do; shown with `isInvalid`. */
  readonly error?: string | undefined
  /** Several lines. */
  readonly lines?: number
  /** Takes the focus when it appears: only for a field that was just asked for. */
  readonly startsFocused?: boolean
}

/** A text field with its label, what helps and what is wrong; `value`, `onChange`, `type` as React Aria's. */
export function Field({ label, detail, error, lines, startsFocused = false, ...rest }: FieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (startsFocused) (input.current ?? area.current)?.focus()
  }, [startsFocused])
  return (
    <TextField {...rest} isInvalid={rest.isInvalid ?? error !== undefined} className={style.field!}>
      <Label className={lettering.label}>{label}</Label>
      {lines === undefined ? (
        <Input ref={input} className={style.input!} />
      ) : (
        <TextArea ref={area} className={style.input!} rows={lines} />
      )}
      {detail !== undefined && (
        <Text slot="description" className={lettering.small!}>
          {wholeReferences(detail)}
        </Text>
      )}
      <FieldError className={lettering.wrong!}>{wholeReferences(error)}</FieldError>
    </TextField>
  )
}

/**
 * How each field of a form is bound to its part of what is typed: `{...of('name')}`.
 * @param wrong what is the matter with each
 */
export const fieldsOf =
  <D,>(
    typed: D,
    change: (part: Partial<D>) => void,
    wrong: { readonly [K in keyof D]?: string | undefined } = {},
  ) =>
  <K extends keyof D>(name: K) => ({
    value: typed[name],
    error: wrong[name],
    onChange: (value: D[K]) => change({ [name]: value } as unknown as Partial<D>),
  })
