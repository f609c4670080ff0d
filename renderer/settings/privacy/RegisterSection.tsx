import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { personRights } from '../../../shared/messages/privacy/personRights.fr.ts'
import { register as sheet } from '../../../shared/messages/privacy/register.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Prose } from '../../ui/Prose.tsx'
import style from '../Settings.module.css'

const words = personRights.register

/** The register of processing, as it stands; and on paper. */
export function RegisterSection() {
  const link = useLink()
  const [read, setRead] = useState<Output<'register.get'> | string | null>(null)
  useEffect(() => {
    void link
      .read('register.get', {})
      .then((result) => setRead('error' in result ? result.error.message : result.output))
  }, [link])
  if (read === null) return <p role="status">{appWords.loading}</p>
  if (typeof read === 'string') return <p role="alert">{read}</p>
  const { columns } = words
  return (
    <>
      <Group title={sheet.title}>
        <div className={style.notPrinted}>
          <p className={style.small}>{words.help}</p>
          <Button onPress={() => window.print()}>{words.print}</Button>
        </div>
        {[
          sheet.responsible(read.office),
          sheet.purpose,
          sheet.people,
          sheet.recipients,
          sheet.security,
          sheet.rights,
          sheet.archives,
          sheet.backups(read.backupsKeptDays),
        ].map((line) => (
          <p key={line} className={style.said}>
            <Prose>{line}</Prose>
          </p>
        ))}
      </Group>
      <Group title={sheet.kinds}>
        <Table caption={sheet.kinds} captionHidden columns={[columns.what, columns.rule, columns.why]}>
          {read.kinds.map(({ kind, rule, why, toConfirm, archive }) => (
            <tr key={kind}>
              <th scope="row">{sheet.named(kind, { archive, toConfirm })}</th>
              <td>{rule}</td>
              <td>
                <Prose>{why}</Prose>
              </td>
            </tr>
          ))}
        </Table>
      </Group>
      <Group title={sheet.tables}>
        <Table caption={sheet.tables} captionHidden columns={[columns.table, columns.holds, columns.rule]}>
          {read.tables.map(({ table, holds, personal, keeps }) => (
            <tr key={table}>
              <th scope="row">{table}</th>
              <td>{holds}</td>
              <td>{personal ? keeps : sheet.nobody}</td>
            </tr>
          ))}
        </Table>
      </Group>
    </>
  )
}
