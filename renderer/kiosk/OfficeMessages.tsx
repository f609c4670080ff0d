import { Megaphone } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ShownMessage } from '../../shared/contract/media/officeMessages.ts'
import style from './OfficeMessages.module.css'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/**
 * What the office says to everyone, over the first question: the first message whole. The others are a screen further, by
 * one of the ways at the foot: the question keeps its height.
 */
export function OfficeMessages() {
  const [first] = useVisit().view.messages
  if (first === undefined) return null
  return (
    <div data-messages className={style.strip}>
      <Status message={first} />
    </div>
  )
}

/**
 * A status that fills once it is there, so that a screen reader says it once after the question, and again only when it
 * changes.
 */
function Status({ message }: { readonly message: ShownMessage }) {
  const words = useWords()
  const [here, setHere] = useState<ShownMessage>()
  // oxlint-disable-next-line react-hooks-js/set-state-in-effect -- a status that is born filled is not said
  useEffect(() => setHere(message), [message])
  return (
    <p role="status" className={style.message}>
      {here && (
        <>
          <Megaphone aria-hidden size={32} />
          <span>
            <span className={style.from}>{words.messages}</span>
            <Said>{here.text}</Said>
          </span>
        </>
      )}
    </p>
  )
}

/** All that the office says now, in its order. */
export function AllMessages() {
  const { view } = useVisit()
  const words = useWords()
  return (
    <Screen title={words.messages}>
      <ul role="list" className={style.all}>
        {view.messages.map(({ messageId, text }) => (
          <li key={messageId} className={style.message}>
            <Said>{text}</Said>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
