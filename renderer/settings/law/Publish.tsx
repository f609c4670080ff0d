import { useState } from 'react'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import style from './Package.module.css'

const words = law.packages

/** Publishes a package by name, once its trial was seen. */
export function Publish({
  hash,
  whyNot,
  onDone,
}: {
  readonly hash: string
  /** What has to come first; null when it can be published. */
  readonly whyNot: string | null
  readonly onDone: () => void
}) {
  const publish = useCommand('rules.publish')
  const [by, setBy] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = async () => {
    const name = wordsIn(by)
    setWrong(name === '')
    if (name === '' || whyNot !== null) return
    if (!('output' in (await publish({ hash, by: name })))) return
    say(words.publishedNow, 'done')
    onDone()
  }
  return (
    <Form className={style.publish} onSend={send}>
      {whyNot === null && (
        <Field
          label={law.rules.name}
          value={by}
          maxLength={200}
          autoComplete="name"
          error={isWrong ? law.rules.nameMissing : undefined}
          onChange={setBy}
        />
      )}
      <Acts apart room="above">
        <Button type="submit" kind={whyNot === null ? 'primary' : 'plain'} isDisabled={whyNot !== null}>
          {words.publish}
        </Button>
        <span className={lettering.small}>{whyNot ?? words.publishHelp}</span>
      </Acts>
    </Form>
  )
}
