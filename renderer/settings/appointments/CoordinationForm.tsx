import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { coordinationWords as words } from '../../../shared/messages/appointments/coordination.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Ticks } from '../../ui/Check.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { KeepActs, useTyped } from '../../ui/Typed.tsx'
import style from '../Settings.module.css'
import { draftOf, settingsOf, wrongIn } from './coordinationDraft.ts'

/** Where the coordination is reached, by which token, and for which services; « Essayer » asks before anything is kept. */
export function CoordinationForm({
  shown,
  services,
  onSet,
}: {
  readonly shown: Output<'coordination.show'>
  readonly services: readonly Service[]
  readonly onSet: () => void
}) {
  const link = useLink()
  const form = useTyped(draftOf(shown.coordination))
  const { typed, change } = form
  const [checked, setChecked] = useState(false)
  const wrong = checked ? wrongIn(typed) : {}
  const of = fieldsOf(typed, change, wrong)
  const asked = () => {
    const token = typed.token.trim()
    return { coordination: settingsOf(typed), ...(token === '' ? {} : { token }) }
  }
  const isWhole = () => {
    setChecked(true)
    return Object.keys(wrongIn(typed)).length === 0
  }
  const set = async (input: Parameters<typeof link.act<'coordination.set'>>[1]) => {
    const result = await link.act('coordination.set', input)
    if ('error' in result) return form.refuse(result.error.message)
    form.kept(words.saved)
    setChecked(false)
    onSet()
  }
  const tryIt = async () => {
    if (!isWhole()) return
    form.tell(words.trying)
    const result = await link.act('coordination.try', asked())
    if ('error' in result) return form.refuse(result.error.message)
    if (result.output.problem !== null) return form.refuse(words.problems[result.output.problem])
    form.tell(words.works)
  }
  return (
    <Form
      aria-label={words.title}
      className={style.form}
      onSend={() => {
        if (isWhole()) void set(asked())
      }}
    >
      <Field label={words.url} detail={words.urlHelp} {...of('url')} maxLength={500} />
      <Field
        label={words.token}
        type="password"
        autoComplete="off"
        detail={shown.hasToken ? words.tokenKept : words.tokenHelp}
        {...of('token')}
        maxLength={500}
      />
      <Field label={words.meetingPointId} autoComplete="off" {...of('meetingPointId')} maxLength={100} />
      <Field
        label={words.meetingPoint}
        detail={words.meetingPointHelp}
        {...of('meetingPoint')}
        maxLength={200}
      />
      <Field
        label={words.managementUrl}
        detail={words.managementUrlHelp}
        {...of('managementUrl')}
        maxLength={300}
      />
      <div role="group" aria-label={words.services}>
        <p className={lettering.label}>{words.services}</p>
        <Ticks
          values={typed.services}
          options={services.map(({ serviceId, name }) => ({ value: serviceId, title: name.fr }))}
          onChange={(ticked) => change({ services: [...ticked] })}
        />
      </div>
      <Checkbox
        isSelected={typed.privateAddresses}
        onChange={(privateAddresses) => change({ privateAddresses })}
      >
        {words.privateAddresses}
      </Checkbox>
      <p role="alert">{form.refused}</p>
      <KeepActs of={form} save={words.save}>
        <Button onPress={() => void tryIt()}>{words.try}</Button>
        {shown.coordination !== null && (
          <Button onPress={() => void set({ coordination: null })}>{words.off}</Button>
        )}
      </KeepActs>
      {shown.coordination !== null && <p className={style.small}>{words.offHelp}</p>}
    </Form>
  )
}
