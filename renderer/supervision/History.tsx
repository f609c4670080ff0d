import { useMemo, useState } from 'react'
import { LocalDate, type Instant } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { leastForShare } from '../../shared/domain/history/waited.ts'
import { smallest } from '../../shared/domain/privacy/smallGroups.ts'
import { history as words } from '../../shared/messages/history/history.fr.ts'
import { calendarDate, count } from '../../shared/messages/format/numbers.ts'
import { monthWords } from '../../shared/messages/history/months.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
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
import { inMinutes, percent } from '../ui/figures.ts'
import { FigureHelp } from './FigureHelp.tsx'
import { HistoryDay } from './HistoryDay.tsx'
import { Months } from './Months.tsx'
import type { Present } from './names.ts'
import { bys, daysBefore, periods, type By, type Period } from './period.ts'
import { Select } from '../ui/Select.tsx'
import style from './Supervision.module.css'
import { Figure, Panel, Table } from '../ui/Table.tsx'
import { Legend } from './WaitCurve.tsx'

const everyService = ''
/** Ready periods, in days. */
const ready = [7, 30, 90, 365]
type Together = Output<'history.equality'>['everyone'] | null
const adds = ['tickets', 'received', 'left', 'absent', 'unserved'] as const

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
  const save = async (format: 'csv' | 'ods') => {
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
          <span className={style.end}>
            {(['csv', 'ods'] as const).map((format) => (
              <Button
                key={format}
                size="dense"
                isDisabled={!rows || rows.length === 0}
                onPress={() => void save(format)}
              >
                {words.exports[format]}
              </Button>
            ))}
          </span>
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

function PeriodTable({
  rows,
  together,
  by,
  onOpen,
}: {
  readonly rows: readonly Period[]
  readonly together: Together
  readonly by: By
  readonly onOpen: (date: LocalDate) => void
}) {
  const columns = words.columns
  const total = (figure: (typeof adds)[number] | 'overtakes' | 'announced' | 'within') =>
    rows.reduce((sum, row) => sum + row[figure], 0)
  const whole = rows.every(({ unsaid }) => unsaid.length === 0)
  return (
    <Table
      caption={words.title}
      captionHidden
      columns={[
        { title: columns[by] },
        ...adds.map((figure) => ({ title: columns[figure], figure: true })),
        { title: columns.median, figure: true },
        { title: columns.p90, figure: true },
        { title: columns.overtakes, figure: true },
        { title: columns.coverage, figure: true },
      ]}
      foot={
        <tr>
          <th scope="row">{words.total}</th>
          {adds.map((figure) => (
            <Figure key={figure}>{added(total(figure), whole)}</Figure>
          ))}
          <Figure>{waitedAll(together?.median ?? null, together?.medianAtLeast)}</Figure>
          <Figure>{waitedAll(together?.p90 ?? null, together?.p90AtLeast)}</Figure>
          <Figure>{added(total('overtakes'), whole)}</Figure>
          <Figure>{share(total('within'), total('announced'))}</Figure>
        </tr>
      }
    >
      {rows.toReversed().map((row) => (
        <tr key={row.date}>
          <th scope="row" className={style.opens}>
            {by === 'day' ? (
              <Button
                kind="quiet"
                size="dense"
                aria-label={words.openFor(calendarDate(row.date))}
                onPress={() => onOpen(row.date)}
              >
                {calendarDate(row.date)}
              </Button>
            ) : (
              calendarDate(row.date)
            )}
          </th>
          <Figures row={row} />
        </tr>
      ))}
    </Table>
  )
}

/** Minutes waited by all together; a dash where nothing was measured. */
const waitedAll = (seconds: number | null, isAtLeast = false): string =>
  seconds === null ? supervision.none : atLeast({ atLeast: isAtLeast }, count(inMinutes(seconds)))

/** What a period says; of one of which nothing is told, why. */
function Figures({ row }: { readonly row: Period }) {
  const [why] = row.unsaid
  if (why !== undefined && row.tickets === 0)
    return (
      <>
        <Figure>{monthWords.hidden(why, smallest)}</Figure>
        {Array.from({ length: adds.length + 3 }, (_, column) => (
          <Figure key={column}>{supervision.none}</Figure>
        ))}
      </>
    )
  const whole = why === undefined
  return (
    <>
      {adds.map((figure) => (
        <Figure key={figure}>{added(row[figure], whole)}</Figure>
      ))}
      <Figure>
        {row.median === null
          ? supervision.none
          : atLeast(row.median, words.range(inMinutes(row.median.low), inMinutes(row.median.high)))}
      </Figure>
      <Figure>
        {row.p90 === null ? supervision.none : atLeast(row.p90, count(inMinutes(row.p90.high)))}
      </Figure>
      <Figure>{added(row.overtakes, whole)}</Figure>
      <Figure>{share(row.within, row.announced)}</Figure>
    </>
  )
}

/** What is added up; « au moins » that, where a day of it is not told. */
const added = (value: number, whole: boolean): string =>
  whole ? count(value) : supervision.atLeast(count(value))

/** « au moins 12 » where too few were called for the longest wait to be known. */
const atLeast = (range: Pick<NonNullable<Period['median']>, 'atLeast'>, text: string): string =>
  range.atLeast ? supervision.atLeast(text) : text

/** Of fewer than thirty people, no share. */
const share = (within: number, announced: number): string =>
  announced < leastForShare ? supervision.none : percent(within / announced)
