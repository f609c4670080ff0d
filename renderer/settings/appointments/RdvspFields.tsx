import { useState } from 'react'
import type { SourceSettings } from '../../../shared/contract/appointments/sources.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'
import { openBeside } from '../../link/shell.ts'
import { useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import style from '../Settings.module.css'

type Rdvsp = NonNullable<SourceSettings['rdvsp']>

const seen: readonly Rdvsp['seen'][] = ['received', 'arrived', 'never']

/** What RDV Service Public is told, and what it signs its notices with. */
export function RdvspFields({
  told,
  onChange,
  notice,
  onNotice,
  noticeKept,
  noticeWrong,
}: {
  readonly told: Rdvsp
  readonly onChange: (told: Rdvsp) => void
  readonly notice: string
  readonly onNotice: (secret: string) => void
  readonly noticeKept: boolean
  readonly noticeWrong: string | undefined
}) {
  return (
    <>
      <Select
        label={words.seen}
        value={told.seen}
        options={seen.map((value) => ({ value, title: words.seenWhen[value] }))}
        onChange={(value) => onChange({ ...told, seen: value })}
      />
      <Checkbox isSelected={told.absent} onChange={(absent) => onChange({ ...told, absent })}>
        {words.absent}
      </Checkbox>
      <Field
        label={words.noticeSecret}
        type="password"
        autoComplete="off"
        detail={noticeKept ? words.secretKept : words.noticeHelp('/rendez-vous/rdvsp')}
        value={notice}
        error={noticeWrong}
        maxLength={500}
        onChange={onNotice}
      />
    </>
  )
}

/** Whose account reads it: signed in by a browser of the host's own machine. */
export function RdvspSignIn({
  sourceId,
  signedIn,
  returnUri,
}: {
  readonly sourceId: string
  /** Null: the source is not kept yet. */
  readonly signedIn: boolean | null
  readonly returnUri: string
}) {
  const link = useLink()
  const [message, setMessage] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const go = async () => {
    setMessage('')
    const result = await link.act('source.signIn', { sourceId })
    setRefused('error' in result ? result.error.message : null)
    if ('error' in result) return
    openBeside(result.output.url)
    setMessage(words.signIn.opened)
  }
  return (
    <section aria-label={words.signIn.title} className={style.form}>
      <h3>{words.signIn.title}</h3>
      <p>{signedIn === null ? words.signIn.saveFirst : words.signIn.state(signedIn)}</p>
      <p className={style.small}>{words.signIn.returnUri(returnUri)}</p>
      <p className={style.small}>{words.signIn.neverTried}</p>
      <p role="alert">{refused}</p>
      <div className={style.acts}>
        <Button isDisabled={signedIn === null} onPress={() => void go()}>
          {signedIn ? words.signIn.again : words.signIn.act}
        </Button>
        <span role="status" className={style.small}>
          {message}
        </span>
      </div>
    </section>
  )
}
