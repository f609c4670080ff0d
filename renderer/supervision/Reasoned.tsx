import { useState, type ReactNode } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useEscape } from '../ui/escape.ts'
import style from './Supervision.module.css'

/** The longest reason that an office keeps, in characters, as the contract has it. */
const longest = 200

/** A typed reason and the ready words that say it in one press; sent as they are. Escape gives up. */
export function Reasoned({
  label,
  chips,
  act,
  optional = false,
  onSend,
  onCancel,
  children,
}: {
  readonly label: string
  readonly chips: readonly string[]
  readonly act: string
  readonly optional?: boolean
  readonly onSend: (reason: string) => void
  readonly onCancel: () => void
  /** Fields that go with it, above. */
  readonly children?: ReactNode
}) {
  const [reason, setReason] = useState('')
  const form = useEscape<HTMLFormElement>(onCancel)
  const ready = optional || wordsIn(reason) !== ''
  return (
    <form
      ref={form}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSend(wordsIn(reason))
      }}
    >
      {children}
      <Field label={label} value={reason} onChange={setReason} maxLength={longest} startsFocused />
      <Acts>
        {chips.map((words) => (
          <Button key={words} size="dense" onPress={() => onSend(words)}>
            {words}
          </Button>
        ))}
      </Acts>
      <div className={style.row}>
        <Button type="submit" kind="primary" isDisabled={!ready}>
          {act}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {supervision.decide.cancel}
        </Button>
      </div>
    </form>
  )
}
