import { useState } from 'react'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { useLink } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import { NewSecret } from './NewSecret.tsx'
import { SecretField } from './SecretField.tsx'
import { noSecretYet, wrongOf } from './secretDraft.ts'
import type { SessionView } from './SignIn.tsx'
import style from './People.module.css'
import { useTries } from './useTries.ts'

const words = peopleWords.change

/** Whoever is here changes their own secret, which they type once more. */
export function ChangeSecret({
  present,
  onDone,
}: {
  readonly present: NonNullable<SessionView['present']>
  readonly onDone: () => void
}) {
  const link = useLink()
  const [current, setCurrent] = useState('')
  const [draft, setDraft] = useState(noSecretYet)
  const { form, tried, again } = useTries()
  const [refused, setRefused] = useState<string | null>(null)
  const phrase = present.rights.includes('admin')
  const wrong = wrongOf(draft, present.name, phrase)
  useKeys({ Escape: onDone }, { whileTyping: true })
  const send = async () => {
    again()
    if (current === '' || wrong.secret !== undefined || wrong.again !== undefined) return
    const result = await link.act('secret.change', { current, secret: draft.secret })
    if ('error' in result) return setRefused(result.error.message)
    say(words.done, 'done')
    onDone()
  }
  return (
    <main className={style.page}>
      <h1 className={style.title}>{words.title}</h1>
      <Form ref={form} className={style.form} aria-label={words.title} onSend={send}>
        <SecretField label={words.current} value={current} startsFocused onChange={setCurrent} />
        <NewSecret draft={draft} name={present.name} phrase={phrase} tried={tried} onChange={setDraft} />
        <p role="alert" className={style.wrong}>
          {refused}
        </p>
        <div className={style.acts}>
          <Button type="submit" kind="primary" keyCap="Entrée">
            {words.act}
          </Button>
          <Button keyCap="Échap" onPress={onDone}>
            {peopleWords.here.stays}
          </Button>
        </div>
      </Form>
    </main>
  )
}
