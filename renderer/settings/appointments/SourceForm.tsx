import { useState } from 'react'
import type { SourceKind } from '../../../shared/contract/appointments/sources.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { KeepActs, useTyped } from '../../ui/Typed.tsx'
import style from '../Settings.module.css'
import { RdvspFields, RdvspSignIn } from './RdvspFields.tsx'
import { draftOf, settingsOf, wrongNotice, wrongUrl } from './sourceDraft.ts'
import { SourceCalendars, SourceTried } from './SourceTried.tsx'

const kinds: readonly SourceKind[] = ['caldav', 'ics', 'rdvsp']

/** A source as the host shows it. */
export type ShownSource = Output<'source.show'>['sources'][number]

/** One source, and its secret; « Essayer » shows what would be taken before anything is kept. */
export function SourceForm({
  sourceId,
  shown,
  returnUri,
  services,
  zone,
  onSet,
}: {
  readonly sourceId: string
  /** Null: it is followed once it is kept. */
  readonly shown: ShownSource | null
  readonly returnUri: string
  readonly services: readonly Service[]
  readonly zone: string
  readonly onSet: () => void
}) {
  const link = useLink()
  const form = useTyped(draftOf(shown?.settings ?? null))
  const { typed, change } = form
  const of = fieldsOf(typed, change)
  const [checked, setChecked] = useState(false)
  const [tried, setTried] = useState<Output<'source.try'> | null>(null)
  const asked = () => {
    const secret = typed.secret.trim()
    return { sourceId, source: settingsOf(typed), ...(secret === '' ? {} : { secret }) }
  }
  const isWhole = () => {
    setChecked(true)
    return wrongUrl(typed) === undefined && (typed.kind !== 'rdvsp' || wrongNotice(typed) === undefined)
  }
  const set = async (input: Parameters<typeof link.act<'source.set'>>[1]) => {
    const result = await link.act('source.set', input)
    if ('error' in result) return form.refuse(result.error.message)
    form.kept(words.saved)
    onSet()
  }
  const tryIt = async () => {
    if (!isWhole()) return
    setTried(null)
    form.tell(words.trying)
    const result = await link.act('source.try', asked())
    if ('error' in result) return form.refuse(result.error.message)
    if (result.output.problem !== null) return form.refuse(words.problems[result.output.problem])
    form.tell('')
    setTried(result.output)
  }
  return (
    <Form
      aria-label={shown === null ? words.addTitle : words.formOf(words.nameOf(shown.settings))}
      className={style.form}
      onSend={() => {
        const notice = typed.noticeSecret.trim()
        if (isWhole()) void set({ ...asked(), ...(notice === '' ? {} : { noticeSecret: notice }) })
      }}
    >
      <Select
        label={words.kind}
        value={typed.kind}
        options={kinds.map((kind) => ({ value: kind, title: words.kinds[kind] }))}
        onChange={(kind) => change({ kind })}
      />
      <Field label={words.name} detail={words.nameHelp} {...of('name')} maxLength={60} />
      <Field
        label={words.url}
        detail={words.urlHelp[typed.kind]}
        value={typed.url}
        error={checked ? wrongUrl(typed) : undefined}
        maxLength={500}
        onChange={(url) => change({ url })}
      />
      <Field label={words.user[typed.kind]} autoComplete="off" {...of('user')} maxLength={200} />
      <Field
        label={words.secret[typed.kind]}
        type="password"
        autoComplete="off"
        detail={shown?.hasSecret ? words.secretKept : undefined}
        {...of('secret')}
        maxLength={500}
      />
      {typed.kind === 'rdvsp' && (
        <RdvspFields
          told={typed.rdvsp}
          onChange={(rdvsp) => change({ rdvsp })}
          notice={typed.noticeSecret}
          onNotice={(noticeSecret) => change({ noticeSecret })}
          noticeKept={shown?.hasNoticeSecret === true}
          noticeWrong={checked ? wrongNotice(typed) : undefined}
        />
      )}
      <Checkbox
        isSelected={typed.privateAddresses}
        onChange={(privateAddresses) => change({ privateAddresses })}
      >
        {words.privateAddresses}
      </Checkbox>
      {tried && tried.calendars.length > 0 && (
        <SourceCalendars
          calendars={tried.calendars}
          services={services}
          chosen={typed.services}
          onChange={(chosen) => change({ services: chosen })}
        />
      )}
      <p role="alert">{form.refused}</p>
      <KeepActs of={form} save={words.save}>
        <Button onPress={() => void tryIt()}>{words.try}</Button>
        {shown !== null && <Button onPress={() => void set({ sourceId, source: null })}>{words.off}</Button>}
      </KeepActs>
      {typed.kind === 'rdvsp' && (
        <RdvspSignIn sourceId={sourceId} signedIn={shown?.signedIn ?? null} returnUri={returnUri} />
      )}
      {tried && <SourceTried tried={tried} services={services} zone={zone} />}
    </Form>
  )
}
