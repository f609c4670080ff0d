import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { NumberChecked } from '../../shared/contract/appointments/coordination.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { coordinationWords as words } from '../../shared/messages/appointments/coordination.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import type { CounterActs, Current } from './acts.ts'
import style from './Facts.module.css'

type Numbers = {
  readonly current: Current
  readonly zone: string
  readonly acts: Pick<CounterActs, 'copy' | 'checkNumber'>
}

/**
 * The pre-application numbers of the visit, to copy; where they are checked, what each is worth, and a place to type one. No
 * number turns anybody away.
 */
export function PreApplications({ current: { ticket, numbers }, zone, acts }: Numbers) {
  const shown: readonly (NumberChecked | { readonly number: string })[] =
    numbers ?? ticket.preApplications.map((number) => ({ number }))
  return (
    <>
      {shown.map((one) => (
        <li key={one.number}>
          <span>
            {counterWords.line.preApplication} <b className={style.code}>{one.number}</b>
            {'state' in one && <> – {words.state(one)}</>}
          </span>
          <CopyButton text={one.number} copy={acts.copy} />
          {'elsewhere' in one &&
            one.elsewhere.map((other) => (
              <span key={other.managementUrl} className={style.small}>
                {words.elsewhere(other, zone)} <span className={style.code}>{other.managementUrl}</span>
              </span>
            ))}
        </li>
      ))}
      {numbers !== undefined && (
        <li>
          <TypedNumber check={(number) => acts.checkNumber({ number, ticketId: ticket.ticketId })} />
        </li>
      )}
    </>
  )
}

const CopyButton = ({ text, copy }: { readonly text: string; readonly copy: CounterActs['copy'] }) => (
  <Button
    size="dense"
    icon={<Copy aria-hidden size={18} />}
    aria-label={counterWords.line.copy(text)}
    onPress={() => copy(text)}
  >
    {null}
  </Button>
)

function TypedNumber({
  check,
}: {
  readonly check: (number: string) => ReturnType<CounterActs['checkNumber']>
}) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  if (!open)
    return (
      <Button size="dense" onPress={() => setOpen(true)}>
        {words.checkOne}
      </Button>
    )
  return (
    <Form
      className={style.acts}
      onSend={() => {
        if (busy || wordsIn(typed) === '') return
        setBusy(true)
        void check(typed).then((result) => {
          setBusy(false)
          if ('error' in result) return
          setTyped('')
          setOpen(false)
        })
      }}
    >
      <Field
        label={words.number}
        startsFocused
        value={typed}
        maxLength={40}
        autoComplete="off"
        onChange={setTyped}
      />
      <Button type="submit" size="dense" isDisabled={busy}>
        {words.check}
      </Button>
    </Form>
  )
}
