import type { KeyboardEvent, Ref } from 'react'
import { classes } from '../ui/classes.ts'
import style from './LawField.module.css'

/**
 * The field that looks in the texts, over a list that the arrows go through: `id` names its label (`-field`), its list
 * (`-list`) and what helps (`-help`).
 */
export function LawField({
  id,
  typed,
  isOpen,
  chosen,
  className,
  ref,
  onType,
  onKey,
}: {
  readonly id: string
  readonly typed: string
  /** Something was found. */
  readonly isOpen: boolean
  /** The id of the line that Enter takes, if any. */
  readonly chosen: string | undefined
  /** Its size, where it stands. */
  readonly className: string | undefined
  readonly ref?: Ref<HTMLInputElement>
  readonly onType: (text: string) => void
  readonly onKey: (event: KeyboardEvent) => void
}) {
  return (
    <input
      ref={ref}
      id={`${id}-field`}
      type="text"
      role="combobox"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      className={classes(style.field, className)}
      value={typed}
      aria-expanded={isOpen}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-describedby={`${id}-help`}
      aria-activedescendant={chosen}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={onKey}
    />
  )
}
