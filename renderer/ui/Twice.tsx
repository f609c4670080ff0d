import { useState } from 'react'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Button, type ButtonProps } from './Button.tsx'
import { useEscape } from './escape.ts'
import { beside } from './beside.ts'
import style from './Twice.module.css'

type Size = ButtonProps['size'] & {}

/** An act that is not taken back: asked twice, in place. The focus stays on what was asked, or goes to the next row. */
export function Twice({
  label,
  name,
  confirm,
  kind = 'plain',
  size = 'normal',
  onAct,
}: {
  readonly label: string
  /** The button's whole name for a screen reader, where the label alone is said by several. */
  readonly name?: string
  readonly confirm: string
  readonly kind?: ButtonProps['kind'] & {}
  readonly size?: Size
  readonly onAct: () => void
}) {
  // `back`: the question was answered no, so that the focus comes back where it was.
  const [step, setStep] = useState<'idle' | 'asking' | 'back'>('idle')
  if (step === 'asking')
    return (
      <Asking
        confirm={confirm}
        size={size}
        onNo={() => setStep('back')}
        onYes={() => {
          setStep('idle')
          onAct()
        }}
      />
    )
  return (
    <Button
      kind={kind}
      size={size}
      autoFocus={step === 'back'}
      {...(name === undefined ? {} : { 'aria-label': name })}
      onPress={() => setStep('asking')}
    >
      {label}
    </Button>
  )
}

/** The question itself: its keys are bound only while it is asked. */
function Asking({
  confirm,
  size,
  onYes,
  onNo,
}: {
  readonly confirm: string
  readonly size: Size
  readonly onYes: () => void
  readonly onNo: () => void
}) {
  const asking = useEscape<HTMLSpanElement>(onNo)
  return (
    <span ref={asking} className={style.asking}>
      <Button
        size={size}
        kind="primary"
        autoFocus
        onPress={({ target }) => {
          beside(target)()
          onYes()
        }}
      >
        {confirm}
      </Button>
      <Button kind="quiet" size={size} onPress={onNo}>
        {supervision.decide.cancel}
      </Button>
    </span>
  )
}
