import { useState } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { date, hour } from '../../shared/messages/format/numbers.ts'
import { safetyWords } from '../../shared/messages/safety/safety.fr.ts'
import { useNow } from '../link/clock.ts'
import { useOffice } from '../link/office.ts'
import { DateField } from '../ui/DateField.tsx'
import { dayIn, daysAfter } from '../ui/dates.ts'
import { eachMinute, useLink, useRead, useView } from '../link/hooks.ts'
import { download } from '../ui/download.ts'
import { Panel, Table } from '../ui/Table.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { say } from '../link/notices.ts'
import { IncidentForm } from './IncidentForm.tsx'
import style from './Safety.module.css'

const words = safetyWords.list

/** The forms of incidents, their file for the employer's register, and a form without an alert. */
export function Incidents() {
  const { zone } = useOffice()
  const link = useLink()
  const today = dayIn(zone, useNow(60_000))
  const view = useView('safety.view', {})
  const [from, setFrom] = useState<LocalDate | null>(daysAfter(today, -30))
  const [to, setTo] = useState<LocalDate | null>(today)
  const [filling, setFilling] = useState(false)
  // What was just saved is read at once: another question for the tables.
  const [saved, setSaved] = useState(0)
  const period = from === null || to === null ? null : { from, to }
  const save = async () => {
    if (period === null) return
    const result = await link.read('incidents.export', period)
    if ('error' in result) say(result.error.message)
    else download(result.output)
  }
  return (
    <Panel title={words.title}>
      <p className={style.small}>{words.help}</p>
      <div className={classes(style.row, style.period)}>
        <DateField label={words.from} value={from} onChange={setFrom} />
        <DateField label={words.to} value={to} onChange={setTo} />
        <Button isDisabled={period === null} onPress={() => void save()}>
          {words.export}
        </Button>
        <Button onPress={() => setFilling(true)}>{words.fill}</Button>
      </div>
      {filling && (
        <IncidentForm
          alert={null}
          counters={view?.counters ?? []}
          onSaved={() => {
            setFilling(false)
            setSaved(saved + 1)
            say(safetyWords.form.saved, 'done')
          }}
          onLeave={() => setFilling(false)}
        />
      )}
      {period && <Listed key={saved} period={period} />}
    </Panel>
  )
}

function Listed({ period }: { readonly period: { readonly from: LocalDate; readonly to: LocalDate } }) {
  const { shown, wrong } = useRead('incidents.list', period, eachMinute)
  if (wrong !== null) return <p role="alert">{wrong}</p>
  if (shown === null) return null
  const { incidents, total } = shown
  if (total === 0) return <p>{words.none}</p>
  return (
    <>
      {total > incidents.length && <p>{words.more(total, incidents.length)}</p>}
      <Table caption={words.title} captionHidden columns={Object.values(words.columns)}>
        {incidents.map((incident) => (
          <Line key={incident.incidentId} incident={incident} />
        ))}
      </Table>
    </>
  )
}

function Line({ incident }: { readonly incident: Output<'incidents.list'>['incidents'][number] }) {
  const { zone } = useOffice()
  const { happenedAt, place, nature, facts, by } = incident
  return (
    <tr>
      <th scope="row">
        {date(happenedAt, zone)}, {hour(happenedAt, zone)}
      </th>
      <td>{place ?? safetyWords.form.noPlace}</td>
      <td>{safetyWords.natures[nature]}</td>
      <td className={style.facts}>{facts}</td>
      <td>{by ?? words.unknown}</td>
    </tr>
  )
}
