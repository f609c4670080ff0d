import { useState } from 'react'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { date } from '../../../shared/messages/format/numbers.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import stack from '../../ui/Stack.module.css'
import { Status } from '../../ui/Status.tsx'
import style from './Law.module.css'
import type { VersionLine } from './versions.ts'

const words = law.rules

/** A person answers by name for a version as it stands; its hash says which words they answer for. */
export function Validation({
  line: { procedureId, version, hash, validated, toConfirm },
}: {
  readonly line: VersionLine
}) {
  const { zone } = useOffice()
  const validate = useCommand('procedure.validate')
  const [by, setBy] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isDone, setDone] = useState(false)
  const send = async () => {
    const name = wordsIn(by)
    setWrong(name === '')
    if (name === '') return
    if ('output' in (await validate({ procedureId, version, hash, by: name }))) setDone(true)
  }
  return (
    <Form className={stack.between} onSend={send}>
      {validated && (
        <Status tone="done">{`${words.columns.validated} ${words.validatedBy(validated.by, date(validated.at, zone))}`}</Status>
      )}
      <p className={lettering.small}>{words.validateHelp}</p>
      {toConfirm > 0 && <p className={lettering.small}>{words.stillToConfirm(toConfirm)}</p>}
      <Field
        label={words.name}
        value={by}
        maxLength={200}
        autoComplete="name"
        error={isWrong ? words.nameMissing : undefined}
        onChange={(text) => {
          setDone(false)
          setBy(text)
        }}
      />
      <p className={lettering.small}>
        {words.hash}
        <code className={style.hash}>{hash}</code>
      </p>
      <Acts apart>
        <Button type="submit">{words.doValidate(version)}</Button>
        <span role="status" className={lettering.small}>
          {isDone ? words.validatedNow : ''}
        </span>
      </Acts>
    </Form>
  )
}
