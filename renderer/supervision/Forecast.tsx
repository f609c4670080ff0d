import { useState, type ReactNode } from 'react'
import type { Instant, LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { forecastReach, leastLikeDays } from '../../shared/domain/waits/forecast/backtest.ts'
import { calendarDate, count } from '../../shared/messages/format/numbers.ts'
import { clockTime, forecastWords as words } from '../../shared/messages/waits/forecast.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Figure, Panel, Table } from '../ui/Table.tsx'
import { eachMinute, useRead } from '../link/hooks.ts'
import { useOffice } from '../link/office.ts'
import style from './Forecast.module.css'
import { daysBefore } from './period.ts'
import { PlannedCounters, type Plan } from './PlannedCounters.tsx'
import { tryingOn, withDay } from './trying.ts'
import page from './Supervision.module.css'

type Said = Output<'waits.forecast'>
type Half = Said['halfHours'][number]

/** The day chosen: who is expected beside what the planned counters can receive, and what one counter more or less does. */
export function Forecast({
  now,
  zone,
  held,
}: {
  readonly now: number
  readonly zone: string
  /** How many counters the office has. */
  readonly held: number
}) {
  const today = dateIn(zone, now as Instant)
  const [trying, setTrying] = useState(() => tryingOn(today))
  const { asked, draft } = trying
  const [counters, setCounters] = useState<'none' | 'more' | 'less'>('none')
  // The advice is what is tried first.
  const [advised, setAdvised] = useState({ from: 840, to: 930 })
  const span = trying.span ?? advised
  const change =
    counters === 'none' || span.from >= span.to
      ? {}
      : { change: { ...span, counters: counters === 'more' ? (1 as const) : (-1 as const) } }
  const [kept, setKept] = useState(0)
  const plan = draft === null ? {} : { plan: [...draft] }
  const { shown: answer, wrong } = useRead(
    'waits.forecast',
    asked === null ? null : { date: asked, ...change, ...plan },
    eachMinute,
    kept,
  )
  // While another is read for the same day, the last one stays: what is being chosen keeps its place.
  const [last, setLast] = useState<Said | null>(null)
  if (answer !== null && answer !== last) {
    setLast(answer)
    if (answer.state === 'forecast' && answer.advice !== null)
      setAdvised({ from: answer.advice.from, to: answer.advice.to })
  }
  const said = answer ?? (wrong === null && last?.date === asked ? last : null)
  const choose = (day: LocalDate | null) => setTrying(withDay(trying, day))
  const setDraft = (plan: Plan | null) => setTrying((before) => ({ ...before, draft: plan }))
  const weekday = asked === null ? 1 : new Date(`${asked}T12:00:00Z`).getUTCDay() || 7
  return (
    <>
      <Panel title={words.section} className={style.asked}>
        <div className={style.row}>
          <DateField label={words.day} value={asked} onChange={choose} />
          {(
            [
              [0, words.today],
              [1, words.tomorrow],
              [7, words.nextWeek],
            ] as const
          ).map(([days, title]) => (
            <Button key={days} size="dense" onPress={() => choose(daysBefore(today, -days))}>
              {title}
            </Button>
          ))}
          <span className={page.end}>
            <Button size="dense" isDisabled={said?.state !== 'forecast'} onPress={() => globalThis.print()}>
              {words.print}
            </Button>
          </span>
        </div>
        {/* Nothing is tried where nothing is forecast. */}
        {said?.state === 'forecast' && (
          <div className={style.row}>
            <Choice
              label={words.try}
              value={counters}
              onChange={setCounters}
              options={[
                { value: 'none', title: words.asPlanned },
                { value: 'more', title: words.more },
                { value: 'less', title: words.less },
              ]}
            />
            {counters !== 'none' &&
              (['from', 'to'] as const).map((end) => (
                <Select
                  key={end}
                  label={words[end]}
                  value={String(span[end])}
                  onChange={(value) => setTrying({ ...trying, span: { ...span, [end]: Number(value) } })}
                  options={halfHours.map((value) => ({ value: String(value), title: clockTime(value) }))}
                />
              ))}
          </div>
        )}
        {counters !== 'none' && span.from >= span.to && <p className={lettering.wrong}>{words.badSpan}</p>}
        {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
        {asked !== null && !said && wrong === null && <p className={lettering.small}>{words.reading}</p>}
        {said?.state === 'outOfReach' && <p>{words.outOfReach(forecastReach)}</p>}
        {said?.state === 'closed' && <p>{words.closed}</p>}
        {said?.state === 'fewDays' && <p>{words.few(said.likeDays, leastLikeDays)}</p>}
      </Panel>
      {said?.state === 'forecast' && (
        <DayForecast
          said={said}
          changed={counters !== 'none'}
          planned={
            draft !== null
              ? words.plannedTried
              : said.planned === 'set'
                ? words.plannedSet(weekday)
                : said.plannedLike && words.planned(calendarDate(said.plannedLike))
          }
        >
          <PlannedCounters
            said={said}
            weekday={weekday}
            counters={held}
            draft={draft}
            onDraft={setDraft}
            onKept={() => {
              setDraft(null)
              setKept(kept + 1)
            }}
          />
        </DayForecast>
      )}
    </>
  )
}

/** From 6 h 00 to 22 h 00: hours in which an office holds a counter. */
const halfHours = Array.from({ length: 33 }, (_, at) => 360 + at * 30)

function DayForecast({
  said,
  changed,
  planned,
  children,
}: {
  readonly said: Said
  readonly changed: boolean
  /** Whose counters are planned. */
  readonly planned: string | null
  /** What sets the counters planned, under the bars that it changes. */
  readonly children: ReactNode
}) {
  const { columns } = words
  const { name } = useOffice()
  return (
    <Panel title={words.title(calendarDate(said.date as LocalDate))} className={style.day}>
      <p className={style.office}>{name}</p>
      <p className={lettering.heading}>
        {said.advice === null ? (
          words.enough
        ) : (
          <>
            <strong>{words.advice(said.advice.from, said.advice.to)}</strong>
            {' : '}
            {words.adviceSays(said.advice.with, said.advice.without)}
          </>
        )}
      </p>
      <Bars halves={said.halfHours} />
      {children}
      <Table
        caption={words.title(calendarDate(said.date))}
        captionHidden
        columns={[
          { title: columns.from },
          { title: columns.expected, figure: true },
          { title: columns.range, figure: true },
          { title: columns.counters, figure: true },
          { title: columns.capacity, figure: true },
          { title: columns.wait, figure: true },
          ...(changed ? [{ title: columns.changed, figure: true }] : []),
        ]}
      >
        {said.halfHours.map((half) => (
          <tr key={half.from}>
            <th scope="row">{clockTime(half.from)}</th>
            <Figure>{words.number(half.expected)}</Figure>
            <Figure>{words.range(half.low, half.high)}</Figure>
            <Figure>{words.number(half.counters)}</Figure>
            <Figure>{words.number(half.capacity)}</Figure>
            <Figure>{words.wait(half.wait)}</Figure>
            {changed && <Figure>{words.wait(half.changedWait)}</Figure>}
          </tr>
        ))}
      </Table>
      <p className={lettering.note}>
        {words.services}
        {'\u00a0: '}
        {said.services
          .map(({ name: service, expected }) => `${service.fr} ${count(Math.round(expected))}`)
          .join(' · ')}
      </p>
      <p className={lettering.note}>{words.basis(said.likeDays)}</p>
      {said.appointments > 0 && <p className={lettering.note}>{words.given(said.appointments)}</p>}
      {planned !== null && <p className={lettering.note}>{planned}</p>}
      <p className={lettering.note}>{said.error === null ? words.noError : words.error(said.error)}</p>
    </Panel>
  )
}

const height = 140
const width = 60

/** Bars of who is expected, hatched above what the counters planned can receive, which is the line. */
function Bars({ halves }: { readonly halves: readonly Half[] }) {
  const most = Math.max(1, ...halves.map(({ expected, capacity }) => Math.max(expected, capacity)))
  const y = (value: number) => height - (value / most) * (height - 20)
  const line = halves.map(
    ({ capacity }, at) => `${at * width},${y(capacity)} ${(at + 1) * width},${y(capacity)}`,
  )
  return (
    <svg
      role="img"
      aria-label={words.chart}
      className={style.bars}
      viewBox={`0 0 ${Math.max(1, halves.length) * width} ${height + 24}`}
    >
      {halves.map(({ from, expected, capacity }, at) => {
        const over = Math.max(0, expected - capacity)
        return (
          <g key={from}>
            <rect
              className={style.expected}
              x={at * width + 6}
              width={width - 12}
              y={y(Math.min(expected, capacity))}
              height={height - y(Math.min(expected, capacity))}
            />
            {over > 0 && (
              <rect
                className={style.over}
                x={at * width + 6}
                width={width - 12}
                y={y(expected)}
                height={y(capacity) - y(expected)}
              />
            )}
            <text className={style.label} x={at * width + width / 2} y={height - 6}>
              {Math.round(expected)}
            </text>
            <text className={style.hour} x={at * width + width / 2} y={height + 18}>
              {clockTime(from)}
            </text>
          </g>
        )
      })}
      <polyline className={style.capacity} points={line.join(' ')} />
    </svg>
  )
}
