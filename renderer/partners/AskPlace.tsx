import { useEffect, useRef, useState } from 'react'
import type { Recipient } from '../../shared/contract/office/recipient.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { OnRequest } from '../../shared/contract/onRequest.ts'
import { partnersWords } from '../../shared/messages/partners/partners.fr.ts'
import { useCommand, useRead } from '../link/hooks.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import stack from '../ui/Stack.module.css'
import style from './Partners.module.css'

const words = partnersWords.forward

/**
 * The offices that agreed to keep places, each to be asked: what it answers is said here, and `onTo` fills the paper with
 * where to go. Nothing where this office agreed with none.
 */
export function AskPlace({
  on,
  onTo,
}: {
  /** The request that the place is for. */
  readonly on: OnRequest
  readonly onTo: (to: Recipient) => void
}) {
  const ask = useCommand('partners.askPlace')
  const giveUp = useCommand('partners.giveUpPlace')
  const { shown, wrong } = useRead('partners.list', {})
  const [asking, setAsking] = useState(false)
  const [message, setMessage] = useState('')
  const [kept, setKept] = useState(false)
  // The panel's act stands over what is under it: what is answered comes above.
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (message !== '') said.current?.scrollIntoView({ block: 'nearest' })
  }, [message])
  const partners = shown?.partners ?? []
  if (partners.length === 0) return wrong === null ? null : <p role="alert">{wrong}</p>
  const askOne = async ({ partnerId, name }: Output<'partners.list'>['partners'][number]) => {
    setAsking(true)
    setMessage(words.asking)
    const result = await ask({ ...on, partnerId })
    setAsking(false)
    // A refusal is said by the page itself.
    if ('error' in result) return setMessage('')
    const { answer } = result.output
    setKept(answer.is === 'kept')
    onTo(answer.is === 'kept' ? answer.place.office : { name })
    setMessage(answer.is === 'kept' ? words.kept(answer.place) : words.answer(name, answer))
  }
  const giveBack = async () => {
    setAsking(true)
    const result = await giveUp(on)
    setAsking(false)
    if ('error' in result) return
    setKept(false)
    setMessage(words.givenUp)
  }
  return (
    <div role="group" aria-label={words.title} className={stack.near}>
      <p className={style.help}>{words.help}</p>
      <Acts>
        {partners.map((partner) => (
          <Button key={partner.partnerId} isDisabled={asking} onPress={() => void askOne(partner)}>
            {words.ask(partner.name)}
          </Button>
        ))}
        {kept && (
          <Button isDisabled={asking} onPress={() => void giveBack()}>
            {words.giveUp}
          </Button>
        )}
      </Acts>
      <p ref={said} role="status" className={style.said}>
        {message}
      </p>
    </div>
  )
}
