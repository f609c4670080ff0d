import { useState } from 'react'
import type { TicketId } from '../../shared/contract/ids.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { CounterActs } from './acts.ts'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'

/** The code printed on the ticket, where the office's rule asks for it: typed or read by a scanner, which ends with Enter. */
export function AskCode({
  ticketId,
  acts,
  onLeave,
}: {
  readonly ticketId: TicketId
  readonly acts: Pick<CounterActs, 'start'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  return (
    <Panel title={words.askCode} help={words.askCodeHelp} onLeave={onLeave}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          void acts.start({ ticketId, code: code.trim() }).then((result) => {
            if ('error' in result) setWrong(result.error.message)
            else onLeave()
          })
        }}
      >
        <Field
          label={words.askCode}
          startsFocused
          autoComplete="off"
          spellCheck="false"
          maxLength={20}
          value={code}
          error={wrong}
          onChange={(typed) => {
            setCode(typed)
            setWrong(undefined)
          }}
        />
        <div className={style.foot}>
          <Button type="submit" kind="primary" keyCap="Entrée">
            {words.checkCode}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
