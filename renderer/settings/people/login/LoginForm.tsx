import { useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import type { LoginKind } from '../../../../shared/contract/people/login.ts'
import { loginWords } from '../../../../shared/messages/people/login.fr.ts'
import { useLink } from '../../../link/hooks.ts'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Check.tsx'
import { Field, fieldsOf } from '../../../ui/Field.tsx'
import { KeepActs, useTyped } from '../../../ui/Typed.tsx'
import style from '../../Settings.module.css'
import { draftOf, settingsOf, wrongOf } from './draft.ts'

const words = loginWords.page
const kinds: readonly LoginKind[] = ['proconnect', 'other']

/** Which provider, as it gave it to the office; « Essayer » asks it who it is before anything is kept. */
export function LoginForm({
  shown,
  onSet,
}: {
  readonly shown: Output<'login.show'>
  readonly onSet: () => void
}) {
  const link = useLink()
  const form = useTyped(draftOf(shown))
  const { typed, change } = form
  const [tried, setTried] = useState(false)
  const wrong = tried ? wrongOf(typed, shown.hasSecret) : {}
  const of = fieldsOf(typed, change, wrong)
  /** What the host answered, as this page says it; the draft stays as long as it is refused. */
  const set = async (input: Input<'login.set'>) => {
    const result = await link.act('login.set', input)
    if ('error' in result) return form.refuse(result.error.message)
    form.kept(words.saved)
    onSet()
  }
  const isWhole = () => {
    setTried(true)
    return Object.keys(wrongOf(typed, shown.hasSecret)).length === 0
  }
  const save = async () => {
    if (!isWhole()) return
    const secret = typed.secret.trim()
    await set({ settings: settingsOf(typed), ...(secret === '' ? {} : { secret }) })
  }
  const tryIt = async () => {
    if (!isWhole()) return
    form.tell(words.trying)
    const result = await link.act('login.try', { settings: settingsOf(typed) })
    if ('error' in result) return form.refuse(result.error.message)
    const { problem } = result.output
    return problem === null ? form.tell(words.tried) : form.refuse(loginWords.problems[problem])
  }
  return (
    <Form aria-label={words.title} className={style.form} onSend={save}>
      <Select
        label={words.kind}
        value={typed.kind}
        options={kinds.map((kind) => ({ value: kind, title: words.kinds[kind] }))}
        onChange={(kind) => change({ kind })}
      />
      {typed.kind === 'other' && (
        <Field label={words.label} detail={words.labelHelp} {...of('label')} maxLength={60} />
      )}
      <Field label={words.issuer} detail={words.issuerHelp} {...of('issuer')} maxLength={300} />
      <Field label={words.registeredAs} {...of('registeredAs')} maxLength={200} />
      <Field
        label={words.secret}
        type="password"
        autoComplete="off"
        detail={shown.hasSecret ? words.secretKept : undefined}
        {...of('secret')}
        maxLength={500}
      />
      <Field
        label={words.origin}
        detail={words.originHelp(shown.origins)}
        {...of('origin')}
        maxLength={300}
      />
      <Field
        label={words.siret}
        detail={words.siretHelp}
        {...of('siret')}
        inputMode="numeric"
        maxLength={20}
      />
      <Checkbox
        isSelected={typed.privateAddresses}
        onChange={(privateAddresses) => change({ privateAddresses })}
      >
        {words.privateAddresses}
      </Checkbox>
      <p role="alert">{form.refused}</p>
      <KeepActs of={form} save={words.save}>
        <Button onPress={() => void tryIt()}>{words.try}</Button>
        {shown.settings !== null && <Button onPress={() => void set({ settings: null })}>{words.off}</Button>}
      </KeepActs>
      {shown.redirectUri !== null && (
        <p className={style.small}>
          {words.declare} : {words.redirectUri} <code>{shown.redirectUri}</code> ; {words.logoutUri}{' '}
          <code>{shown.logoutUri}</code>
        </p>
      )}
    </Form>
  )
}
