import type { ReactNode, Ref } from 'react'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Pinned } from '../ui/Pinned.tsx'
import style from './PanelForm.module.css'

/** A panel's form: its title, what it asks, and its act, always in sight at the foot. */
export function PanelForm({
  title,
  onAct,
  onCancel,
  children,
  dock,
  foot,
}: {
  readonly title: string
  readonly onAct: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
  /** What goes with the act, always in sight above it: the list scrolls, not this. */
  readonly dock?: ReactNode
  readonly foot: ReactNode
}) {
  useKeys({ Escape: onCancel })
  return (
    <form
      className={classes(style.form, dock !== undefined && style.whole)}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        onAct()
      }}
    >
      <h2 className={style.title}>{title}</h2>
      {dock === undefined ? (
        <>
          {children}
          <Pinned className={style.foot}>{foot}</Pinned>
        </>
      ) : (
        <>
          <div className={style.list}>{children}</div>
          <div className={style.dock}>{dock}</div>
          <div className={style.still}>{foot}</div>
        </>
      )}
    </form>
  )
}

/** The act by Enter, the one that takes back what was said, and what is still missing. */
export const PanelFoot = ({
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
