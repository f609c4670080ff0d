import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { coordinationWords as words } from '../../../shared/messages/appointments/coordination.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import style from '../Settings.module.css'
import { draftOf, settingsOf, wrongIn, type CoordinationDraft } from './coordinationDraft.ts'

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
  // Null while nothing is being typed: the page then shows what the host says.
  const [draft, setDraft] = useState<CoordinationDraft | null>(null)
  const [checked, setChecked] = useState(false)
  const [message, setMessage] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const typed = draft ?? draftOf(shown.coordination)
  const wrong = checked ? wrongIn(typed) : {}
  const change = (part: Partial<CoordinationDraft>) => {
    setMessage('')
    setRefused(null)
    setDraft({ ...typed, ...part })
  }
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
    if ('error' in result) return setRefused(result.error.message)
    setRefused(null)
    setDraft(null)
    setChecked(false)
    setMessage(words.saved)
    onSet()
  }
  const tryIt = async () => {
    if (!isWhole()) return
    setRefused(null)
    setMessage(words.trying)
    const result = await link.act('coordination.try', asked())
    setMessage('')
    if ('error' in result) return setRefused(result.error.message)
    if (result.output.problem !== null) return setRefused(words.problems[result.output.problem])
    setMessage(words.works)
  }
  return (
    <form
      noValidate
      aria-label={words.title}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole()) void set(asked())
      }}
    >
      <Field
        label={words.url}
        detail={words.urlHelp}
        value={typed.url}
        error={wrong.url}
        maxLength={500}
        onChange={(url) => change({ url })}
      />
      <Field
        label={words.token}
        type="password"
        autoComplete="off"
        detail={shown.hasToken ? words.tokenKept : words.tokenHelp}
        value={typed.token}
        maxLength={500}
        onChange={(token) => change({ token })}
      />
      <Field
        label={words.meetingPointId}
        autoComplete="off"
        value={typed.meetingPointId}
        error={wrong.meetingPointId}
        maxLength={100}
        onChange={(meetingPointId) => change({ meetingPointId })}
      />
      <Field
        label={words.meetingPoint}
        detail={words.meetingPointHelp}
        value={typed.meetingPoint}
        error={wrong.meetingPoint}
        maxLength={200}
        onChange={(meetingPoint) => change({ meetingPoint })}
      />
      <Field
        label={words.managementUrl}
        detail={words.managementUrlHelp}
        value={typed.managementUrl}
        error={wrong.managementUrl}
        maxLength={300}
        onChange={(managementUrl) => change({ managementUrl })}
      />
      <fieldset className={style.form}>
        <legend>{words.services}</legend>
        {services.map(({ serviceId, name }) => (
          <Checkbox
            key={serviceId}
            isSelected={typed.services.includes(serviceId)}
            onChange={(on) =>
              change({
                services: on
                  ? [...typed.services, serviceId]
                  : typed.services.filter((one) => one !== serviceId),
              })
            }
          >
            {name.fr}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox
        isSelected={typed.privateAddresses}
        onChange={(privateAddresses) => change({ privateAddresses })}
      >
        {words.privateAddresses}
      </Checkbox>
      <p role="alert">{refused}</p>
      <div className={style.acts}>
        <Button type="submit" kind={draft ? 'primary' : 'plain'}>
          {words.save}
        </Button>
        <Button onPress={() => void tryIt()}>{words.try}</Button>
        {shown.coordination !== null && (
          <Button onPress={() => void set({ coordination: null })}>{words.off}</Button>
        )}
        <span role="status" className={style.small}>
          {message}
        </span>
      </div>
      {shown.coordination !== null && <p className={style.small}>{words.offHelp}</p>}
    </form>
  )
}
