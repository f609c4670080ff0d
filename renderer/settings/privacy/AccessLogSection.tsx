import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { consultationWords } from '../../../shared/messages/privacy/accessLog.fr.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { calendarDate, date, hour, ticketNumber } from '../../../shared/messages/format/numbers.ts'
import { useOffice } from '../../link/office.ts'
import { useLink } from '../../link/hooks.ts'
import { Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Prose } from '../../ui/Prose.tsx'
import style from '../Settings.module.css'
import { ExportAccessLog } from './ExportAccessLog.tsx'

type Listed = Output<'consultations.list'>
type Consultation = Listed['consultations'][number]
type Agents = Output<'settings.view'>['agents']
const words = consultationWords

/** Who consulted what of personal data, fifty at a time; the three journals and their terms; the file for who answers for them. */
export function AccessLogSection({ agents }: { readonly agents: Agents }) {
  const link = useLink()
  const [listed, setListed] = useState<Listed | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void link.read('consultations.list', {}).then((result) => {
      if (!current) return
      if ('error' in result) setWrong(result.error.message)
      else setListed(result.output)
    })
    return () => {
      current = false
    }
  }, [link])
  const older = async () => {
    const last = listed?.consultations.at(-1)
    if (!last) return
    const result = await link.read('consultations.list', { before: last.consultationId })
    if ('error' in result) return setWrong(result.error.message)
    const { output } = result
    setListed({ ...output, consultations: [...(listed?.consultations ?? []), ...output.consultations] })
  }
  return (
    <>
      {listed && <Journals journals={listed.journals} />}
      <ExportAccessLog onExport={(input) => link.read('consultations.export', input)} />
      <Group title={words.title}>
        <p className={style.small}>{words.help}</p>
        {wrong !== null && <p role="alert">{wrong}</p>}
        {listed === null && wrong === null && <p role="status">{appWords.loading}</p>}
        {listed?.consultations.length === 0 && <p className={style.small}>{words.none}</p>}
        {listed && listed.consultations.length > 0 && (
          <Lines consultations={listed.consultations} agents={agents} />
        )}
        {listed?.more && <Button onPress={() => void older()}>{words.older}</Button>}
      </Group>
    </>
  )
}

/** The three journals that the law keeps apart: how long each is kept, and the text that says so. */
function Journals({ journals }: Pick<Listed, 'journals'>) {
  const { title, titles, columns, toConfirm: toConfirmText } = words.journals
  return (
    <Group title={title}>
      <Table caption={title} captionHidden columns={[columns.journal, columns.rule, columns.why]}>
        {journals.map(({ journal, rule, why, toConfirm }) => (
          <tr key={journal}>
            <th scope="row">{titles[journal]}</th>
            <td>{rule}</td>
            <td>
              <Prose>{why}</Prose>
              {toConfirm && ` (${toConfirmText})`}
            </td>
          </tr>
        ))}
      </Table>
    </Group>
  )
}

function Lines({
  consultations,
  agents,
}: {
  readonly consultations: readonly Consultation[]
  readonly agents: Agents
}) {
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
      columns={[columns.at, columns.agent, columns.station, columns.what, columns.about]}
    >
      {consultations.map(({ consultationId, at, agentId, stationId, what, about }) => (
        <tr key={consultationId}>
          <th scope="row">
            {date(at, zone)}, {hour(at, zone)}
          </th>
          <td>{nameOf(agentId)}</td>
          <td>{stationId}</td>
          <td>{words.whats[what]}</td>
          <td>
            {about.length === 0 ? words.nothing : about.map(({ name }) => aboutSaid(what, name)).join(', ')}
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** The number, the day or the period, as people say it. */
function aboutSaid(what: Consultation['what'], name: string | null): string {
  if (name === null) return words.gone
  switch (what) {
    case 'trail':
      return ticketNumber(name)
    case 'appointments':
      return calendarDate(name)
    case 'tillBooks':
    case 'incidents':
    case 'consultations':
      return words.period(name.split('/').map(calendarDate))
    case 'tillEntry':
      return words.entry(name)
    default:
      return name
  }
}
