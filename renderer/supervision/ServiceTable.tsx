import { count, hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import type { OneAct } from './Acts.tsx'
import { useAct, type Act } from '../link/hooks.ts'
import { AskedRow } from './AskedRow.tsx'
import { CloseService } from './CloseService.tsx'
import { wait } from '../ui/figures.ts'
import { FigureHelp } from './FigureHelp.tsx'
import type { Present } from './names.ts'
import style from './Supervision.module.css'
import { Figure, Panel, Table } from '../ui/Table.tsx'

const words = supervision.services
const before = ['waiting'] as const
const after = ['received', 'left', 'absent', 'unserved', 'atRisk'] as const

/** What each service has done and has to do today; closed to new tickets and opened again from here, one by one. */
export function ServiceTable({ view: { services, overall, zone, day } }: { readonly view: Present }) {
  const act = useAct()
  const sum = (figure: (typeof before | typeof after)[number]) =>
    count(services.reduce((all, service) => all + service[figure], 0))
  const columns = words.columns
  return (
    <Panel title={words.title} className={style.wide}>
      <FigureHelp
        figures={['waiting', 'medianWait', 'p90Wait', 'received', 'left', 'absent', 'unserved', 'atRisk']}
      />
      <Table
        caption={words.title}
        captionHidden
        columns={[
          { title: columns.service },
          { title: columns.waiting, figure: true },
          { title: columns.median, figure: true },
          { title: columns.p90, figure: true },
          ...after.map((figure) => ({ title: columns[figure], figure: true })),
          ...(day ? [{ title: columns.act, figure: true }] : []),
        ]}
        foot={
          <tr>
            <th scope="row">{words.all}</th>
            <Figure>{sum('waiting')}</Figure>
            <Figure>{wait(overall?.medianWait ?? null, overall?.medianAtLeast)}</Figure>
            <Figure>{wait(overall?.p90Wait ?? null, overall?.p90AtLeast)}</Figure>
            {after.map((figure) => (
              <Figure key={figure}>{sum(figure)}</Figure>
            ))}
            {day && <Figure>{supervision.none}</Figure>}
          </tr>
        }
      >
        {services.map((service) => (
          <AskedRow
            key={service.serviceId}
            columns={Object.keys(columns).length}
            acts={day ? [ticketsAct(service, act)] : []}
          >
            {(button) => (
              <>
                <th scope="row">
                  {service.name.fr}
                  {service.closed !== null && (
                    <span className={style.closedService}>
                      {words.closedSince(hour(service.closed.since, zone))}
                      {service.closed.words !== null && <span>{words.said(service.closed.words)}</span>}
                    </span>
                  )}
                </th>
                <Figure>{count(service.waiting)}</Figure>
                <Figure>{wait(service.medianWait, service.medianAtLeast)}</Figure>
                <Figure>{wait(service.p90Wait, service.p90AtLeast)}</Figure>
                {after.map((figure) => (
                  <Figure key={figure}>{count(service[figure])}</Figure>
                ))}
                {day && <td className={style.act}>{button}</td>}
              </>
            )}
          </AskedRow>
        ))}
      </Table>
    </Panel>
  )
}

/** No more tickets for a service, after the words that the public reads; tickets again once it is closed. */
const ticketsAct = ({ serviceId, name, closed }: Present['services'][number], act: Act): OneAct =>
  closed === null
    ? {
        label: supervision.decide.closeShort,
        name: supervision.decide.closeServiceFor(name.fr),
        form: (done) => (
          <CloseService
            onCancel={done}
            onClose={(text) => {
              done()
              void act('service.close', { serviceId, ...(text === '' ? {} : { words: text }) })
            }}
          />
        ),
      }
    : {
        label: supervision.decide.openService,
        name: supervision.decide.openServiceFor(name.fr),
        press: () => void act('service.open', { serviceId }),
      }
