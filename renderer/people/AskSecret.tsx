import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { SecretKind } from '../../shared/contract/people/calls.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { useOffice } from '../link/office.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { SecretField } from './SecretField.tsx'
import style from './People.module.css'

const words = peopleWords.ask

/** One person's secret: Enter gives it. What the host refuses is said under the field, and the field is emptied. */
export function AskSecret({
  kind,
  act,
  waitsUntil,
  now,
  help,
  onOpen,
  onBack,
}: {
  readonly kind: SecretKind
  /** « Entrer », « Déverrouiller ». */
  readonly act: string
  /** The end of the wait after too many failures, of the person or of the station; null when there is none. */
  readonly waitsUntil: { readonly until: number; readonly station: boolean } | null
  /** Milliseconds, the office's clock. */
  readonly now: number
  /** A sentence above the field. */
  readonly help?: string | undefined
  readonly onOpen: (secret: string) => Promise<Result<Output<'session.open'>>>
  readonly onBack: { readonly title: string; readonly act: () => void }
}) {
  const { zone } = useOffice()
  const [secret, setSecret] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const waits = waitsUntil !== null && waitsUntil.until > now
  const problem = waits
    ? waitsUntil.station
      ? words.stationLocked(waitsUntil.until, zone)
      : words.lockedOut(waitsUntil.until, zone)
    : refused
  const open = async () => {
    if (busy || waits || secret === '') return
    setBusy(true)
    const result = await onOpen(secret)
    setBusy(false)
    setSecret('')
    setRefused('error' in result ? result.error.message : null)
  }
  return (
    <Form className={style.form} onSend={open}>
      {help !== undefined && <p role="status">{help}</p>}
      <SecretField
        label={peopleWords.secret[kind]}
        value={secret}
        digits={kind === 'pin'}
        startsFocused
        disabled={waits}
        onChange={setSecret}
      />
      {/* Always there, so that a screen reader hears what comes into it. */}
      <p role="alert" className={style.wrong}>
        {problem}
      </p>
      <div className={style.acts}>
        <Button type="submit" kind="primary" keyCap="Entrée" isDisabled={busy || waits}>
          {act}
        </Button>
        <Button keyCap="Échap" onPress={onBack.act}>
          {onBack.title}
        </Button>
      </div>
    </Form>
  )
}
