import type { KeyboardEvent } from 'react'
import { classes } from '../ui/classes.ts'
import { typeFigure } from './figures.ts'
import style from './FigureField.module.css'

/** A field where figures are typed, in columns of amounts. Its label is around it, or said. */
export function FigureField({
  value,
  isWrong,
  isDisabled = false,
  said,
  className,
  onType,
  onKey,
}: {
  readonly value: string
  readonly isWrong: boolean
  readonly isDisabled?: boolean
  readonly said?: string | undefined
  /** Its width. */
  readonly className?: string | undefined
  readonly onType: (text: string) => void
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  return (
    <input
      aria-label={said}
      inputMode="numeric"
      autoComplete="off"
      className={classes(style.figure, className)}
      value={value}
      disabled={isDisabled}
      aria-invalid={isWrong}
      onKeyDown={(event) => {
        onKey?.(event)
        typeFigure(event, onType)
      }}
      onChange={({ target }) => onType(target.value)}
    />
  )
}
