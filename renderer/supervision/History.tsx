import { useMemo, useState } from 'react'
import { LocalDate, type Instant } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { smallest } from '../../shared/domain/privacy/smallGroups.ts'
import { history as words } from '../../shared/messages/history/history.fr.ts'
import { monthWords } from '../../shared/messages/history/months.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { eachMinute, useLink, useRead } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { dayOrNone } from '../ui/dates.ts'
import { Fields } from '../ui/Fields.tsx'
import lettering from '../ui/Lettering.module.css'
import { say } from '../link/notices.ts'
import { Curve } from './Curve.tsx'
import type { CurvePoint } from './CurveDrawing.tsx'
import { download } from '../ui/download.ts'
import { inMinutes } from '../ui/figures.ts'
import { Exports, type ExportFormat } from './Exports.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { HistoryDay } from './HistoryDay.tsx'
import { Months } from './Months.tsx'
import type { Present } from './names.ts'
import { bys, daysBefore, periods, type By, type Period } from './period.ts'
import { PeriodTable, type Together } from './PeriodTable.tsx'
import { Select } from '../ui/Select.tsx'
import style from './Supervision.module.css'
import { Panel } from '../ui/Table.tsx'
import { Legend } from './WaitCurve.tsx'

const everyService = ''
/** Ready periods, in days. */
const ready = [7, 30, 90, 365]

/** Days or weeks behind: table, curve, file; one day opens whole. Months and hours lie under them. */
export function History({
  services,
  now,
  zone,
}: {
  readonly services: Present['services']
  readonly now: number
  readonly zone: string
}) {
  const today = dateIn(zone, now as Instant)
  const [period, setPeriod] = useState({ from: String(daysBefore(today, 29)), to: String(today) })
  const [by, setBy] = useState<By>('day')
  const [serviceId, setServiceId] = useState<string>(everyService)
  const [opened, setOpened] = useState<LocalDate | null>(null)
  const from = LocalDate.safeParse(period.from)
  const to = LocalDate.safeParse(period.to)
  const input = from.success && to.success && from.data <= to.data ? { from: from.data, to: to.data } : null
  const { shown: days, wrong } = useRead('history.days', input, eachMinute)
  const { shown: waited } = useRead('history.equality', input, eachMinute)
  const together = waited && togetherOf(waited, serviceId)
  const rows = useMemo(
    () => days && periods(days, by, serviceId === everyService ? undefined : serviceId),
    [days, by, serviceId],
  )
  const [message, setMessage] = useState('')
  const link = useLink()
  const save = async (format: ExportFormat) => {
    if (!input) return
    const result = await link.read('history.export', { ...input, format })
    if ('error' in result) return say(result.error.message)
    download(result.output)
    setMessage(words.exported(result.output.name))
  }

  if (opened !== null) return <HistoryDay date={opened} zone={zone} onBack={() => setOpened(null)} />
  return (
    <>
      <Panel title={words.title}>
        <Fields least={200}>
          <DateField
            label={words.from}
            value={dayOrNone(period.from)}
            onChange={(value) => setPeriod({ ...period, from: value ?? '' })}
          />
          <DateField
            label={words.to}
            value={dayOrNone(period.to)}
            onChange={(value) => setPeriod({ ...period, to: value ?? '' })}
          />
          <Select
            label={words.service}
            value={serviceId}
            onChange={setServiceId}
            options={[
              { value: everyService, title: words.allServices },
              ...services.map((each) => ({ value: String(each.serviceId), title: each.name.fr })),
            ]}
          />
          <Choice
            label={words.by}
            value={by}
            onChange={setBy}
            options={bys.map((value) => ({ value, title: words.bys[value] }))}
          />
        </Fields>
        <div className={style.row}>
          {ready.map((length) => (
            <Button
              key={length}
              size="dense"
              onPress={() => setPeriod({ from: daysBefore(today, length - 1), to: today })}
            >
              {words.last(length)}
            </Button>
          ))}
          <Exports
            words={words.exports}
            nothing={!rows || rows.length === 0}
            onSave={(format) => void save(format)}
          />
        </div>
        <p role="status" className={lettering.small}>
          {message}
        </p>
        {input === null && <p className={lettering.wrong}>{words.badPeriod}</p>}
        {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
        {input && days === null && wrong === null && <p className={lettering.small}>{words.reading}</p>}
        {rows?.length === 0 && <p className={lettering.note}>{words.none}</p>}
      </Panel>
      {rows && rows.length > 0 && (
        <Panel title={words.curve}>
          <FigureHelp
            figures={[
              'tickets',
              'received',
              'left',
              'absent',
              'unserved',
              'medianWait',
              'p90Wait',
              'coverage',
            ]}
          />
          <PeriodCurve rows={rows} one={by === 'day'} />
          <PeriodTable rows={rows} together={together} by={by} onOpen={setOpened} />
          {by === 'week' && <p className={lettering.note}>{words.rangeHelp}</p>}
          {rows.some(({ unsaid }) => unsaid.length > 0) && (
            <p className={lettering.note}>{monthWords.hiddenHelp(smallest)}</p>
          )}
        </Panel>
      )}
      <Months services={services} year={Number(today.slice(0, 4))} />
    </>
  )
}

/** The waits of the whole period, of the days that are told: of one service, when it is chosen. */
const togetherOf = ({ everyone, services }: Output<'history.equality'>, serviceId: string): Together =>
  serviceId === everyService ? everyone : (services.find((each) => each.serviceId === serviceId) ?? null)

/** By day: the median, up to the P90. By week: from the lowest median to the highest, and the highest P90. */
function PeriodCurve({ rows, one }: { readonly rows: readonly Period[]; readonly one: boolean }) {
  const points = useMemo(
    () =>
      rows.map(({ date, median, p90 }): CurvePoint => {
        const high = p90 && inMinutes(p90.high)
        const low = median && inMinutes(median.low)
        return one
          ? { x: Date.parse(date), low, high, line: low }
          : { x: Date.parse(date), low, high: median && inMinutes(median.high), line: high }
      }),
    [rows, one],
  )
  return (
    <>
      <Curve label={words.curveDrawn} points={points} xText={shortDate} />
      <Legend line={one ? words.oneLine : words.manyLine} band={one ? words.oneBand : words.manyBand} />
    </>
  )
}

/** « 3/3 » under a curve. */
const shortDate = (x: number): string => {
  const date = new Date(x)
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}`
}
