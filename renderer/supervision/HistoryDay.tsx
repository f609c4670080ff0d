import { useEffect, useRef } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { smallest } from '../../shared/domain/privacy/smallGroups.ts'
import { history as words } from '../../shared/messages/history/history.fr.ts'
import { calendarDate, count } from '../../shared/messages/format/numbers.ts'
import { closing } from '../../shared/messages/queue/closing.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Button } from '../ui/Button.tsx'
import { eachMinute, useRead } from '../link/hooks.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Supervision.module.css'
import { Figure, Panel, Table } from '../ui/Table.tsx'
import { HalfHours } from './WaitCurve.tsx'

/** Whether something of the day is not told: a service, half-hours told together. */
const isUnsaid = ({ unsaid, curve }: Output<'history.day'>): boolean =>
  unsaid.length > 0 || curve.some(({ until }) => until !== undefined)

/** One day whole: waits by half-hour, what became of everyone, who was not received and by whose doing, overtakes. */
export function HistoryDay({
  date,
  zone,
  onBack,
}: {
  readonly date: LocalDate
  readonly zone: string
  readonly onBack: () => void
}) {
  const { shown: day, wrong } = useRead('history.day', { date }, eachMinute)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <div className={style.row}>
        <h2 ref={heading} tabIndex={-1} className={lettering.title}>
          {words.day(calendarDate(date))}
        </h2>
        <Button kind="quiet" onPress={onBack}>
          {words.back}
        </Button>
      </div>
      {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
      {day === null && wrong === null && <p className={lettering.small}>{words.reading}</p>}
      {day && isUnsaid(day) && <p className={lettering.note}>{words.unsaid(smallest)}</p>}
      {day && day.unsaid.every(({ serviceId }) => serviceId !== null) && (
        <>
          <Panel title={supervision.curve.title}>
            {day.curve.length === 0 ? (
              <p className={lettering.small}>{words.noOutcome}</p>
            ) : (
              <HalfHours halves={day.curve} zone={zone} />
            )}
          </Panel>
          <div className={style.grid}>
            <Panel title={words.daySaid}>
              {day.outcomes.length === 0 ? (
                <p className={lettering.small}>
                  {(day.whole?.received ?? 0) > 0 ? words.few : words.noOutcome}
                </p>
              ) : (
                <Table
                  caption={words.daySaid}
                  captionHidden
                  columns={[
                    { title: words.outcomeColumns.outcome },
                    { title: words.outcomeColumns.count, figure: true },
                  ]}
                >
                  {day.outcomes.map((each) => (
                    <tr key={each.outcome}>
                      <th scope="row">{words.outcomes[each.outcome]}</th>
                      <Figure>{count(each.count)}</Figure>
                    </tr>
                  ))}
                </Table>
              )}
            </Panel>
            <Panel title={words.faults}>
              <Table
                caption={words.faults}
                captionHidden
                columns={[
                  { title: words.faultColumns.fault },
                  { title: words.faultColumns.left, figure: true },
                  { title: words.faultColumns.absent, figure: true },
                  { title: words.faultColumns.unserved, figure: true },
                ]}
              >
                {day.faults.map((each) => (
                  <tr key={each.fault}>
                    <th scope="row">{closing.faults[each.fault]}</th>
                    <Figure>{count(each.left)}</Figure>
                    <Figure>{count(each.absent)}</Figure>
                    <Figure>{count(each.unserved)}</Figure>
                  </tr>
                ))}
              </Table>
            </Panel>
            <Panel title={words.overtakes}>
              {day.overtakes.length === 0 ? (
                <p className={lettering.small}>
                  {(day.whole?.overtakes ?? 0) > 0 ? words.few : supervision.overtakes.none}
                </p>
              ) : (
                <Table
                  caption={words.overtakes}
                  captionHidden
                  columns={[
                    { title: words.overtakeColumns.code },
                    { title: words.overtakeColumns.calls, figure: true },
                    { title: words.overtakeColumns.people, figure: true },
                  ]}
                >
                  {day.overtakes.map((each) => (
                    <tr key={each.code}>
                      <th scope="row">{supervision.overtakes.codes[each.code]}</th>
                      <Figure>{count(each.calls)}</Figure>
                      <Figure>{count(each.people)}</Figure>
                    </tr>
                  ))}
                </Table>
              )}
            </Panel>
          </div>
        </>
      )}
    </>
  )
}
