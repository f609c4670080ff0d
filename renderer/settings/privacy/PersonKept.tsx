import { useState } from 'react'
import { personRights as words } from '../../../shared/messages/privacy/personRights.fr.ts'
import { servicesWords } from '../../../shared/messages/office/services.fr.ts'
import { useOffice } from '../../link/office.ts'
import { Table } from '../../ui/Table.tsx'
import { download } from '../../ui/download.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Prose } from '../../ui/Prose.tsx'
import style from '../Settings.module.css'
import { linesOf, type PersonData } from './person.ts'

/** All that is kept of a person, to be read, given as a file, or printed. */
export function PersonKept({ name, kept }: { readonly name: string; readonly kept: PersonData }) {
  const { zone } = useOffice()
  const [message, setMessage] = useState('')
  const save = () => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`)
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    download({ name: `personne-${name}.json`, type: 'application/json', base64 })
    setMessage(words.saved)
  }
  const { columns, factColumns } = words
  return (
    <>
      <Group title={words.sheet(name)}>
        {kept.limited && <p className={style.said}>{words.limited}</p>}
        <div className={`${style.acts!} ${style.notPrinted!}`}>
          <Button onPress={save}>{words.saveJson}</Button>
          <Button onPress={() => window.print()}>{words.print}</Button>
          <span role="status" className={style.small}>
            {message}
          </span>
        </div>
        {kept.rows.length === 0 ? (
          <p className={style.said}>{words.nothing}</p>
        ) : (
          <Table
            caption={words.rows}
            captionHidden
            columns={[columns.kind, columns.value, columns.rule, columns.why]}
          >
            {kept.rows.map(({ kind, id, value, rule, why }) => (
              <tr key={`${kind} ${id}`}>
                <th scope="row">{words.kind(kind)}</th>
                <td className={style.what}>
                  <ul role="list">
                    {linesOf(value).map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </td>
                <td>{rule}</td>
                <td>
                  <Prose>{why}</Prose>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Group>
      <Group title={words.facts}>
        <Table caption={words.facts} captionHidden columns={[factColumns.at, factColumns.type]}>
          {kept.facts.map(({ seq, at, type }) => (
            <tr key={seq}>
              <td>{servicesWords.changes.when(at, zone)}</td>
              <td>{words.fact(type)}</td>
            </tr>
          ))}
        </Table>
      </Group>
    </>
  )
}
