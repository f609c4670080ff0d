import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { keepingPage } from '../../../shared/messages/backup/page.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import style from '../Settings.module.css'
import { RecoveryKey } from './RecoveryKey.tsx'

const words = keepingPage.outside

type Outside = Output<'backups.view'>['outside']
/** A recovery key that was just made: it leaves this page on paper alone. */
type NewRecoveryKey = { readonly folder: string; readonly identity: string; readonly recipient: string }

/** Where copies go outside this machine, and the key that opens them. */
export function OutsideCopy({ outside, zone }: { readonly outside: Outside; readonly zone: string }) {
  const set = useCommand('backup.setOutside')
  const [changing, setChanging] = useState(false)
  const [made, setMade] = useState<NewRecoveryKey | null>(null)
  const [message, setMessage] = useState('')
  const stop = async () => {
    if ('output' in (await set({ outside: null }))) setMessage(words.stopped)
  }
  const keep = async ({ folder, recipient }: NewRecoveryKey) => {
    if (!('output' in (await set({ outside: { folder, recipient } })))) return
    setMade(null)
    setChanging(false)
  }
  return (
    <Group title={words.title}>
      <div className={style.form}>
        <p className={style.small}>{words.help}</p>
        {outside === null ? (
          <p>{words.none}</p>
        ) : (
          <>
            <p>
              {words.to(outside.folder)}{' '}
              {outside.last === null ? words.never : words.last(outside.last, zone)}
            </p>
            {outside.problem !== null && <p role="alert">{outside.problem}</p>}
            <p className={style.small}>{words.public(outside.recipient)}</p>
          </>
        )}
        {made !== null ? (
          <RecoveryKey
            identity={made.identity}
            onKept={() => void keep(made)}
            onCancel={() => setMade(null)}
          />
        ) : changing || outside === null ? (
          <FolderForm
            folder={outside?.folder ?? ''}
            {...(changing ? { onCancel: () => setChanging(false) } : {})}
            onMade={setMade}
          />
        ) : (
          <div className={style.acts}>
            <Button onPress={() => setChanging(true)}>{words.change}</Button>
            <Button onPress={() => void stop()}>{words.stop}</Button>
          </div>
        )}
        <span role="status" className={style.small}>
          {message}
        </span>
      </div>
    </Group>
  )
}

function FolderForm({
  folder: former,
  onMade,
  onCancel,
}: {
  readonly folder: string
  readonly onMade: (made: NewRecoveryKey) => void
  readonly onCancel?: () => void
}) {
  const [folder, setFolder] = useState(former)
  const [wrong, setWrong] = useState<string | undefined>()
  const make = async () => {
    const asked = folder.trim()
    if (asked === '') return setWrong(words.folderMissing)
    // The secret half is made here: neither the host nor its journal, its answers or its logs ever have it.
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const identity = await generateX25519Identity()
    onMade({ folder: asked, identity, recipient: await identityToRecipient(identity) })
  }
  return (
    <Form className={style.form} aria-label={words.title} onSend={make}>
      <Field
        label={words.folder}
        detail={words.folderHelp}
        maxLength={400}
        value={folder}
        error={wrong}
        onChange={(next) => {
          setFolder(next)
          setWrong(undefined)
        }}
      />
      <p className={style.small}>{words.keyHelp}</p>
      <div className={style.acts}>
        <Button type="submit">{words.make}</Button>
        {onCancel && <Button onPress={onCancel}>{words.cancel}</Button>}
      </div>
    </Form>
  )
}
