import { useState } from 'react'
import type { Input, Output } from '../../shared/contract/index.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import type { Candidate } from './ChoosePerson.tsx'
import { NewSecret } from './NewSecret.tsx'
import { noSecretYet, wrongOf } from './secretDraft.ts'
import style from './People.module.css'
import { useTries } from './useTries.ts'

const words = peopleWords.choose

/** A person chooses their secret from the code that a manager gave them, and is then at this station. */
export function ChooseSecret({
  person,
  phrase,
  onChoose,
  onBack,
}: {
  readonly person: Candidate
  readonly phrase: boolean
  readonly onChoose: (
    input: Omit<Input<'secret.choose'>, 'agentId'>,
  ) => Promise<Result<Output<'secret.choose'>>>
  readonly onBack: () => void
}) {
  const [code, setCode] = useState('')
  const [draft, setDraft] = useState(noSecretYet)
  const { form, tried, again } = useTries()
  const [refused, setRefused] = useState<string | null>(null)
  const badCode = !/^\s*(?:\d\s*){8}$/.test(code)
  const wrong = wrongOf(draft, person.name, phrase)
  const send = async () => {
    again()
    if (badCode || wrong.secret !== undefined || wrong.again !== undefined) return
    const result = await onChoose({ code, secret: draft.secret })
    setRefused('error' in result ? result.error.message : null)
  }
  return (
    <Form ref={form} className={style.form} aria-label={words.title} onSend={send}>
      <h2 className={lettering.heading}>{words.title}</h2>
      <p>{words.help}</p>
      <Field
        label={words.code}
        value={code}
        error={tried && badCode ? words.codeMissing : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        startsFocused
        onChange={setCode}
      />
      <NewSecret draft={draft} name={person.name} phrase={phrase} tried={tried} onChange={setDraft} />
      <p role="alert" className={style.wrong}>
        {refused}
      </p>
      <div className={style.acts}>
        <Button type="submit" kind="primary" keyCap="Entrée">
          {words.act}
        </Button>
        <Button keyCap="Échap" onPress={onBack}>
          {peopleWords.ask.back}
        </Button>
      </div>
    </Form>
  )
}
