import { useState } from 'react'
import type { TicketId } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { TurnNoticeMeans } from '../../shared/contract/queue/rows.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { integrationsWords } from '../../shared/messages/integrations/integrations.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import type { ReceptionActs } from './acts.ts'
import style from './AskNotice.module.css'

const words = integrationsWords.notice

/** The person wants to be told: by what means, where, and that they said yes. Nothing typed stays in the page. */
export function AskNotice({
  ticketId,
  means,
  onAsk,
}: {
  readonly ticketId: TicketId
  readonly means: readonly TurnNoticeMeans[]
  readonly onAsk: ReceptionActs['notice']
}) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(means[0]!)
  const [to, setTo] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const [message, setMessage] = useState('')
  const ask = async () => {
    setTried(true)
    if (!agreed || wordsIn(to) === '') return
    const result = await onAsk({ ticketId, means: chosen, to: wordsIn(to), consent: true })
    if ('error' in result) return
    setTo('')
    setOpen(false)
    setMessage(words.done(ticketNumber(result.output.number)))
  }
  if (!open)
    return (
      <Acts room="around">
        {message === '' && <Button onPress={() => setOpen(true)}>{words.open}</Button>}
        <span role="status">{message}</span>
      </Acts>
    )
  return (
    <Form className={style.box} aria-label={words.title} onSend={ask}>
      {means.length > 1 && (
        <Acts role="group" aria-label={words.means}>
          {means.map((one) => (
            <Button key={one} size="dense" selected={one === chosen} onPress={() => setChosen(one)}>
              {integrationsWords.means[one]}
            </Button>
          ))}
        </Acts>
      )}
      <Field
        label={words.to[chosen]}
        detail={words.help}
        startsFocused
        type={chosen === 'sms' ? 'tel' : 'email'}
        autoComplete="off"
        maxLength={254}
        value={to}
        onChange={setTo}
      />
      <Checkbox isSelected={agreed} onChange={setAgreed}>
        {words.consent}
      </Checkbox>
      {tried && !agreed && (
        <p role="alert" className={lettering.wrong}>
          {words.consentMissing}
        </p>
      )}
      <Acts>
        <Button kind="primary" type="submit">
          {words.act}
        </Button>
        <Button onPress={() => setOpen(false)}>{integrationsWords.cancel}</Button>
      </Acts>
    </Form>
  )
}
