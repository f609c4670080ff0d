import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { filesPage } from '../../shared/messages/filesPage.fr.ts'
import { fr } from '../../shared/messages/fr.ts'
import { date, hour } from '../../shared/messages/numbers.ts'
import { useNow } from '../app/clock.ts'
import { useOffice } from '../app/office.ts'
import { dayIn } from '../counter/dates.ts'
import { AssistedExport } from '../files/AssistedExport.tsx'
import { useLink } from '../link/hooks.ts'
import { Table } from '../supervision/Table.tsx'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import style from './Administration.module.css'

type Looks = Output<'files.looks'>
type Agents = Output<'settings.view'>['agents']
const words = filesPage.looks

/** Who looked up which files, the latest first, fifty at a time; then the year's count of help online. */
export function FileLooks({ agents }: { readonly agents: Agents }) {
  const link = useLink()
  const { zone } = useOffice()
  const year = Number(dayIn(zone, useNow(60_000)).slice(0, 4))
  const [looks, setLooks] = useState<Looks | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void link.read('files.looks', {}).then((result) => {
      if (!current) return
      if ('error' in result) setWrong(result.error.message)
      else setLooks(result.output)
    })
    return () => {
      current = false
    }
  }, [link])
  const older = async () => {
    const last = looks?.looks.at(-1)
    if (!last) return
    const result = await link.read('files.looks', { before: last.lookId })
    if ('error' in result) return setWrong(result.error.message)
    setLooks({ looks: [...(looks?.looks ?? []), ...result.output.looks], more: result.output.more })
  }
  return (
    <>
      <Group title={words.title}>
        <p className={style.small}>{words.help}</p>
        {wrong !== null && <p role="alert">{wrong}</p>}
        {looks === null && wrong === null && <p role="status">{fr.app.loading}</p>}
        {looks?.looks.length === 0 && <p className={style.small}>{words.none}</p>}
        {looks && looks.looks.length > 0 && <LookTable looks={looks.looks} agents={agents} />}
        {looks?.more && <Button onPress={() => void older()}>{words.older}</Button>}
      </Group>
      <AssistedExport year={year} onExport={(input) => link.read('assisted.export', input)} />
    </>
  )
}

function LookTable({ looks, agents }: { readonly looks: Looks['looks']; readonly agents: Agents }) {
  const { zone } = useOffice()
  const { columns } = words
  const nameOf = (agentId: string | null) => {
    const name = agents.find((agent) => agent.agentId === agentId)?.name
    return name ? `${name.firstName} ${name.familyName}` : (agentId ?? words.nobody)
  }
  return (
    <Table
      caption={words.title}
      captionHidden
      columns={[columns.at, columns.agent, columns.station, columns.by, columns.files].map((title) => ({
        title,
      }))}
    >
      {looks.map(({ lookId, at, agentId, stationId, by, files }) => (
        <tr key={lookId}>
          <th scope="row">
            {date(at, zone)}, {hour(at, zone)}
          </th>
          <td>{nameOf(agentId)}</td>
          <td>{stationId}</td>
          <td>{words.by[by]}</td>
          <td>
            {files.length === 0
              ? words.noFile
              : files.map(({ reference }) => reference ?? words.removed).join(', ')}
          </td>
        </tr>
      ))}
    </Table>
  )
}
