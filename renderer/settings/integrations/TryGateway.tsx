import { useState } from 'react'
import type { TurnNoticeMeans } from '../../../shared/contract/queue/rows.ts'
import { gatewayWords as words } from '../../../shared/messages/integrations/gateways.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import style from '../Settings.module.css'

/** Sends a test by the gateway that is kept, to whom whoever tries it says; then says what left, and what answered. */
export function TryGateway({ means }: { readonly means: TurnNoticeMeans }) {
  const link = useLink()
  const [to, setTo] = useState('')
  const [missing, setMissing] = useState(false)
  const [said, setSaid] = useState<{ readonly text: string; readonly refused: boolean } | null>(null)
  const send = async () => {
    const empty = to.trim().length < 3
    setMissing(empty)
    if (empty) return
    setSaid({ text: words.trying, refused: false })
    const result = await link.act('gateways.try', { means, to })
    if ('error' in result) return setSaid({ text: result.error.message, refused: true })
    const { text, problem } = result.output
    setSaid(
      problem === null
        ? { text: words.sent(text), refused: false }
        : { text: words.notSent(text, words.problems[problem]), refused: true },
    )
  }
  return (
    <>
      <Field
        label={means === 'sms' ? words.toSms : words.toEmail}
        value={to}
        error={missing ? words.wrong.to : undefined}
        maxLength={200}
        autoComplete="off"
        onChange={setTo}
      />
      <Acts>
        <Button onPress={() => void send()}>{words.try}</Button>
        <span role={said?.refused ? 'alert' : 'status'} className={style.small}>
          {said?.text}
        </span>
      </Acts>
    </>
  )
}
