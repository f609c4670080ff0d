import { useState } from 'react'
import type { MonthFigures, ToldCount } from '../../shared/contract/history/months.ts'
import type { Output } from '../../shared/contract/index.ts'
import { monthWords as words } from '../../shared/messages/history/months.fr.ts'
import { history } from '../../shared/messages/history/history.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { count } from '../../shared/messages/format/numbers.ts'
import { eachMinute, useLink, useRead } from '../link/hooks.ts'
import { download } from '../ui/download.ts'
import lettering from '../ui/Lettering.module.css'
import { say } from '../link/notices.ts'
import { Select } from '../ui/Select.tsx'
import { Figure, Panel, Table } from '../ui/Table.tsx'
import { inMinutes } from '../ui/figures.ts'
import { Exports, type ExportFormat } from './Exports.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import type { Present } from './names.ts'
import style from './Supervision.module.css'

type Year = Output<'history.months'>

const everyService = ''
const adds = ['received', 'left', 'absent', 'unserved'] as const

/** A year by month beside the one before, then by day of the week and hour; what would tell of few people is not said. */
export function Months({
  services,
  year: present,
}: {
  readonly services: Present['services']
  readonly year: number
}) {
  const [year, setYear] = useState(present)
  const [serviceId, setServiceId] = useState<string>(everyService)
  const [message, setMessage] = useState('')
  const { shown: of, wrong } = useRead('history.months', { year }, eachMinute)
  const link = useLink()
  const save = async (format: ExportFormat) => {
    const result = await link.read('history.exportMonths', { year, format })
    if ('error' in result) return say(result.error.message)
    download(result.output)
    setMessage(words.exported(result.output.name))
  }
  return (
    <>
      <Panel title={words.title}>
        <div className={style.row}>
          <Select
            label={words.year}
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
            options={Array.from({ length: 10 }, (_, ago) => String(present - ago)).map((value) => ({
              value,
              title: value,
            }))}
          />
          <Select
            label={history.service}
            value={serviceId}
            onChange={setServiceId}
            options={[
              { value: everyService, title: words.allServices },
              ...services.map((each) => ({ value: String(each.serviceId), title: each.name.fr })),
            ]}
          />
          <Exports
            words={words.exports}
            nothing={!of || of.months.length === 0}
            onSave={(format) => void save(format)}
          />
        </div>
        <p role="status" className={lettering.small}>
          {message}
        </p>
        {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
        {of === null && wrong === null && <p className={lettering.small}>{words.reading}</p>}
        {of && of.months.length === 0 && <p className={lettering.note}>{words.none(year)}</p>}
      </Panel>
      {of && of.months.length > 0 && (
        <Panel title={words.tables}>
          <FigureHelp
            figures={['tickets', 'received', 'left', 'absent', 'unserved', 'medianWait', 'p90Wait']}
          />
          <MonthTable of={of} serviceId={serviceId === everyService ? null : serviceId} />
          <HourTable of={of} />
          <p className={lettering.note}>{words.hiddenHelp(of.fewerThan)}</p>
        </Panel>
      )}
    </>
  )
}

const said = ({ people, hidden }: ToldCount, fewerThan: number): string =>
  hidden === null ? count(people ?? 0) : words.hidden(hidden, fewerThan)

const number = (value: number | null): string => (value === null ? supervision.none : count(value))

const wait = (seconds: number | null, atLeast: boolean): string => {
  if (seconds === null) return supervision.none
  const minutes = count(inMinutes(seconds))
  return atLeast ? supervision.atLeast(minutes) : minutes
}

function MonthTable({ of, serviceId }: { readonly of: Year; readonly serviceId: string | null }) {
  const { columns } = history
  const ofService = (row: MonthFigures) => row.serviceId === serviceId
  const rows = of.months.filter(ofService)
  const before = new Map(of.yearBefore.filter(ofService).map((row) => [row.month, row]))
  const line = (row: MonthFigures) => {
    const ago = before.get(row.month)
    return (
      <tr key={row.month ?? 0}>
        <th scope="row">{row.month === null ? words.wholeYear : words.monthNames[row.month - 1]}</th>
        <Figure>{said(row.tickets, of.fewerThan)}</Figure>
        <Figure>{ago ? said(ago.tickets, of.fewerThan) : count(0)}</Figure>
        {adds.map((figure) => (
          <Figure key={figure}>{number(row[figure])}</Figure>
        ))}
        <Figure>{wait(row.medianWait, row.medianAtLeast)}</Figure>
        <Figure>{wait(row.p90Wait, row.p90AtLeast)}</Figure>
      </tr>
    )
  }
  return (
    <Table
      caption={words.tables}
      captionHidden
      columns={[
        { title: words.month },
        { title: columns.tickets, figure: true },
        { title: words.ticketsBefore(of.year - 1), figure: true },
        ...adds.map((figure) => ({ title: columns[figure], figure: true })),
        { title: columns.median, figure: true },
        { title: columns.p90, figure: true },
      ]}
      foot={rows.filter(({ month }) => month === null).map(line)}
    >
      {rows.filter(({ month }) => month !== null).map(line)}
    </Table>
  )
}

function HourTable({ of: { hours, weekdays, fewerThan } }: { readonly of: Year }) {
  if (weekdays.length === 0) return <p className={lettering.note}>{words.noHours}</p>
  const lines = weekdays.map((line, at) => (
    <tr key={words.weekdays[at] ?? words.allDays}>
      <th scope="row">{words.weekdays[at] ?? words.allDays}</th>
      {line.map((one, column) => (
        <Figure key={hours[column] ?? words.allHours}>{said(one, fewerThan)}</Figure>
      ))}
    </tr>
  ))
  return (
    <>
      <Table
        caption={words.hoursTitle}
        columns={[
          { title: words.weekday },
          ...hours.map((hour) => ({ title: words.hour(hour), figure: true })),
          { title: words.allHours, figure: true },
        ]}
        foot={lines.at(-1)}
      >
        {lines.slice(0, -1)}
      </Table>
      <p className={lettering.note}>{words.hoursHelp}</p>
    </>
  )
}
