import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { keepingPage as words } from '../../../shared/messages/backup/page.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { Figure, Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import stack from '../../ui/Stack.module.css'
import style from '../Settings.module.css'
import { JournalResume } from './JournalResume.tsx'
import { OutsideCopy } from './OutsideCopy.tsx'

type Backups = Output<'backups.view'>

/** The backups of this machine, one more when it is asked, and their copies elsewhere. */
export function BackupSection() {
  const view = useView('backups.view', {})
  if (!view) return <p role="status">{appWords.loading}</p>
  return (
    <>
      <JournalResume journal={view.journal} zone={view.zone} />
      <Keeping view={view} />
    </>
  )
}

/** The same, of what the host says. */
export function Keeping({ view }: { readonly view: Backups }) {
  const make = useCommand('backup.make')
  const [message, setMessage] = useState('')
  const [asked, setAsked] = useState(false)
  if (view.off !== null)
    return (
      <Group title={words.title}>
        <p>{words.off[view.off]}</p>
      </Group>
    )
  const backUp = async () => {
    setAsked(true)
    setMessage(words.making)
    const result = await make({})
    setAsked(false)
    setMessage('output' in result ? words.made(result.output.at, view.zone) : '')
  }
  return (
    <>
      <Group title={words.title} className={stack.near}>
        <div className={style.form}>
          <p className={style.small}>{words.help(view.kept)}</p>
          <p className={style.small}>{words.folder(view.folder)}</p>
          {view.problem !== null && <p role="alert">{view.problem}</p>}
          {view.late && view.problem === null && <p role="alert">{words.late}</p>}
          <div className={style.acts}>
            <Button kind="primary" isDisabled={asked} onPress={() => void backUp()}>
              {words.make}
            </Button>
            <span role="status" className={style.small}>
              {message || (view.running ? words.making : '')}
            </span>
          </div>
        </div>
        {view.backups.length === 0 ? <p>{words.none}</p> : <BackupTable view={view} />}
      </Group>
      <OutsideCopy outside={view.outside} zone={view.zone} />
    </>
  )
}

function BackupTable({ view: { backups, zone } }: { readonly view: Backups }) {
  const { columns } = words
  return (
    <Table
      caption={words.title}
      captionHidden
      columns={[
        { title: columns.at },
        { title: columns.why },
        { title: columns.chain },
        { title: columns.seq, figure: true },
        { title: columns.size, figure: true },
      ]}
    >
      {backups.map(({ name, at, why, chain, seq, bytes }) => (
        <tr key={name}>
          <th scope="row">{words.when(at, zone)}</th>
          <td>{words.why[why]}</td>
          <td>{words.chain[chain ?? 'unknown']}</td>
          <Figure>{words.count(seq)}</Figure>
          <Figure>{words.size(bytes)}</Figure>
        </tr>
      ))}
    </Table>
  )
}
