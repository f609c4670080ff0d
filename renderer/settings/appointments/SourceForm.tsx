import { useState } from 'react'
import type { SourceKind } from '../../../shared/contract/appointments/sources.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import style from '../Settings.module.css'
import { RdvspFields, RdvspSignIn } from './RdvspFields.tsx'
import { draftOf, settingsOf, wrongNotice, wrongUrl, type SourceDraft } from './sourceDraft.ts'
import { SourceCalendars, SourceTried } from './SourceTried.tsx'

const kinds: readonly SourceKind[] = ['caldav', 'ics', 'rdvsp']

/** Which source, and its secret; « Essayer » shows what would be taken before anything is kept. */
export function SourceForm({
  shown,
  services,
  zone,
  onSet,
}: {
  readonly shown: Output<'source.show'>
  readonly services: readonly Service[]
  readonly zone: string
  readonly onSet: () => void
}) {
  const link = useLink()
  // Null while nothing is being typed: the page then shows what the host says.
  const [draft, setDraft] = useState<SourceDraft | null>(null)
  const [checked, setChecked] = useState(false)
  const [message, setMessage] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [tried, setTried] = useState<Output<'source.try'> | null>(null)
  const typed = draft ?? draftOf(shown.source)
  const change = (part: Partial<SourceDraft>) => {
    setMessage('')
    setRefused(null)
    setDraft({ ...typed, ...part })
  }
  const asked = () => {
    const secret = typed.secret.trim()
    return { source: settingsOf(typed), ...(secret === '' ? {} : { secret }) }
  }
  const isWhole = () => {
    setChecked(true)
    return wrongUrl(typed) === undefined && (typed.kind !== 'rdvsp' || wrongNotice(typed) === undefined)
  }
  const set = async (input: Parameters<typeof link.act<'source.set'>>[1]) => {
    const result = await link.act('source.set', input)
    if ('error' in result) return setRefused(result.error.message)
    setRefused(null)
    setDraft(null)
    setMessage(words.saved)
    onSet()
  }
  const tryIt = async () => {
    if (!isWhole()) return
    setRefused(null)
    setTried(null)
    setMessage(words.trying)
    const result = await link.act('source.try', asked())
    setMessage('')
    if ('error' in result) return setRefused(result.error.message)
    if (result.output.problem !== null) return setRefused(words.problems[result.output.problem])
    setTried(result.output)
  }
  return (
    <form
      noValidate
      aria-label={words.title}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
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
      <Field
        label={words.url}
        detail={words.urlHelp[typed.kind]}
        value={typed.url}
        error={checked ? wrongUrl(typed) : undefined}
        maxLength={500}
        onChange={(url) => change({ url })}
      />
      <Field
        label={words.user[typed.kind]}
        autoComplete="off"
        value={typed.user}
        maxLength={200}
        onChange={(user) => change({ user })}
      />
      <Field
        label={words.secret[typed.kind]}
        type="password"
        autoComplete="off"
        detail={shown.hasSecret ? words.secretKept : undefined}
        value={typed.secret}
        maxLength={500}
        onChange={(secret) => change({ secret })}
      />
      {typed.kind === 'rdvsp' && (
        <RdvspFields
          told={typed.rdvsp}
          onChange={(rdvsp) => change({ rdvsp })}
          notice={typed.noticeSecret}
          onNotice={(noticeSecret) => change({ noticeSecret })}
          noticeKept={shown.hasNoticeSecret}
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
      <p role="alert">{refused}</p>
      <div className={style.acts}>
        <Button type="submit" kind={draft ? 'primary' : 'plain'}>
          {words.save}
        </Button>
        <Button onPress={() => void tryIt()}>{words.try}</Button>
        {shown.source !== null && <Button onPress={() => void set({ source: null })}>{words.off}</Button>}
        <span role="status" className={style.small}>
          {message}
        </span>
      </div>
      {typed.kind === 'rdvsp' && <RdvspSignIn shown={shown} />}
      {tried && <SourceTried tried={tried} services={services} zone={zone} />}
    </form>
  )
}
