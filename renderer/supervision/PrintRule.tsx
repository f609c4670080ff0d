import { useState } from 'react'
import { byHand } from '../../shared/messages/queue/closing.fr.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import { useAct } from '../link/hooks.ts'

const words = byHand

/** The queue's rule on paper, for whoever asks. */
export function PrintRule() {
  const act = useAct()
  const [message, setMessage] = useState('')
  const print = async () => {
    const output = await act('rules.print', {})
    setMessage(output ? (output.printed ? words.ruleSent : words.ruleNoPrinter) : '')
  }
  return (
    <>
      <Button onPress={() => void print()}>{words.rule}</Button>
      <span role="status" className={lettering.small}>
        {message}
      </span>
    </>
  )
}
