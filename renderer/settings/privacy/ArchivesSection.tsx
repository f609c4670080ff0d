import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { SlipFate } from '../../../shared/contract/privacy/archives.ts'
import { archivesWords as words } from '../../../shared/messages/privacy/archives.fr.ts'
import { calendarDate, date } from '../../../shared/messages/format/numbers.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand, useLink } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { say } from '../../link/notices.ts'
import { Table } from '../../ui/Table.tsx'
import style from '../Settings.module.css'
import { ArchiveTerms } from './ArchiveTerms.tsx'
import { SlipSheet } from './SlipSheet.tsx'

type Read = Output<'archives.get'>

/** The office's public archives: how long each kind is kept, what is to be eliminated or handed to the archives, what was. */
export function ArchivesSection() {
  const link = useLink()
  const [read, setRead] = useState<Read | string | null>(null)
  const [drawn, setDrawn] = useState(false)
  const again = useCallback(
    () =>
      link
        .read('archives.get', {})
        .then((result) => setRead('error' in result ? result.error.message : result.output)),
    [link],
  )
  useEffect(() => void again(), [again])
  if (read === null) return <p role="status">{appWords.loading}</p>
  if (typeof read === 'string') return <p role="alert">{read}</p>
  const changed = () => void again()
  return (
    <>
      {read.slip && (
        <SlipSheet
          key={read.slip.slipId}
          office={read.office}
          slip={read.slip}
          kinds={read.kinds}
          fresh={drawn}
          onChanged={changed}
        />
      )}
      <div className={style.notPrinted}>
        <ArchiveTerms kinds={read.kinds} onChanged={changed} />
        {read.slip === null && (
          <Draw
            onDrawn={() => {
              setDrawn(true)
              changed()
            }}
          />
        )}
        <Past fate="elimination" slips={read.eliminated} />
        <Past fate="transfer" slips={read.transferred} />
      </div>
    </>
  )
}

function Draw({ onDrawn }: { readonly onDrawn: () => void }) {
  const draw = useCommand('archives.drawSlip')
  const act = async (fate: SlipFate) => {
    const result = await draw({ fate })
    if ('error' in result) return
    say(words.slip.drawn(result.output.number, result.output.count), 'done')
    onDrawn()
  }
  return (
    <Group title={words.slip.draws}>
      {SlipFate.options.map((fate) => (
        <div key={fate}>
          <p className={style.small}>{words.slip.help[fate]}</p>
          <div className={style.acts}>
            <Button onPress={() => void act(fate)}>{words.slip.draw[fate]}</Button>
          </div>
        </div>
      ))}
    </Group>
  )
}

function Past({ fate, slips }: { readonly fate: SlipFate; readonly slips: Read['eliminated'] }) {
  const { zone } = useOffice()
  const { columns } = words.past
  const title = words.past.title[fate]
  return (
    <Group title={title}>
      {slips.length === 0 ? (
        <p className={style.small}>{words.past.none[fate]}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          columns={[columns.number, columns.on[fate], columns.visa[fate], columns.what].map((each) => ({
            title: each,
          }))}
        >
          {slips.map(({ number, at, visaNumber, on, counts }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{date(at, zone)}</td>
              <td>{words.past.visa(visaNumber, calendarDate(on))}</td>
              <td>
                <ul role="list">
                  {counts.map(({ kind, count, from, to }) => (
                    <li key={kind}>
                      {words.past.what(count, words.kinds[kind], date(from, zone), date(to, zone))}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Group>
  )
}
