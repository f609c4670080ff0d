import type { Output } from '../../shared/contract/index.ts'
import { titles } from '../../shared/messages/documents/titles.fr.ts'
import { count, hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { finePercent, wait } from '../ui/figures.ts'
import { FigureHelp } from './FigureHelp.tsx'
import type { Present } from './names.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Supervision.module.css'
import { Figure, Panel, Table } from '../ui/Table.tsx'

const groups = ['morning', 'afternoon', 'priority', 'arrangement', 'everyone'] as const

/** Wait and reasoned refusals by part of the day, priority and help asked, over thirty days; small groups are not shown. */
export function Equality({
  figures,
  services,
}: {
  readonly figures: Output<'history.equality'> | null
  readonly services: Present['services']
}) {
  const words = supervision.equality
  const rows = figures && [
    ...groups.map((group) => ({ key: group, name: words.groups[group], figures: figures[group] })),
    ...figures.services.map((each) => ({
      key: each.serviceId,
      name: services.find(({ serviceId }) => serviceId === each.serviceId)?.name.fr ?? each.serviceId,
      figures: each,
    })),
  ]
  const some = rows?.some((row) => row.figures.median !== null || (row.figures.people ?? 0) > 0)
  return (
    <Panel title={words.title}>
      <FigureHelp figures={['tickets', 'received', 'medianWait', 'refused']} />
      {!rows || !some ? (
        <p className={lettering.small}>{words.none}</p>
      ) : (
        <>
          <Table
            caption={words.title}
            captionHidden
            columns={[
              { title: words.columns.group },
              { title: words.columns.people, figure: true },
              { title: words.columns.received, figure: true },
              { title: words.columns.median, figure: true },
              { title: words.columns.refused, figure: true },
            ]}
          >
            {rows.map(({ key, name, figures: { people, received, median, medianAtLeast, refused } }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {people === null ? (
                  <td colSpan={4} className={style.few}>
                    {words.few}
                  </td>
                ) : (
                  <>
                    <Figure>{count(people)}</Figure>
                    <Figure>{received === null ? supervision.none : count(received)}</Figure>
                    <Figure>{wait(median, medianAtLeast)}</Figure>
                    <Figure>{finePercent(refused)}</Figure>
                  </>
                )}
              </tr>
            ))}
          </Table>
          <p className={lettering.note}>{words.small}</p>
        </>
      )}
    </Panel>
  )
}

/** Who was called before their turn, by reason: each overtake has one. */
export function Overtakes({ overtakes, zone }: Pick<Present, 'overtakes' | 'zone'>) {
  const words = supervision.overtakes
  return (
    <Panel title={words.title}>
      <FigureHelp figures={['overtakes']} />
      {overtakes.calls === 0 ? (
        <p className={lettering.small}>{words.none}</p>
      ) : (
        <>
          <p>
            <span className={style.large}>{count(overtakes.calls)}</span> {words.all(overtakes.unanswered)}
          </p>
          <dl className={style.list}>
            {overtakes.byReason.map(({ code, calls }) => (
              <div key={code} className={style.listed}>
                <dt>{words.codes[code]}</dt>
                <dd>{count(calls)}</dd>
              </div>
            ))}
          </dl>
          {overtakes.outOfOrder.length > 0 && (
            <ul role="list" className={lettering.small}>
              {overtakes.outOfOrder.map(({ number, at, reason }) => (
                <li key={`${number} ${at}`}>
                  {words.outOfOrder(ticketNumber(number), hour(at, zone), reason)}
                </li>
              ))}
            </ul>
          )}
          <p className={lettering.note}>{words.most(overtakes.most)}</p>
        </>
      )}
    </Panel>
  )
}

/** What was issued in writing today, and of it what came out and what was handed over: three counts. */
export function Traces({ traces }: Pick<Present, 'traces'>) {
  const words = supervision.traces
  const all = traces.documents.reduce((sum, each) => sum + each.count, 0)
  return (
    <Panel title={words.title}>
      <FigureHelp figures={['documents', 'printed', 'handed']} />
      {all === 0 ? (
        <p className={lettering.small}>{words.none}</p>
      ) : (
        <>
          <p>
            <span className={style.large}>{count(all)}</span> {words.documents(all)}
          </p>
          <p className={lettering.small}>{words.counts(traces.printed, traces.handed)}</p>
          <dl className={style.list}>
            {traces.documents
              // Twenty kinds that nobody asked for today would say nothing.
              .filter((each) => each.count > 0)
              .map((each) => (
                <div key={each.kind} className={style.listed}>
                  <dt>{titles[each.kind]}</dt>
                  <dd>{count(each.count)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      <p className={lettering.note}>{words.ended(traces.ended)}</p>
    </Panel>
  )
}
