import type { ReactNode, Ref } from 'react'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { Pinned } from '../ui/Pinned.tsx'
import style from './Act.module.css'

/** A panel's form: its title, what it asks, and its act, always in sight at the foot. */
export function ActForm({
  title,
  onAct,
  onCancel,
  children,
  foot,
}: {
  readonly title: string
  readonly onAct: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
  readonly foot: ReactNode
}) {
  useKeys({ Escape: onCancel })
  return (
    <form
      className={style.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        onAct()
      }}
    >
      <h2 className={style.title}>{title}</h2>
      {children}
      <Pinned className={style.foot}>{foot}</Pinned>
    </form>
  )
}

/** The act by Enter, the one that takes back what was said, and what is still missing. */
export const ActFoot = ({
  act,
  label,
  hint,
  disabled,
  onCancel,
  children,
}: {
  readonly act: Ref<HTMLButtonElement>
  readonly label: string
  readonly hint: string
  readonly disabled: boolean
  readonly onCancel: () => void
  /** A second act beside the first. */
  readonly children?: ReactNode
}) => (
  <>
    <p className={style.hint} role="status">
      {hint}
    </p>
    <div className={style.acts}>
      <Button ref={act} kind="primary" type="submit" keyCap={words.enter} isDisabled={disabled}>
        {label}
      </Button>
      {children}
      <Button keyCap={words.escape} onPress={onCancel}>
        {words.cancel}
      </Button>
    </div>
  </>
)
