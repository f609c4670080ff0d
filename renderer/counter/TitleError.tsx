import { useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { handoverWords as words } from '../../shared/messages/visit/handover.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeysWithin } from '../ui/keysWithin.ts'
import style from './HandOver.module.css'

/** What is wrong on the title: it is not handed over, and its file says why. */
export function TitleError({
  onSend,
  onLeave,
}: {
  readonly onSend: (what: string) => void
  readonly onLeave: () => void
}) {
  const [what, setWhat] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = wordsIn(what) === ''
  const form = useKeysWithin<HTMLFormElement>(({ key }) => key === 'Escape' && onLeave())
  return (
    <form
      ref={form}
      className={style.search}
      data-own-escape
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!missing) onSend(wordsIn(what))
      }}
    >
      <Field
        label={words.errorField}
        startsFocused
        autoComplete="off"
        maxLength={150}
        value={what}
        error={asked && missing ? words.errorNone : undefined}
        onChange={setWhat}
      />
      <Button type="submit" keyCap="Entrée">
        {words.errorAct}
      </Button>
      <Button kind="quiet" keyCap="Échap" onPress={onLeave}>
        {counterWords.close}
      </Button>
    </form>
  )
}
