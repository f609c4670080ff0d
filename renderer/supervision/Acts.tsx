import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import style from './Supervision.module.css'

/** One act: done at once (`press`), or after a short form in place (`form`, given what closes it). */
export type OneAct = {
  readonly label: string
  readonly name?: string
  readonly primary?: boolean
} & ({ readonly press: () => void } | { readonly form: (close: () => void) => ReactNode })

/** The acts of a decision or of a row, side by side; the form of one takes their place, and gives it back. */
export function Acts({
  acts,
  size = 'normal',
}: {
  readonly acts: readonly OneAct[]
  readonly size?: 'normal' | 'dense'
}) {
  const [opened, setOpened] = useState<string | null>(null)
  // The focus comes back to the act whose form was closed.
  const [back, setBack] = useState<string | null>(null)
  const open = acts.find((act) => act.label === opened)
  if (open && 'form' in open)
    return open.form(() => {
      setBack(opened)
      setOpened(null)
    })
  if (acts.length === 0) return null
  return (
    <div className={size === 'dense' ? style.denseActs : style.row}>
      {acts.map((act) => (
        <Button
          key={act.label}
          kind={act.primary ? 'primary' : size === 'dense' ? 'quiet' : 'plain'}
          size={size}
          autoFocus={back === act.label}
          {...(act.name === undefined ? {} : { 'aria-label': act.name })}
          onPress={() => ('press' in act ? act.press() : setOpened(act.label))}
        >
          {act.label}
        </Button>
      ))}
    </div>
  )
}
