import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { dutyParts, type Duty } from '../../../shared/documents/duties.ts'
import { dutyWords as words, type DutyPart } from '../../../shared/messages/privacy/duties.fr.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { date } from '../../../shared/messages/format/numbers.ts'
import { useNow } from '../../link/clock.ts'
import { useLink } from '../../link/hooks.ts'
import lettering from '../../ui/Lettering.module.css'
import { Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Prose } from '../../ui/Prose.tsx'
import shared from '../Settings.module.css'
import style from './Duties.module.css'

/** A paper that the office owes about its own tool, as its settings stand: to read, to print, to complete. */
export function DutySection({ duty, zone }: { readonly duty: Duty; readonly zone: string }) {
  const link = useLink()
  const now = useNow(60_000)
  const [read, setRead] = useState<Output<'duties.get'> | string | null>(null)
  useEffect(() => {
    void link
      .read('duties.get', {})
      .then((result) => setRead('error' in result ? result.error.message : result.output))
  }, [link])
  if (read === null) return <p role="status">{appWords.loading}</p>
  if (typeof read === 'string') return <p role="alert">{read}</p>
  return (
    <>
      <Group title={words[duty].title(read.office)}>
        <div className={shared.notPrinted}>
          <p className={shared.small}>{words.help}</p>
          <Button onPress={() => window.print()}>{words.print}</Button>
        </div>
        <p className={style.made}>{words.madeOn(date(now, zone))}</p>
        {read.school && <p>{words.school}</p>}
      </Group>
      {dutyParts(duty, read).map((part) => (
        <Part key={part.title} part={part} />
      ))}
    </>
  )
}

const Part = ({ part: { title, said, table, fill } }: { readonly part: DutyPart }) => (
  <Group title={title}>
    {said.map((line) => (
      <p key={line} className={shared.said}>
        <Prose>{line}</Prose>
      </p>
    ))}
    {table && (
      <Table caption={title} captionHidden columns={table.heads}>
        {table.rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">{first !== undefined && <Prose>{first}</Prose>}</th>
            {cells.map((cell) => (
              <td key={cell}>
                <Prose>{cell}</Prose>
              </td>
            ))}
          </tr>
        ))}
      </Table>
    )}
    {fill && (
      <div className={style.fill} role="group" aria-label={words.fill}>
        <p className={lettering.strong}>{words.fill}</p>
        <ul>
          {fill.map((line) => (
            <li key={line}>
              <Prose>{line}</Prose>
            </li>
          ))}
        </ul>
      </div>
    )}
  </Group>
)
