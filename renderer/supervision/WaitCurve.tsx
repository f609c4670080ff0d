import type { ReactNode } from 'react'
import type { HalfHour } from '../../shared/contract/history/calls.ts'
import type { z } from 'zod'
import { count, hour } from '../../shared/messages/format/numbers.ts'
import { leastForShare } from '../../shared/domain/history/waited.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Curve } from './Curve.tsx'
import type { CurvePoint } from './CurveDrawing.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Curve.module.css'
import { FigureHelp } from './FigureHelp.tsx'
import { inMinutes, percent } from '../ui/figures.ts'
import { Figure, Panel, Table } from '../ui/Table.tsx'
import page from './Supervision.module.css'

const words = supervision.curve
type Half = z.infer<typeof HalfHour>
export type CoverageSum = { readonly announced: number; readonly within: number }

/** Waits announced (P50 to P90) against those measured, by half-hour of arrival: a curve, and its table beside it. */
export function WaitCurve({
  halves,
  zone,
  ended,
  day,
  month,
}: {
  readonly halves: readonly Half[]
  readonly zone: string
  /** How many visits are over: of a day that is closed, the people are in the history. */
  readonly ended: number
  /** Coverage of the day, then of thirty days when there are some. */
  readonly day: CoverageSum
  readonly month?: CoverageSum | undefined
}) {
  return (
    <Panel title={words.title} className={page.wide}>
      <FigureHelp figures={['medianWait', 'announced', 'within', 'coverage']} />
      {halves.length === 0 ? (
        <p className={lettering.small}>{ended === 0 ? words.none : words.over}</p>
      ) : (
        <HalfHours halves={halves} zone={zone} />
      )}
      <p className={style.note}>{coverageSaid(day, month)}</p>
    </Panel>
  )
}

/** The curve of half-hours with its legend, and the same figures as a table. */
export function HalfHours({ halves, zone }: { readonly halves: readonly Half[]; readonly zone: string }) {
  const minutes = (seconds: number | null) => (seconds === null ? null : inMinutes(seconds))
  const points = halves.map(({ from, announcedP50, announcedP90, measured }): CurvePoint => ({
    x: from,
    low: minutes(announcedP50),
    high: minutes(announcedP90),
    line: minutes(measured),
  }))
  return (
    <div className={style.beside}>
      <div>
        <Curve label={words.drawn} points={points} xText={(x) => hour(x, zone)} />
        <Legend line={words.measured} band={words.announced} />
      </div>
      <Table
        caption={words.title}
        captionHidden
        columns={[
          { title: words.columns.arrival },
          { title: words.columns.people, figure: true },
          { title: words.columns.announced, figure: true },
          { title: words.columns.measured, figure: true },
        ]}
      >
        {halves.map(({ from, until, people, announcedP50, announcedP90, measured, measuredAtLeast }) => (
          <tr key={from}>
            <th scope="row">
              {until === undefined ? hour(from, zone) : words.stretch(hour(from, zone), hour(until, zone))}
            </th>
            <Figure>{count(people)}</Figure>
            <Figure>
              {announcedP50 === null || announcedP90 === null
                ? supervision.none
                : words.range(inMinutes(announcedP50), inMinutes(announcedP90))}
            </Figure>
            <Figure>
              {measured === null
                ? words.running
                : measuredAtLeast
                  ? supervision.atLeast(count(inMinutes(measured)))
                  : count(inMinutes(measured))}
            </Figure>
          </tr>
        ))}
      </Table>
    </div>
  )
}

export const Legend = ({ line, band }: { readonly line: ReactNode; readonly band: ReactNode }) => (
  <p className={style.legend} aria-hidden>
    <span className={style.key}>
      <span className={style.line} />
      {line}
    </span>
    <span className={style.key}>
      <span className={style.band} />
      {band}
    </span>
  </p>
)

/** P90's real coverage as a sentence: of thirty days, else of today, of thirty people at least; else that there is none yet. */
export function coverageSaid(day: CoverageSum, month: CoverageSum | undefined): string {
  if (month && month.announced >= leastForShare)
    return words.coverage(percent(month.within / month.announced), month.announced)
  if (day.announced >= leastForShare)
    return words.coverageToday(percent(day.within / day.announced), day.announced)
  const announced = Math.max(month?.announced ?? 0, day.announced)
  return announced > 0 ? words.fewCoverage(announced, leastForShare) : words.noCoverage
}
