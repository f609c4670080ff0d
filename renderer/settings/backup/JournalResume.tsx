import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { journalPage as words } from '../../../shared/messages/backup/journal.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Figure, Table } from '../../ui/Table.tsx'
import style from '../Settings.module.css'
import { papersTyped } from './papersTyped.ts'

type Journal = Output<'backups.view'>['journal']

/** A journal that takes no act: why, what is missing of it, and how one goes on with it; nothing of one that is sound. */
export function JournalResume({ journal, zone }: { readonly journal: Journal; readonly zone: string }) {
  if (journal.is === 'sound') return null
  return (
    <Group title={words.title[journal.is]}>
      <div className={style.form}>
        <p role="alert">{words.stopped}</p>
        <p>{helpOf(journal, zone)}</p>
        {journal.missing.length > 0 && <Missing missing={journal.missing} />}
        {journal.is !== 'damaged' && <ResumeForm />}
      </div>
    </Group>
  )
}

function helpOf({ is, seq, known, first, reason }: Journal, zone: string): string {
  switch (is) {
    case 'behind':
      return words.help.behind(seq, known?.seq ?? seq, known?.at ?? 0, zone)
    case 'rewritten':
      return words.help.rewritten(first ?? 1)
    case 'damaged':
      return words.help.damaged(reason ?? '')
    default:
      return words.help.restored
  }
}

const Missing = ({ missing }: Pick<Journal, 'missing'>) => (
  <Table
    caption={words.missing}
    columns={[
      { title: words.columns.series },
      { title: words.columns.here, figure: true },
      { title: words.columns.known, figure: true },
    ]}
  >
    {missing.map(({ series, here, known }) => (
      <tr key={series}>
        <th scope="row">{series}</th>
        <Figure>{here}</Figure>
        <Figure>{known}</Figure>
      </tr>
    ))}
  </Table>
)

function ResumeForm() {
  const resume = useCommand('journal.resume')
  const [papers, setPapers] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const goOn = async () => {
    const numbers = papersTyped(papers)
    if ('wrong' in numbers) return setWrong(words.papersWrong(numbers.wrong))
    await resume(numbers)
  }
  return (
    <Form className={style.form} aria-label={words.resume} onSend={goOn}>
      <Field
        label={words.papers}
        detail={words.papersHelp}
        maxLength={400}
        value={papers}
        error={wrong}
        onChange={(next) => {
          setPapers(next)
          setWrong(undefined)
        }}
      />
      <p className={style.small}>{words.again}</p>
      <div className={style.acts}>
        <Button type="submit" kind="primary">
          {words.resume}
        </Button>
      </div>
    </Form>
  )
}
